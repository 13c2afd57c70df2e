import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isAlias, parseDocument, visit } from 'yaml'
import { readIndex } from '../../../src/index-file/index-file.ts'
import { scanIndex } from '../../../src/index-file/read/scan.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import { anIndexRelease, fullyParsed, WRITTEN_AT } from '../../support/index/index-release.ts'

/** How an index is written. */
interface Style {
  readonly eol: string
  readonly name: number
  readonly dash: number
  readonly gap: number
  readonly comments: boolean
  readonly quotes: '' | '"' | "'"
  readonly flow: boolean
  readonly last: boolean
  readonly atEnd: boolean
}

const styles: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  name: fc.integer({ min: 1, max: 4 }),
  dash: fc.integer({ min: 0, max: 3 }),
  gap: fc.integer({ min: 2, max: 4 }),
  comments: fc.boolean(),
  quotes: fc.constantFrom('' as const, '"' as const, "'" as const),
  flow: fc.boolean(),
  last: fc.boolean(),
  atEnd: fc.boolean(),
})
const versions = fc.constantFrom(
  '1.0.0',
  '1.0.0-rc.1',
  '2.1.0',
  'v1.2',
  '0.1.0+b',
  'latest',
  '10.0.0',
  '1.10.1',
  '1.2.3-a',
)
const texts = fc.constantFrom(
  'one',
  'two words',
  'a: b',
  '# no',
  "it's",
  '"so"',
  '- x',
  'a\nb\n',
  'a\n\n  b',
  'ü 🦔',
  '  ',
  'x #y',
  '{',
  '[a',
  '&a',
  '*a',
  '!t',
  '%',
  '@',
  '|',
  '>-',
  '? a',
  '---',
  'a\n---\nb\n',
  'version: 9.9.9',
  '\ttab',
)
const entries = fc.record({
  version: versions,
  text: texts,
  list: fc.array(texts, { maxLength: 2 }),
  folded: fc.boolean(),
})
const charts = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('app', 'web', 'a', 'zoo', 'x-1', 'x-10', 'on', '1.10'),
    entries: fc.array(entries, { minLength: 1, maxLength: 4 }),
  }),
  {
    selector: ({ name }) => name,
    maxLength: 4,
  },
)
type Entry = typeof entries extends fc.Arbitrary<infer T> ? T : never

function scalar(text: string, quotes: string): string {
  if (quotes === "'" && !text.includes('\n') && !text.includes('\t')) return `'${text.replaceAll("'", "''")}'`
  return /^[a-z]+$/.test(text) && quotes === '' ? text : JSON.stringify(text)
}

function entryLines(
  { version, text, list, folded }: Entry,
  name: string,
  { quotes, flow, comments }: Style,
): readonly string[] {
  const block = /^[a-z]/.test(text) && text.includes('\n')
  return [
    `name: ${JSON.stringify(name)}`,
    ...(comments ? ['# version: 8.8.8', ''] : []),
    `version: ${quotes}${version}${quotes}${comments ? ' # version: 7.7.7' : ''}`,
    ...(block
      ? [
          `description: ${folded ? '>+' : '|-'}`,
          ...text
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => (line ? `  ${line}` : '')),
        ]
      : [`description: ${scalar(text, quotes)}`]),
    ...(flow
      ? [`keywords: [${list.map((each) => scalar(each, quotes)).join(', ')}]`]
      : list.length > 0
        ? ['keywords:', ...list.map((each) => `- ${scalar(each, quotes)}`)]
        : []),
    ...(flow
      ? [`annotations: {"a": ${JSON.stringify(text)}, b: ''}`]
      : ['annotations:', `   ? `.trim() === '' ? '' : `  a: ${JSON.stringify(text)}`]),
    'home: plain text that goes',
    '  on over lines',
  ]
}

function written(all: readonly { readonly name: string; readonly entries: readonly Entry[] }[], style: Style): string {
  const { name: column, dash, gap, comments, last, atEnd } = style
  const time = 'generated: "2026-01-01T00:00:00Z"'
  const pad = (line: string, by: number) => (line === '' ? '' : ' '.repeat(by) + line)
  const lines = all.flatMap(({ name, entries }) => [
    ...(comments ? ['', `  # chart ${name}`] : []),
    `${' '.repeat(column)}${JSON.stringify(name)}:${comments ? ' # - version: 6.6.6' : ''}`,
    ...entries.flatMap((entry) =>
      entryLines(entry, name, style).map((line, index) =>
        index === 0 ? `${' '.repeat(column + dash)}-${' '.repeat(gap - 1)}${line}` : pad(line, column + dash + gap),
      ),
    ),
  ])
  const body = [
    'apiVersion: v1',
    ...(last ? [] : [time]),
    all.length > 0 ? 'entries:' : 'entries: {}',
    ...lines,
    ...(last ? [time] : []),
  ]
  return body.join(style.eol) + (atEnd ? style.eol : '')
}

const versionsIn = (text: string) =>
  [...fullyParsed(text)].map(([name, list]) => [name, list.map(({ version }) => String(version))])

it('finds the charts and versions that a full parser finds, in any style', () => {
  fc.assert(
    fc.property(charts, styles, (all, style) => {
      const text = written(all, style)
      const layout = scanIndex({ file: 'index.yaml', bytes: Buffer.from(text) })
      expect(
        [...layout.charts.values()].map(({ name, entries }) => [name, entries.map(({ version }) => version)]),
      ).toEqual(versionsIn(text))
    }),
    { numRuns: 300 },
  )
})

it('adds to any style, and a full parser finds all of before and what was added, and no more', () => {
  const added = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('app', 'web', 'new', 'x-2'),
      version: fc.constantFrom('1.5.0', '0.0.1', '3.0.0-rc.1', '3.0.0'),
    }),
    { selector: ({ name, version }) => `${name} ${version}`, minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(charts, styles, added, (all, style, releases) => {
      const text = written(all, style)
      const index = readIndex({ file: 'index.yaml', bytes: Buffer.from(text) }).add(
        releases.map(anIndexRelease),
        WRITTEN_AT,
      )
      const after = fullyParsed(index.bytes)
      const isNew = (name: string, version: unknown) =>
        releases.some((each) => each.name === name && each.version === version)
      for (const [name, list] of fullyParsed(text))
        expect(after.get(name)?.filter(({ version }) => !isNew(name, version))).toEqual(list)
      const found = [...after].flatMap(([name, list]) =>
        list.filter(({ version }) => isNew(name, version)).map(({ version }) => `${name} ${version}`),
      )
      expect(found.sort()).toEqual(releases.map(({ name, version }) => `${name} ${version}`).sort())
      expect(new Set(after.keys())).toEqual(new Set([...fullyParsed(text).keys(), ...releases.map(({ name }) => name)]))
    }),
    { numRuns: 300 },
  )
})

it('takes no text for an index that a full parser refuses or reads otherwise', () => {
  const line = fc.constantFrom(
    ...[
      'apiVersion: v1',
      'entries:',
      '  app:',
      '  - name: app',
      '    version: 1.0.0',
      '    version: "2',
      '  - version: 3.0.0',
      '  web: []',
      '    - a',
      '  web:',
      '- x',
      '    home: |',
      '      x',
      '    home: a',
      '      b: c',
    ],
    ...[
      '    "q": [a,',
      '  b]',
      '    k: {a: 1}',
      '# c',
      '',
      '    x: &a y',
      '    z: *a',
      'generated: "2026-01-01T00:00:00Z"',
      '   odd: 1',
      '    - b',
      '      version: 4.0.0',
      '  - - x',
      "    s: 'a",
      "      b'",
      '    t: >',
      '\t',
      '    f: {a',
      '  ? x',
    ],
  )
  let taken = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = ['apiVersion: v1', 'entries:', ...lines, ''].join('\n')
      let layout: ReturnType<typeof scanIndex>
      try {
        layout = scanIndex({ file: 'index.yaml', bytes: Buffer.from(text) })
      } catch (error) {
        if (error instanceof ReleaseError && error.kind !== 'bug') return
        throw error
      }
      taken += 1
      const document = parseDocument(text, { schema: 'failsafe', merge: false })
      expect(document.errors.map(({ message }) => message)).toEqual([])
      visit(document, { Alias: (_, node) => expect(isAlias(node)).toBe(true) })
      expect(
        [...layout.charts.values()].map(({ name, entries }) => [name, entries.map(({ version }) => version)]),
      ).toEqual(
        [...fullyParsed(text)].map(([name, list]) => [
          name,
          list.map((entry) => (typeof entry === 'object' ? String(entry.version ?? '') : '')),
        ]),
      )
    }),
    { numRuns: 20_000 },
  )
  expect(taken).toBeGreaterThan(20)
})
