import type { ChartRef } from '../../model/chart.ts'
import type { GitHubRelease, GitHubReleases } from '../../ports/github.ts'

export type LatestRule = (ref: ChartRef) => Promise<'legacy' | 'false'>

/** No release of a chart is ever shown as the latest. */
export const never: LatestRule = async () => 'false'

/**
 * Whether a release may become the one that GitHub shows as the latest. A pre-release never does. Another one does if the
 * latest is a chart's too, or if there is none: in a repository that also releases an application that is left alone.
 */
export function createLatestRule(
  releases: Pick<GitHubReleases, 'latest'>,
  tagOf: (ref: ChartRef) => string | undefined,
): LatestRule {
  let asked: Promise<'legacy' | 'false'> | undefined
  return async ({ version }) => {
    if (isPrerelease(version)) return 'false'
    asked ??= releases.latest().then((latest) => (!latest || isChart(latest, tagOf) ? 'legacy' : 'false'))
    return asked
  }
}

export function isPrerelease(version: string): boolean {
  return (version.split('+')[0] ?? '').includes('-')
}

/** It has the archive of a chart whose tag it has. A name and a version may both hold dashes, so each place is tried. */
function isChart({ tag, assets }: GitHubRelease, tagOf: (ref: ChartRef) => string | undefined): boolean {
  return assets.some(({ name: file }) => {
    const stem = file.endsWith('.tgz') ? file.slice(0, -'.tgz'.length) : ''
    return [...stem.matchAll(/-/g)].some(
      ({ index }) => tagOf({ name: stem.slice(0, index), version: stem.slice(index + 1) }) === tag,
    )
  })
}
