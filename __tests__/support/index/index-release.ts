import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { type IndexFile, readIndex } from '../../../src/index-file/index-file.ts'
import { type IndexRelease, releaseOf } from '../../../src/index-file/write/release.ts'
import type { PackagedChart } from '../../../src/model/chart.ts'
import { aPackagedChart } from '../charts/packaged-chart.ts'

/** A release for an index. Same arguments, same release. */
export function anIndexRelease(change: Partial<PackagedChart> = {}): IndexRelease {
  const chart = aPackagedChart(change)
  return releaseOf(chart, [`${chart.name}-${chart.version}.tgz`])
}

export const WRITTEN_AT = new Date('2026-11-25T12:00:00Z')

export function indexOf(text: string | Uint8Array): IndexFile {
  return readIndex({ file: 'index.yaml', bytes: Buffer.from(text) })
}

/** The index with these releases, as text. */
export function withReleases(text: string, ...releases: readonly IndexRelease[]): string {
  return Buffer.from(indexOf(text).add(releases, WRITTEN_AT).bytes).toString()
}

export type ParsedEntry = Readonly<Record<string, unknown>>

interface ParsedIndex {
  readonly entries?: Readonly<Record<string, readonly ParsedEntry[] | string>> | string
}

/** Charts and their entries in the reading of a full parser of YAML, which shares nothing with ours; every scalar is text. */
export function fullyParsed(text: string | Uint8Array): ReadonlyMap<string, readonly ParsedEntry[]> {
  const index = load(Buffer.from(text).toString(), { schema: FAILSAFE_SCHEMA }) as ParsedIndex
  // Null is a text too in this reading.
  const charts = typeof index.entries === 'object' ? index.entries : {}
  return new Map(Object.entries(charts).map(([name, list]) => [name, typeof list === 'string' ? [] : list]))
}
