import { describe, expect, it } from '@jest/globals'
import { commentedKeys } from '../../../../src/bump/auto/values/commented.ts'
import { between, levelOf, told, withTemplate } from '../../../support/charts/sides.ts'

const keys = (text: string) => [...commentedKeys(text)].map(([path, line]) => `${path.replaceAll('\n', '.')}:${line}`)

describe('keys that values.yaml offers in a comment', () => {
  it.each([
    ['# a: 1', 'a:1'],
    ['#a: 1', 'a:1'],
    ['b: 1\n# a:\n#   c: 1', 'a.c:3'],
    ['b:\n  # a: 1\n  c: 2', 'b.a:2'],
    ['b:\n  c: 2\n#  a: 1', 'b.a:3'],
    ['b:\n  c: 2\n  #a: 1', 'b.a:3'],
    ['b:\n  c:\n    d: 1\n    # a: 1', 'b.c.a:4'],
    ['b: {}\n  # a: 1\n  # x:\n  #   y: 2', 'b.x.y:4'],
  ])('have their whole path: %j', (text, expected) => {
    expect(keys(text)).toContain(expected)
  })

  it.each(['# Note: this is a sentence: really', '# https://example.org', 'a: 1 # b: 2'])(
    'are no sentences: %s',
    (text) => {
      expect(keys(text).filter((key) => /example|really|^b/.test(key))).toEqual([])
    },
  )

  it('are minor where they are newly read, at their line', () => {
    const was = withTemplate('s:\n  a: 1\n', '{{ .Values.s.a }}')
    const is = withTemplate('s:\n  a: 1\n  # b: 2\n', '{{ .Values.s.a }}{{ .Values.s.b }}')
    const [finding] = between(was, is)
    expect(finding).toMatchObject({ level: 'minor', rule: 'values/commented-added', subject: 's.b' })
    expect(finding?.at).toEqual({ file: 'values.yaml', line: 3 })
  })

  it('break where nothing reads them any more', () => {
    const values = 's:\n  a: 1\n  # b: 2\n'
    const was = withTemplate(values, '{{ .Values.s.a }}{{ .Values.s.b }}')
    expect(told(was, withTemplate(values, '{{ .Values.s.a }}'))).toEqual(['major values/commented-removed s.b'])
  })

  it.each([
    ['another place', 'x:\n  c: 1\n  # b: 2\ns:\n  a: 1\n'],
    ['a text', 's:\n  a: 1\n# Say b: it is fine\n'],
  ])('count for their own place alone: %s', (_, values) => {
    const was = withTemplate(values, '{{ .Values.s.a }}{{ .Values.s.b }}{{ .Values.x }}')
    const is = withTemplate(values, '{{ .Values.s.a }}{{ .Values.x }}')
    expect(levelOf(was, is)).toBe('patch')
  })
})
