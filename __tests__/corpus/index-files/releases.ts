import { createHash } from 'node:crypto'
import { readEntry } from '../../../src/index-file/read/read-entry.ts'
import { scanIndex } from '../../../src/index-file/read/scan.ts'
import type { IndexRelease } from '../../../src/index-file/write/release.ts'
import type { Digest } from '../../../src/model/chart.ts'
import type { Json } from '../../../src/model/json.ts'
import type { RealIndex } from './real-indexes.ts'

const OWN_FIELDS = new Set(['urls', 'created', 'digest', 'removed'])

/** A release with everything that a Chart.yaml can hold. */
export function madeUp(name: string, version: string): IndexRelease {
  return {
    name,
    version,
    metadata: {
      name,
      home: 'https://example.com/#top',
      sources: ['https://example.com/source'],
      version,
      description: 'Yes: a "chart" \\ with # odd & <text>, ünïcödé and a very long line '.repeat(3).trim(),
      keywords: ['on', '1.10', '- dash', 'a: b'],
      maintainers: [{ name: "O'Neill", email: 'x@example.com' }],
      apiVersion: 'v2',
      appVersion: '1e3',
      deprecated: true,
      annotations: {
        'artifacthub.io/changes': '- kind: added\n  description: "one"\n- two\n',
        empty: '',
        tab: '\ta\n',
      },
      kubeVersion: '>=1.16.0-0',
      dependencies: [{ name: 'common', version: '~1.x', repository: '', condition: 'common.enabled', tags: ['t'] }],
      type: 'application',
    },
    ...placed(name, version),
  }
}

/** What `after` holds and `before` does not, as releases of ours. */
export function gained(before: RealIndex, after: RealIndex): readonly IndexRelease[] {
  const [old, now] = [before, after].map(({ bytes, name }) => scanIndex({ bytes, file: name }))
  return [...(now?.charts.values() ?? [])].flatMap((chart) => {
    const known = new Set(old?.charts.get(chart.name)?.entries.map(({ version }) => version))
    const seen = new Set<string>()
    return chart.entries.flatMap((entry) => {
      if (!now || known.has(entry.version) || seen.has(entry.version)) return []
      seen.add(entry.version)
      const fields = Object.entries(readEntry(now, chart.name, entry))
      const metadata = Object.fromEntries(fields.filter(([field]) => !OWN_FIELDS.has(field))) as { [key: string]: Json }
      return [{ name: chart.name, version: entry.version, metadata, ...placed(chart.name, entry.version) }]
    })
  })
}

function placed(name: string, version: string) {
  const digest: Digest = `sha256:${createHash('sha256').update(`${name} ${version}`).digest('hex')}`
  return {
    digest,
    created: new Date('2026-11-20T10:11:12Z'),
    urls: [`https://example.com/${name}-${version.replaceAll('+', '%2B')}.tgz`],
    fingerprint: digest,
    revision: 'a'.repeat(40),
  }
}
