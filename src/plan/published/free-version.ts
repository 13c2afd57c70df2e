import { asPreRelease, isPreRelease } from '../../bump/next-version.ts'
import type { Numbering } from '../../bump/strategy.ts'
import { compareVersions } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { DesiredAppVersion, JudgedVersion } from '../decision/judged-chart.ts'
import { type ClaimContext, claimOf } from './claims.ts'
import { type EvidenceContext, inspectTargets } from './target-state.ts'
import { verdictFor } from './verdict.ts'

/** Taken numbers are skipped up to this many in a row, which is no accident any more. */
const MAX_SKIPPED = 200
export interface FreeVersion extends JudgedVersion {
  /** Numbers before it that other content has. */
  readonly taken: readonly string[]
}

export interface VersionContext extends EvidenceContext, ClaimContext {
  /** The commit that is planned. */
  readonly commit: ObjectId
}

/** What one version of a chart calls for: the targets are asked, then its git tag if they hold nothing. */
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
  return { version, verdict: verdictFor(version, evidence, claim === 'taken' ? 'taken' : 'free'), sightings }
}

export interface VersionSearch {
  readonly numbering: Numbering
  /** A version that is known to hold other content. */
  readonly other?: string | undefined
  /** The published version that is known to be the last of this line, if git may lag behind. */
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
  { numbering, other, below, label, from }: VersionSearch,
  context: VersionContext,
): Promise<FreeVersion | undefined> {
  const after = (version: string) => {
    const next = numbering.next(version, below)
    return label === undefined || isPreRelease(next) ? next : asPreRelease(next, label)
  }
  const first = from ?? after(chart.manifest.version)
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
