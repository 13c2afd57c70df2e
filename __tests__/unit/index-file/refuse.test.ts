import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../src/model/errors.ts'
import { anIndexRelease, fullyParsed, indexOf, WRITTEN_AT, withReleases } from '../../support/index/index-release.ts'
import { failureOf } from '../../support/values/failure.ts'

const head = 'apiVersion: v1\nentries:\n'
const tail = 'generated: "2026-01-01T00:00:00Z"\n'
const app = '  app:\n  - name: app\n    version: 1.0.0\n'

describe('a damaged index is refused, with the place', () => {
  it.each([
    ['nothing', '', 'is empty', 1, 1],
    ['blank lines', '\n\n', 'is empty', 1, 1],
    ['comments only', '# index\n', 'is empty', 1, 1],
    [
      'a merge that was not resolved',
      `${head}${app}<<<<<<< HEAD\n${tail}=======\n${tail}>>>>>>> other\n`,
      'conflict marker <<<<<<<',
      6,
      1,
    ],
    ['what is left of a merge', `${head}${app}=======\n${tail}`, 'conflict marker =======', 6, 1],
    ['a key without value', `${head}${app}generated\n`, 'no key', 6, 1],
    ['text', 'Not Found\n', 'no mapping', 1, 1],
    ['a web page', '<!DOCTYPE html>\n<html></html>\n', 'no mapping', 1, 1],
    ['a list', '- apiVersion: v1\n', 'no mapping', 1, 1],
    ['no apiVersion', `entries:\n${app}${tail}`, 'no `apiVersion`', 1, 1],
    ['a quote that stays open', `${head}  app:\n  - name: "app\n    version: 1.0.0\n${tail}`, 'quoted text', 5, 5],
    [
      'a bracket that stays open',
      `${head}  app:\n  - name: app\n    urls: [a\n${tail}`,
      'comma or the closing bracket',
      6,
      1,
    ],
    ['a line indented too deep', `${head}  app:\n  - name: app\n      version: 1.0.0\n${tail}`, 'second `:`', 5, 14],
    [
      'a field that stands alone',
      `${head}  app:\n  - name: "app"\n      version: 1.0.0\n${tail}`,
      'indented deeper',
      5,
      7,
    ],
    ['a line indented too little', `${head}  app:\n  - name: app\n   version: 1.0.0\n${tail}`, 'indented deeper', 5, 4],
    ['a tab as indentation', `${head}  app:\n  - name: app\n\tversion: 1.0.0\n${tail}`, 'tab', 5, 1],
    ['a chart twice', `${head}${app}${app}${tail}`, 'app twice', 6, 3],
    ['a chart twice, in quotes', `${head}${app}${app.replace('app:', '"app":')}${tail}`, '"app" twice', 6, 3],
    [
      'an annotation twice, in quotes',
      `${head}${app}    annotations:\n      a: b\n      "\\x61": c\n${tail}`,
      'twice in one place',
      8,
      7,
    ],
    [
      'a field twice',
      `${head}  app:\n  - name: app\n    version: 1.0.0\n    version: 1.0.1\n${tail}`,
      'version twice',
      6,
      5,
    ],
    ['an annotation twice', `${head}${app}    annotations:\n      a: b\n      a: c\n${tail}`, 'key a twice', 8, 7],
    ['entries twice', `${head}${app}entries: {}\n`, 'entries twice', 6, 1],
    ['a time that is none', `${head}${app}generated: "2026-01-01T00:\n`, 'quote', 6, 12],
    ['half a time', `${head}${app}generated: 2026-01-01T00\n`, 'generated', 6, 12],
    ['an anchor that is nowhere', `${head}${app}    home: *h\n${tail}`, '*h', 6, 11],
    ['a control character', `${head}  app:\n  - name: app\n    home: a\u0007b\n${tail}`, 'U+0007', 5, 12],
    ['a lone carriage return', `${head}${app}    home: a\rversion: 2\n${tail}`, 'U+000D', 6, 12],
    ['a line separator', `${head}${app}    home: é\u2028b\n${tail}`, 'U+2028', 6, 12],
    ['a next-line character', `${head}${app}    home: a\u0085b\n${tail}`, 'U+0085', 6, 12],
    ['an unknown escape', `${head}${app}    home: "\\q"\n${tail}`, 'escape', 6, 12],
  ])('%s', async (_, text, says, line, column) => {
    const failure = await failureOf(() => indexOf(text))
    expect(failure.message).toContain(says)
    expect(failure.at).toEqual({ file: 'index.yaml', line, column })
    expect(failure.code).toMatch(/^INDEX_(?:INVALID|NOT_UNDERSTOOD)$/)
  })

  it('bytes that are no UTF-8', async () => {
    const failure = await failureOf(() =>
      indexOf(
        Buffer.concat([Buffer.from(`${head}${app}    home: `), Buffer.from([0xc3, 0x28]), Buffer.from(`\n${tail}`)]),
      ),
    )
    expect([failure.code, failure.at?.line]).toEqual(['INDEX_INVALID', 6])
  })

  it.each([
    [
      'as Helm writes it',
      Buffer.from(
        indexOf(`${head}  {}`.replace('\n  {}', ' {}\n') + tail).add(
          [anIndexRelease(), anIndexRelease({ name: 'web' }), anIndexRelease({ version: '1.0.0' })],
          WRITTEN_AT,
        ).bytes,
      ).toString(),
    ],
    [
      'as JSON',
      Buffer.from(
        indexOf('{"apiVersion":"v1","entries":{}}').add([anIndexRelease(), anIndexRelease({ name: 'web' })], WRITTEN_AT)
          .bytes,
      ).toString(),
    ],
  ])('cut short at any byte, %s', (_, text) => {
    const cut = Array.from({ length: text.length }, (_, length) => text.slice(0, length))
    const taken = cut.filter((part) => {
      try {
        indexOf(part)
        return true
      } catch (error) {
        if (error instanceof ReleaseError && error.kind !== 'bug') return false
        throw error
      }
    })
    // Whole but for the last line break; and what Helm itself takes for an index without charts.
    const rest = taken.filter(
      (part) => part !== 'apiVersion: v1\n' && part !== 'apiVersion: v1' && part.trimEnd() !== text.trimEnd(),
    )
    expect(rest).toEqual([])
  })
})

describe('an index that is not followed is refused, with the place', () => {
  it.each([
    ['a key behind a question mark', `${head}  ? app\n  : []\n${tail}`, 'question mark', 3, 3],
    ['entries that are a list', `apiVersion: v1\nentries:\n- name: app\n${tail}`, 'another kind', 3, 1],
    ['a chart that is a mapping', `${head}  app:\n    name: app\n${tail}`, 'another kind', 4, 5],
    ['an entry that is a text', `${head}  app:\n  - app-1.0.0.tgz\n${tail}`, 'no mapping of fields', 4, 5],
    [
      'a version over two lines',
      `${head}  app:\n  - name: app\n    version: 1.0.0\n      -rc.1\n${tail}`,
      'several lines',
      5,
      14,
    ],
    [
      'a field in two spellings',
      `${head}  app:\n  - name: app\n    version: 1.0.0\n    Version: 1.0.1\n${tail}`,
      '`version` of an entry twice',
      6,
      5,
    ],
    ['a tag that does not fit', `${head}${app}    deprecated: !!bool "yes"\n${tail}`, 'tag !!bool', 6, 24],
    ['a tag that is defined above', `%TAG ! tag:example.com,2026:\n---\n${head}${app}${tail}`, 'directive %TAG', 1, 1],
    ['charts that are merged', `${head}  a: &a []\n  <<: {b: *a}\n${tail}`, 'merges charts', 4, 3],
    [
      'an anchor that stands for two values',
      `${head}${app}    home: &a b\n    icon: &a c\n    description: *a\n${tail}`,
      'two values',
      8,
      18,
    ],
    [
      'an alias within its own value',
      `${head}${app}    keywords: &a [*a]\n${tail}`,
      'within what it stands for',
      6,
      19,
    ],
    [
      'a version in a block',
      `${head}  app:\n  - name: app\n    version: |-\n      1.0.0\n${tail}`,
      'several lines',
      5,
      14,
    ],
    ['an anchor on a key', `${head}  app:\n  - &a name: app\n    version: 1.0.0\n${tail}`, '', 4, 12],
    ['a quoted text that hangs out', `${head}${app}    home: "a\n  b"\n${tail}`, 'indented less', 7, 3],
    [
      '100 brackets',
      `${head}${app}    keywords: ${'['.repeat(100)}${']'.repeat(100)}\n${tail}`,
      'too deep',
      6,
      15 + 56,
    ],
  ])('%s', async (_, text, says, line, column) => {
    const failure = await failureOf(() => indexOf(text))
    expect(failure.message).toContain(says)
    expect(failure.at).toEqual({ file: 'index.yaml', line, column })
    expect(failure.code).toMatch(/^INDEX_(?:INVALID|NOT_UNDERSTOOD)$/)
  })
})

describe('aliases without end', () => {
  const levels = (line: (n: number) => string) => Array.from({ length: 20_000 }, (_, n) => line(n + 1)).join('')

  it.each([
    ['one behind the other', `    a: &a0 x\n${levels((n) => `    a${n}: &a${n} [*a${n - 1}]\n`)}`],
    ['that grow', `    a: &a0 [x]\n${levels((n) => `    a${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`)}`],
    ['of one large value', `    a: &a0 {${levels((n) => `k${n}: v, `)}}\n${levels((n) => `    a${n}: *a0\n`)}`],
  ])('are refused in good time: %s', async (_, lines) => {
    const text = `serverInfo:\n${lines}${head}${app}${tail}`
    const failure = await failureOf(() => indexOf(text))
    expect(failure).toMatchObject({ code: 'INDEX_NOT_UNDERSTOOD', at: { file: 'index.yaml' } })
  })
})

describe('what is odd in real indexes', () => {
  const odd = `${head}  app:
  - name: app
    version: 1.0.0
  - name: app
    version: 1.0.0
  - name: other
    version: 0.9.0
  - name: app
    version: latest
  - name: app
  - version: 0.1.0
  -
  web:
  - name: web
    version: 1.0.0
${tail}`

  it('stays as it is, and is told', () => {
    const index = indexOf(odd)
    expect(index.warnings.map(({ text, at }) => `${at.line}: ${text}`)).toEqual([
      '6: app 1.0.0 is there twice, and Helm takes one of them; it stays as it is.',
      '8: The entry 0.9.0 under app is of a chart named other; it stays as it is.',
      '10: Helm skips app latest, which is no version; it stays as it is.',
      '12: An entry of app has no version, and Helm skips it; it stays as it is.',
      '13: An entry of app has no name, and Helm skips it; it stays as it is.',
      '14: An entry of app has no version, and Helm skips it; it stays as it is.',
    ])
    const after = fullyParsed(withReleases(odd, anIndexRelease())).get('app')
    expect(after?.slice(1)).toEqual(fullyParsed(odd).get('app'))
  })

  it('is told in ten lines at most', () => {
    const many = `${head}  app:\n${'  - name: app\n    version: 1.0.0\n'.repeat(1000)}${tail}`
    const { warnings: notices } = indexOf(many)
    expect(notices).toHaveLength(11)
    expect(notices.at(-1)?.text).toBe('989 more entries of index.yaml are odd.')
  })

  it('says when an index comes near to what Flux reads', () => {
    const filler = `# ${'x'.repeat(1021)}\n`
    const sized = (mebibytes: number) => `${filler.repeat(mebibytes * 1024)}${head}${app}${tail}`
    expect(indexOf(sized(39)).warnings).toEqual([])
    expect(indexOf(sized(41)).warnings[0]?.text).toContain('Flux will read none over 50 MiB')
    expect(indexOf(sized(51)).warnings[0]?.text).toContain('Flux reads none over 50 MiB')
  })
})

describe('a time that other places follow', () => {
  const entry = (created: string) => `${head}${app}    created: ${created}\n`

  it.each([
    [`apiVersion: v1\ngenerated: &g "2026-01-01T00:00:00Z"\n${entry('*g').replace('apiVersion: v1\n', '')}`, 2],
    [
      `apiVersion: v1\ngenerated: &g # now\n  "2026-01-01T00:00:00Z"\n${entry('*g').replace('apiVersion: v1\n', '')}`,
      2,
    ],
    [
      `apiVersion: v1\ngenerated: &g "2026-01-01T00:00:00Z"\n${entry('"2026-01-01T00:00:00Z"').replace('apiVersion: v1\n', '')}serverInfo: {t: *g}\n`,
      2,
    ],
  ])('is not replaced: %j', async (text, line) => {
    const failure = await failureOf(() => withReleases(text, anIndexRelease({ version: '9.0.0' })))
    expect(failure).toMatchObject({ code: 'INDEX_NOT_UNDERSTOOD', at: { line } })
  })

  it('is replaced where nothing follows it', () => {
    const text = `${entry('"2026-01-01T00:00:00Z"')}generated: &g "2026-01-01T00:00:00Z"\n`
    expect(withReleases(text, anIndexRelease({ version: '9.0.0' }))).toContain('generated: &g "')
  })
})
