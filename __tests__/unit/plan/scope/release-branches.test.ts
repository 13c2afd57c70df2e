import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inputs } from '../../../../src/inputs/table/table.ts'
import { globOf, heldBackBranch, listsBranch } from '../../../../src/plan/scope/release-branches.ts'

describe('a list of branches', () => {
  it.each([
    [true, 'main', 'main'],
    [true, 'release/*', 'release/1.x'],
    [true, 'release/**', 'release/1/x'],
    [true, '*', 'main'],
    [true, '**', 'feature/x'],
    [true, 'v[0-9]*', 'v1.x'],
    [true, '{main,next}', 'next'],
    [true, '.hidden*', '.hidden-x'],
    // A name that reads like a glob is a name all the same.
    [true, 'fix{1}(2)', 'fix{1}(2)'],
    [false, 'main', 'Main'],
    [false, '*', 'feature/x'],
    [false, 'release/*', 'release/1/x'],
    [false, 'release/**', 'release'],
    [false, 'release', 'release/1.x'],
    [false, 'main', 'main2'],
    [false, '+(m)ain', 'main'],
  ])('%s: %s holds %s', (expected, glob, branch) => {
    expect(listsBranch([glob], branch)).toBe(expected)
  })
})

/** See https://git-scm.com/docs/git-check-ref-format. */
const isBranch = (name: string) => !/(^|\/)(\.|\/|$)|\.(\.|\/|$)|@\{/.test(name)

describe('a branch', () => {
  const heldBack = (branch: string, globs: readonly string[] = []) =>
    heldBackBranch({ globs, branch, defaultBranch: 'main' })

  it('releases if it is the default branch, or listed', () => {
    expect(heldBack('main')).toBeUndefined()
    expect(heldBack('release/1.x', ['main', 'release/*'])).toBeUndefined()
  })

  it('is held back if nothing names it, and the way out keeps the default branch', () => {
    expect(heldBack('release/1.x')).toEqual({
      branch: 'release/1.x',
      reason: 'Nothing is released from the branch release/1.x, because only the default branch (main) releases.',
      lines: 'branches: |\n  main\n  release/1.x',
      isByDefault: true,
    })
  })

  it('is held back by a list that leaves it out, even if it is the default branch', () => {
    expect(heldBack('main', ['release/*'])).toMatchObject({
      reason: 'Nothing is released from the branch main, because `branches` lists only release/*.',
      lines: 'branches: |\n  release/*\n  main',
      isByDefault: false,
    })
  })

  it('is let through by the lines that its message says, whatever it is called', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'a/-.#!$,]{}()+@"\'%&é雪🚀'), minLength: 1, maxLength: 12 })
      .filter(isBranch)
    fc.assert(
      fc.property(name, (branch) => {
        const lines = heldBack(branch)?.lines ?? ''
        const parsed = inputs.branches.parse(lines.replace(/^branches: \|\n/, ''))
        if (!('value' in parsed)) throw new Error(`${lines}: ${parsed.allowed}`)
        expect(heldBack(branch, parsed.value)).toBeUndefined()
        expect(heldBack('main', parsed.value)).toBeUndefined()
      }),
    )
  })

  it.each(['a+++}a', 'c++/(1)', '+++', 'a+b'])('is named by a glob that matches it: %s', (branch) => {
    expect(listsBranch([globOf(branch)], branch)).toBe(true)
  })

  it('cannot put an expression or a command into lines that are pasted', () => {
    const hostile = ['x/$', '{{github.token}}::error::##[add-mask]y'].join('')
    expect(globOf(hostile)).toMatch(/^[\w./?-]+$/)
    expect(listsBranch([globOf(hostile)], hostile)).toBe(true)
  })
})
