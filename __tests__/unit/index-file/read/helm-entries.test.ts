import { Buffer } from 'node:buffer'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { helmEntries } from '../../../../src/index-file/read/helm-entries.ts'
import { openScanner, passTo } from '../../../../src/index-file/scan/lines.ts'
import { outcome, walked } from '../../../support/index/outcome.ts'

/** How many bytes of the entries at the first dash are taken as Helm's. */
function taken(text: string, inset = 0): number {
  const scanner = openScanner({ file: 'index.yaml', bytes: Buffer.from(text) })
  const lineStart = text.search(/^ *- /m)
  passTo(scanner, lineStart)
  const at = { start: scanner.pos, lineStart, column: scanner.column, before: lineStart, flow: false }
  return (helmEntries(scanner)(at, inset) ?? lineStart) - lineStart
}

const HELM = `apiVersion: v1
entries:
  app:
  - annotations:
      artifacthub.io/changes: |
        - kind: changed

          description: "as it: was"
      artifacthub.io/license: Apache-2.0
      category: ''
    apiVersion: v2
    appVersion: "1.10"
    created: "2026-08-06T23:01:31.821658025Z"
    dependencies:
    - condition: crds.create
      name: crds
      repository: ""
      tags:
      - one
      version: 0.0.0
    - alias: other
      name: crds
    description: "\\U0001F525 goes on, \\
      and on"
    digest: f00
    keywords:
    - bench
    - 'it''s'
    kubeVersion: '>=1.21.0-0'
    maintainers:
    - email: team@example.com
      name: Jürgen
    name: app
    sources: []
    urls:
    - https://example.com/app-1.10.tgz#a:b
    version: "1.10.0"
  - apiVersion: v2
    description: A text that goes on
      below, - as it may:be
    digest: f01
    name: app
    version: 1.9.0
  web:
  - digest: f02
    name: web
    version: 0.1.0-rc.1
generated: "2026-08-20T18:40:20.178597344Z"
`

const FIRST_CHART = HELM.slice(HELM.indexOf('  - annotations'), HELM.indexOf('  web:'))

it.each(['\n', '\r\n'])('takes entries as Helm writes them, up to the next chart, with lines that end in %j', (eol) => {
  const [text, entries] = [HELM, FIRST_CHART].map((each) => each.replaceAll('\n', eol))
  expect(taken(text ?? '')).toBe(Buffer.byteLength(entries ?? ''))
})

it('takes them with lists that stand deeper than their keys', () => {
  const entries =
    '    - dependencies:\n        - name: x\n          tags:\n            - one\n      urls:\n        - a.tgz\n'
  expect(taken(`entries:\n  a:\n${entries}  b:\n`, 2)).toBe(entries.length)
})

it.each([
  ['a key of the annotations twice', "      category: ''", "      artifacthub.io/changes: ''"],
  ['a field twice', '    digest: f00', '    description: b\n    digest: f00'],
  ['a field that Helm does not know', '    digest: f00', '    digests: f00'],
  ['a field of a dependency twice', '      name: crds', '      name: crds\n      name: b'],
  ['an anchor', '    appVersion: "1.10"', '    appVersion: &a b'],
  ['an alias', '    appVersion: "1.10"', '    appVersion: *a'],
  ['a tag', '    appVersion: "1.10"', '    appVersion: !!str a'],
  ['a comment', '    appVersion: "1.10"', '    appVersion: a # b'],
  ['a line of a comment', '    appVersion: "1.10"', '    # b\n    appVersion: a'],
  ['a second colon', '    appVersion: "1.10"', '    appVersion: a: b'],
  ['a quote that stays open', '    appVersion: "1.10"', '    appVersion: "1.10'],
  ['an escape that YAML does not know', '    appVersion: "1.10"', '    appVersion: "\\q"'],
  ['a line that is indented less', '    digest: f00', '   digest: f00'],
  ['no value', '    digest: f00', '    digest:'],
  ['a number where text belongs', '    name: Jürgen', '    name: 1e3'],
  ['a boolean where text belongs', '    - bench', '    - yes'],
  ['a text where a boolean belongs', '    description: "\\U', '    deprecated: "yes"\n    description: "\\U'],
  ['a list where text belongs', '    digest: f00', '    digest: []'],
  ['a text where a list belongs', '    sources: []', '    sources: a'],
  ['no time', '    created: "2026-08-06T', '    created: "2026-08-36T'],
  ['a mapping as an annotation', "      category: ''", '      category: {}'],
])('leaves an entry with %s to the walk', (_, good, bad) => {
  const text = HELM.replace(good, () => bad)
  expect(text).not.toBe(HELM)
  expect(taken(text)).toBe(0)
  expect(outcome(Buffer.from(text))).toEqual(outcome(walked(Buffer.from(text))))
})

const VALUES = [
  ...[
    'a',
    'a b',
    'a:b',
    'a#b',
    'a: b',
    'a #b',
    'a:',
    '-a',
    '- a',
    '?a',
    ':a',
    '1.10',
    '~',
    '""',
    "''",
    "'it''s'",
    '"\\n"',
    '"\\q"',
  ],
  ...[
    '"a" ',
    '"a" b',
    "'a",
    '"a',
    '[]',
    '{}',
    '1',
    '0x1',
    '1_0.e1',
    'yes',
    'null',
    '.inf',
    '2026-01-31T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '[a]',
    '{a: b}',
    '&a b',
    '*a',
    '!a',
    '@',
    '%a',
    '`a',
    '|',
    '|-',
    '>+',
    '|2',
    'ü',
    '',
  ],
  ...[
    'a\n        b',
    'a\n       b',
    'a\n     b',
    '"a\n        b"',
    '"a \\\n       b"',
    '|\n        b',
    '|\n         b\n        c',
  ],
  ...[
    '|\n        b\n\n',
    '|\n\n        b',
    '|-\n        b\n        # c',
    '>\n          b\n   ',
    '\n      - a',
    '\n        a: b',
    '\n    - a',
  ],
]
const lineEdits: fc.Arbitrary<(line: string) => string> = fc.oneof(
  fc.constantFrom(...VALUES).map((value) => (line: string) => line.replace(/(?<=: |- )(?!\w+:).*$/, () => value)),
  fc.constantFrom(' ', '  ', '- ').map((more) => (line: string) => `${more}${line}`),
  fc.constantFrom(1, 2).map((less) => (line: string) => line.slice(less)),
  fc
    .constantFrom('\n', '\n\n', '\n# x\n', '\n    name: x\n', '\n      a: b\n')
    .map((end) => (line: string) => `${line}${end}${line}`),
  fc
    .constantFrom('', '---', '...', '<<: *a', '    home: x', '      a: b', '    - x', '  b:', ' ')
    .map((other) => () => other),
  fc
    .constantFrom(' ', '\t', ' # x', '\u00a0', '\u2028', '\u0007', ':')
    .map((more) => (line: string) => `${line}${more}`),
)
const edits = fc.array(fc.tuple(fc.nat({ max: HELM.split('\n').length - 2 }), lineEdits), {
  minLength: 1,
  maxLength: 3,
})

it('says of any text what the walk says of it', () => {
  fc.assert(
    fc.property(edits, fc.constantFrom('\n', '\r\n'), (all, eol) => {
      const lines = HELM.split('\n')
      for (const [line, edit] of all) lines[line] = edit(lines[line] ?? '')
      const bytes = Buffer.from(lines.join('\n').replaceAll('\n', eol))
      expect(outcome(bytes)).toEqual(outcome(walked(bytes)))
    }),
    { numRuns: 4000 },
  )
})
