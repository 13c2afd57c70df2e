import type { ChartManifest, Lock } from '../../model/chart.ts'
import { isObject, type Json } from '../../model/json.ts'
import { digestOf } from '../archive/digest.ts'
import { goJson } from '../manifest/metadata.ts'
import type { SourceFile } from './tree.ts'

/** Annotations that describe one release rather than the chart; release notes may rewrite them. */
export const RELEASE_ANNOTATIONS: ReadonlySet<string> = new Set([
  'artifacthub.io/changes',
  'artifacthub.io/containsSecurityUpdates',
  'artifacthub.io/prerelease',
])

/** Replaced by their canonical form below. */
const CANONICAL_FILES = new Set(['Chart.yaml', 'Chart.lock', 'requirements.lock'])

/** A dependency whose files are in this repository. */
export interface LocalPart {
  readonly name: string
  readonly version: string
  readonly fingerprint: string
}

/**
 * `sha256:<hex>` over everything that decides what the package contains, except what a release itself moves (version,
 * appVersion, release annotations): the packaged files by git's own object ids, Chart.yaml as Helm reads it, the locked
 * dependency versions, and the fingerprints of dependencies in this repository.
 */
export function fingerprint(
  manifest: ChartManifest,
  files: readonly SourceFile[],
  lock: Lock | undefined,
  local: readonly LocalPart[],
): string {
  const lines = [
    'release-charts fingerprint 1',
    `chart ${goJson(canonical(manifest.metadata))}`,
    ...files
      .filter(({ path }) => !CANONICAL_FILES.has(path))
      .map(({ path, object }) => `file ${object} ${goJson(path)}`),
    ...(lock?.entries ?? []).map((entry) => `lock ${goJson([entry.name, entry.version, entry.repository])}`),
    ...local.map((part) => `local ${goJson([part.name, part.version, part.fingerprint])}`),
  ]
  return digestOf(lines.join('\n'))
}

function canonical(metadata: ChartManifest['metadata']): Json {
  const { version, appVersion, annotations, ...rest } = metadata
  const kept = Object.entries(isObject(annotations) ? annotations : {})
    .filter(([key]) => !RELEASE_ANNOTATIONS.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) }
}
