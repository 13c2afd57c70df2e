import { asPreRelease, isPreRelease, nextVersion, versionsOnLine } from '../../bump/next-version.ts'
import { compareVersions } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartRef } from '../../model/chart.ts'
import type { BumpLevel } from '../../model/settings.ts'
import type { DesiredAppVersion, JudgedVersion } from '../decision/judged-chart.ts'
import { isAnyOnBranch } from '../history/reachable.ts'
import { type ClaimContext, claimOf } from './claims.ts'
import { publishedVersions } from './published-versions.ts'
import { type EvidenceContext, inspectTargets } from './target-state.ts'
import { decide } from './verdict.ts'

/** A number that is taken is skipped, but not for ever: this many taken in a row is no accident. */
const MAX_SKIPPED = 200
/** Of versions above that another branch released. */
const MAX_LOOKED_AT = 20

export interface FreeVersion extends JudgedVersion {
  /** Numbers before it that other content has. */
  readonly taken: readonly string[]
}

export interface VersionContext extends EvidenceContext, ClaimContext {}

/** What one version of a chart calls for: the targets are asked, then its git tag where they hold nothing. */
export async function judge(
  chart: ChartSource,
  version: string,
  desired: DesiredAppVersion,
  context: VersionContext,
): Promise<JudgedVersion> {
  const ref = { name: chart.manifest.name, version }
  const sightings = await inspectTargets(chart, ref, desired, context)
  const evidence = sightings.map((sighting) => sighting.evidence)
  const unseen = evidence.every((one) => one.state === 'absent')
  const wanted = { ...ref, appVersion: desired.value ?? chart.manifest.appVersion }
  const claim = unseen ? await claimOf(chart, wanted, context) : 'free'
  return { version, verdict: decide(version, evidence, claim === 'taken' ? 'taken' : 'free'), sightings }
}

export interface Wanted {
  readonly level: BumpLevel
  /** A version that is known to hold other content. */
  readonly other?: string | undefined
  /** The published version that is known to be the last of this line, where git may lag behind; `undefined` for none. */
  readonly from?: string | undefined
  /** The new version must be lower. */
  readonly below?: string | undefined
  /** The new version becomes a pre-release with this label. */
  readonly label?: string | undefined
}

/**
 * The next version on Chart.yaml's own line that is free, or that holds exactly this content already. Versions taken by
 * other content are skipped; of `other` that is known already. Returns `undefined` if no free one was found within bounds.
 */
export async function freeVersion(
  chart: ChartSource,
  desired: DesiredAppVersion,
  { level, other, below, label, ...counted }: Wanted,
  context: VersionContext,
): Promise<FreeVersion | undefined> {
  const after = (version: string) => {
    const next = nextVersion(version, level)
    return label === undefined || isPreRelease(next) ? next : asPreRelease(next, label)
  }
  const first = (await countedFrom(chart, level, counted, context)) ?? after(chart.manifest.version)
  let version = first === other ? after(first) : first
  const taken: string[] = []
  while (taken.length < MAX_SKIPPED && (below === undefined || compareVersions(version, below) < 0)) {
    const judged = await judge(chart, version, desired, context)
    if (judged.verdict.action !== 'move') return { ...judged, taken }
    taken.push(version)
    version = after(version)
  }
  return undefined
}

async function countedFrom(
  chart: ChartSource,
  level: BumpLevel,
  counted: Pick<Wanted, 'from'>,
  context: VersionContext,
): Promise<string | undefined> {
  if ('from' in counted) return counted.from
  return context.gitStays ? highestPublished(chart, level, context) : undefined
}

/** The highest version of the chart's line that any target shows; `undefined` where that is Chart.yaml's own, or none. */
export async function highestPublished(
  chart: ChartSource,
  level: BumpLevel,
  context: Pick<VersionContext, 'targets'>,
): Promise<string | undefined> {
  const { name, version } = chart.manifest
  const [highest] = versionsOnLine(await publishedVersions(name, context), version, level)
  return highest === version ? undefined : highest
}

/**
 * The same where levels differ from release to release, so that the numbers don't tell which line a version is of: the
 * highest one that was packaged from a commit of this branch, or that is on Chart.yaml's own major.minor line.
 */
export async function highestOnLine(
  chart: ChartSource,
  context: Pick<VersionContext, 'targets' | 'git'>,
): Promise<string | undefined> {
  const { name, version } = chart.manifest
  const all = await publishedVersions(name, context)
  const close = versionsOnLine(all, version, 'patch')[0]
  for (const one of versionsOnLine(all, version, 'major').slice(0, MAX_LOOKED_AT)) {
    if (one === close) break
    if (await isOfThisBranch({ name, version: one }, context)) return one
  }
  return close === version ? undefined : close
}

/** By the commits that the targets record. */
async function isOfThisBranch(
  ref: ChartRef,
  { targets, git }: Pick<VersionContext, 'targets' | 'git'>,
): Promise<boolean> {
  const held = await Promise.all(targets.map((target) => target.find(ref, { signatures: false })))
  const commits = held.flatMap((one) => (one.state === 'present' ? (one.revision ?? []) : []))
  return isAnyOnBranch(new Set(commits), git)
}
