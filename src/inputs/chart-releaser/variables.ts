import { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'
import { type ChartReleaserKey, chartReleaserKeys, type Entry } from './keys.ts'
import { type Read, readEntry } from './read-entry.ts'

const NAMES: readonly (readonly [ChartReleaserKey, string])[] = [
  ...(Object.keys(chartReleaserKeys) as ChartReleaserKey[]).map(
    (key) => [key, `CR_${key.replaceAll('-', '_').toUpperCase()}`] as const,
  ),
  ['charts-repo', 'CR_CHARTS_REPO_URL'],
]

/**
 * The `CR_*` variables of the job that chart-releaser would read; other names that begin so belong to somebody else.
 * Problems: `CHART_RELEASER_REFUSED`.
 */
export function readVariables(environment: Environment): Read {
  const read = NAMES.map(([key, name]) => readEntry(key, environment[name] ?? '', { words: `\`${name}\`` }))
  const problems = read.filter((one) => one instanceof ReleaseError)
  const entries = read.filter((one): one is Entry => one !== undefined && !(one instanceof ReleaseError))
  return { entries, remarks: [], problems }
}
