import { describe, expect, it } from '@jest/globals'
import { indexEntries } from '../../../../src/chart/dependencies/repository-index.ts'
import { failureOf } from '../../../support/values/failure.ts'

const versions = (index: string, name: string) => indexEntries(index, name).map(({ version }) => version)

describe('an index of charts', () => {
  it.each([
    [
      'as Helm writes it',
      'apiVersion: v1\nentries:\n  app:\n  - version: 1.10\n    urls: [a]\n  app2:\n  - version: 2.0.0\n    urls: [b]\n',
    ],
    [
      'with other indents',
      'entries:\n\n    # ours\n    app:\n      - version: 1.10\n        urls: [a]\n    app2: []\n',
    ],
    ['with Windows line ends', 'entries:\r\n  app:\r\n  - version: 1.10\r\n    urls:\r\n    - a\r\n  b: []\r\n'],
    ['with quoted keys', 'entries:\n  "other": []\n  "app":\n  - version: "1.10"\n    urls: [a]\n'],
    ['in JSON', '{"entries": {"app": [{"version": "1.10", "urls": ["a"]}]}}'],
    ['in flow style', 'entries: {app: [{version: 1.10, urls: [a]}]}\n'],
    ['with keys in another case', 'Entries:\n  app:\n  - Version: 1.10\n    URLS: [a]\n'],
    ['with an anchor elsewhere', 'x: &x\n  - version: 1.10\n    urls: [a]\nentries:\n  app: *x\n'],
  ])('is read %s', (_, text) => {
    expect(indexEntries(text, 'app').map(({ version, urls, digest }) => ({ version, urls, digest }))).toEqual([
      { version: '1.10', urls: ['a'], digest: undefined },
    ])
    expect(versions(text, 'nobody')).toEqual([])
    expect(versions(text, '__proto__')).toEqual([])
  })

  it('gives no chart the lines of another, whatever stands in texts', () => {
    const text =
      'entries:\n  a:\n  - description: |\n      entries:\n        app:\n    version: 9.0.0\n    urls: []\n  app:\n  - version: 1.0.0\n    urls: []\n'
    expect(versions(text, 'app')).toEqual(['1.0.0'])
  })

  it('takes an address from an anchor elsewhere', () => {
    const text = 'entries:\n  lib:\n  - version: 1.0.0\n    urls: &u [a]\n  app:\n  - version: 2.0.0\n    urls: *u\n'
    expect(indexEntries(text, 'app')[0]?.urls).toEqual(['a'])
  })

  it('reads only the entry that is asked for', () => {
    // One that can't be parsed, beside the wanted one: what is not asked for is not read.
    const odd = `  - description: ${'['.repeat(200)}\n    version: 1.0.0\n    urls: [a]\n`
    const entries = indexEntries(`entries:\n  app:\n${odd}  - version: 2.0.0\n    urls: [b]\n    digest: d\n`, 'app')
    expect(entries.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0'])
    expect([entries[1]?.urls, entries[1]?.digest]).toEqual([['b'], 'd'])
    expect(() => entries[0]?.urls).toThrow('cannot be read as YAML')
  })

  it('tells a chart that is not there without reading the others', () => {
    const odd = `  - description: ${'['.repeat(200)}\n    version: 1.0.0\n`
    expect(versions(`entries:\n  app:\n${odd}  lib:\n${odd}`, 'web')).toEqual([])
    expect(versions('entries:\n  app: []\n  web: [{version: 1.0.0, urls: []}]\n', 'web')).toEqual(['1.0.0'])
    expect(versions('entries:\n  app: []\n  "w\\x65b": [{version: 1.0.0, urls: []}]\n', 'web')).toEqual(['1.0.0'])
  })

  it('takes no version for one that stands in a text or a dependency', () => {
    const text =
      'entries:\n  app:\n  - dependencies:\n    - name: a\n      version: 7.0.0\n    description: |\n      version: 8.0.0\n    version: 1.0.0\n    urls: [a]\n'
    expect(versions(text, 'app')).toEqual(['1.0.0'])
  })

  it.each([
    ['aliases that grow', `entries:\n  app:\n  - &a0 [x, x]\n${bombLines(40)}  - version: 1.0.0\n    urls: []\n`],
    ['brackets without an end', `entries:\n  app: ${'['.repeat(100_000)}\n`],
    ['no entries', 'apiVersion: v1\n'],
    ['a list', '- 1\n'],
    ['nothing', ''],
  ])('that holds %s is refused', async (_, text) => {
    expect((await failureOf((async () => indexEntries(text, 'app'))())).code).toBe('DEPENDENCY_FAILED')
  })
})

function bombLines(levels: number): string {
  return Array.from({ length: levels }, (_, n) => `  - &a${n + 1} [*a${n}, *a${n}]\n`).join('')
}
