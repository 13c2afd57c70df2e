import { compareVersions, parsePublished } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartRef, ObjectId } from '../../model/chart.ts'
import type { Presence, Published, Target } from '../../model/target.ts'
import type { JudgedVersion } from '../decision/judged-chart.ts'
import { type ClaimContext, claimingCommit } from './claims.ts'
import type { VersionContext } from './free-version.ts'
import { publishedVersions } from './published-versions.ts'

/** The release that a chart is compared with: users move from there. */
export interface Baseline {
  readonly version: string
  /** Where its package can be fetched; empty where only git knows of it. */
  readonly published: readonly { readonly target: Target; readonly presence: Published }[]
  /** The commit it was packaged from, by its record or by its git tag. */
  readonly commit?: ObjectId
}

/** The version that was judged, where it is a release: a target holds it, or a git tag stands for it. */
export async function baselineOf(
  chart: ChartSource,
  { version, sightings }: JudgedVersion,
  context: ClaimContext,
): Promise<Baseline | undefined> {
  return release({ name: chart.manifest.name, version }, sightings, context)
}

/**
 * The last release before a version that nobody holds yet: the highest published one below it. After a stable version
 * comes a stable one, since its users don't meet the pre-releases between. `undefined` where this is the first.
 */
export async function releaseBefore(
  chart: ChartSource,
  version: string,
  context: Pick<VersionContext, 'targets'> & ClaimContext,
): Promise<Baseline | undefined> {
  const { name } = chart.manifest
  const last = await versionBefore(chart, version, context)
  if (last === undefined) return undefined
  const ref = { name, version: last }
  const sightings = await Promise.all(
    context.targets.map(async (target) => ({ target, presence: await target.find(ref, { signatures: false }) })),
  )
  return release(ref, sightings, context)
}

/** Its number alone, which takes one request for each target. */
export async function versionBefore(
  { manifest: { name } }: ChartSource,
  version: string,
  context: Pick<VersionContext, 'targets'>,
): Promise<string | undefined> {
  const below = (await publishedVersions(name, context))
    .filter((one) => parsePublished(one) && compareVersions(one, version) < 0)
    .sort((a, b) => compareVersions(b, a))
  return isStable(version) ? (below.find(isStable) ?? below[0]) : below[0]
}

interface Seen {
  readonly target: Target
  readonly presence: Presence
}

async function release(ref: ChartRef, seen: readonly Seen[], context: ClaimContext): Promise<Baseline | undefined> {
  const published = seen.flatMap(({ target, presence }) => (presence.state === 'present' ? [{ target, presence }] : []))
  const recorded = published.find(({ presence }) => presence.revision !== undefined)?.presence.revision
  const commit = recorded ?? (await claimingCommit(ref, context))
  if (published.length === 0 && commit === undefined) return undefined
  return { version: ref.version, published, ...(commit !== undefined && { commit }) }
}

function isStable(version: string): boolean {
  return parsePublished(version)?.prerelease.length === 0
}
