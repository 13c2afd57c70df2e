import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { tagTemplate } from '../../../../src/inputs/table/release-values.ts'
import { refProblem } from '../../../../src/model/git/tag-template.ts'

const acceptedByGit = (tag: string): boolean => spawnSync('git', ['check-ref-format', `refs/tags/${tag}`]).status === 0

describe('a tag template', () => {
  it.each([
    '{{ .Name }}-{{ .Version }}',
    '{{.Name}}/{{.Version}}',
    'helm-chart-{{ .Name }}-{{ .Version }}',
    '{{ .Name }}-chart-v{{ .Version }}',
    'v{{ .Version }}',
  ])('that people use is accepted: %s', (template) => {
    expect(tagTemplate(template)).toEqual({ value: template })
  })

  it('is empty for `none`', () => {
    expect(tagTemplate('none')).toEqual({ value: '' })
  })

  it.each([
    'release',
    '{{ .Name }}',
    '{{ .Version }}-{{ .Version }}',
    '{{ .Version | trim }}',
    '{{ Version }}',
    '{{ .Version }',
    '.{{ .Version }}',
    '{{ .Version }}.lock',
    '/{{ .Version }}',
    '-{{ .Version }}',
    'a..{{ .Version }}',
    'a b{{ .Version }}',
  ])('that makes no tags is refused: %s', (template) => {
    expect(tagTemplate(template)).toHaveProperty('allowed')
  })
})

describe('a tag name', () => {
  it('that we accept, git accepts', () => {
    const piece = fc.constantFrom(
      ...'. .. / // - @ @{ ~ ^ : ? * [ \\ .lock a Z 1 é + _ # $ \u007f \u0001'.split(' '),
      ' ',
    )
    const tags = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(tags, (tag) => {
        if (refProblem(tag) === undefined) expect(acceptedByGit(tag)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
