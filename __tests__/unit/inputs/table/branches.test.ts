import { describe, expect, it } from '@jest/globals'
import { inputs } from '../../../../src/inputs/table/table.ts'

const { parse } = inputs.branches

describe('the input branches', () => {
  it.each([
    ['main', ['main']],
    ['main\nrelease/*\n', ['main', 'release/*']],
    ['# where we release from\nrefs/heads/main', ['main']],
    [
      ['main', 'release/**'],
      ['main', 'release/**'],
    ],
    ['{main,next}', ['{main,next}']],
  ])('takes %j', (raw, value) => {
    expect(parse(raw)).toEqual({ value })
  })

  it.each([
    ['main, release/*', 'branches: |\n  main\n  release/*'],
    ['[main, release/*]', 'branches: |\n  main\n  release/*'],
    ['main\n!feature/*', 'List the branches that release. One that is not listed does not.'],
    ['refs/tags/v1', 'Only branches are listed here. A run for a tag is never held back.'],
  ])('says how to write %j', (raw, hint) => {
    expect(parse(raw)).toMatchObject({ hint })
  })

  it.each(["'main'", 'a b', 'a^b', `a\u0007b`, 'x'.repeat(251)])('refuses %j', (raw) => {
    expect(parse(raw)).toHaveProperty('allowed')
  })
})
