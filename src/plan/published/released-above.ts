import { isPreRelease } from '../../bump/next-version.ts'
import { compareVersions, parseVersion } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { isAnyOnBranch } from '../history/reachable.ts'
import { claimedVersions } from './claim-tags.ts'
import type { VersionContext } from './free-version.ts'
import { publishedVersions } from './target-state.ts'

/** Of minor versions above; those of other branches are above for good. */
const MAX_LOOKED_AT = 5

/**
 * The highest version above `version` that was published from this branch: it was raised and taken back in git, and consumers
 * who take the newest stay with it. Git's tags say which there are, which costs nothing: they are read for every version that
 * is released. Without tags the targets are asked.
 */
export async function releasedAbove(
  { manifest: { name } }: ChartSource,
  version: string,
  context: VersionContext,
): Promise<string | undefined> {
  const tagged = await claimedVersions(name, context)
  const known = tagged ? [...tagged.keys()] : await publishedVersions(name, context)
  for (const one of closestAbove(version, known)) {
    const seen = await Promise.all(context.targets.map((target) => target.find({ name, version: one })))
    const held = seen.flatMap((presence) => (presence.state === 'present' ? [presence] : []))
    const commits = held.flatMap(({ revision }) => revision ?? tagged?.get(one) ?? [])
    if (held.length > 0 && (await isAnyOnBranch(new Set(commits), context.commit, context.git))) return one
  }
  return undefined
}

/** Highest first, one of each minor version. Above a stable version, pre-releases don't count. */
function closestAbove(version: string, known: readonly string[]): readonly string[] {
  const above = known
    .filter(
      (one) => parseVersion(one) && compareVersions(one, version) > 0 && (isPreRelease(version) || !isPreRelease(one)),
    )
    .sort((a, b) => compareVersions(b, a))
  const byMinor = Map.groupBy(above, (one) => `${parseVersion(one)?.major}.${parseVersion(one)?.minor}`)
  return [...byMinor.values()].flatMap((group) => group[0] ?? []).slice(-MAX_LOOKED_AT)
}
