import { isPreRelease } from '../../bump/next-version.ts'
import { needsOf } from '../../bump/registry.ts'
import type { EvidenceNeed } from '../../bump/strategy.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { BumpSetting, Settings } from '../../model/settings.ts'
import { preReleaseOf } from '../app-version/app-tags.ts'
import type { AppVersionContext } from '../app-version/app-version.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { DesiredAppVersion, JudgedChart, JudgedVersion } from '../decision/judged-chart.ts'
import { bumpForbidden, noFreeVersion, noRoomBelow, unknownState } from '../decision/refusals.ts'
import { type Baseline, baselineOf } from '../published/baseline.ts'
import {
  type FreeVersion,
  freeVersion,
  highestOnLine,
  type VersionContext,
  type Wanted,
} from '../published/free-version.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf, zeroMajorOf } from '../scope/chart-settings.ts'
import type { Scope } from '../scope/scope.ts'
import { type BumpedDependency, type EvidenceOf, type Weighed, weigh } from './required-level.ts'

export interface PlanContext extends VersionContext, AppVersionContext {
  readonly settings: Settings
  readonly scope: Scope
  readonly evidenceOf: EvidenceOf
  /** What a proposed change is compared with where no target tells; only `check` is content with that. */
  readonly proposedOn?: () => Promise<ObjectId | undefined>
}

/** A version that needs no other number: taken as it is, with the edits that git lacks. */
export function fromVerdict({ chart, judged, desired }: JudgedChart, context: PlanContext): ChartDecision {
  const { verdict } = judged
  if (verdict.action === 'unknown') return refused(chart, unknownState(chart, judged), context)
  const appVersion = appVersionFor(chart, judged, desired)
  const edits = {
    ...(judged.version !== chart.manifest.version && { version: judged.version }),
    ...(appVersion !== undefined && appVersion !== chart.manifest.appVersion && { appVersion }),
  }
  const action = verdict.action === 'move' ? 'refuse' : verdict.action
  return { ...blank(chart, context), ...judged, action, reason: verdict.reason, desired, edits }
}

/**
 * The same for a chart that is published under a later number than git has, as a run for a tag of the application leaves
 * it: git gets that number, and the targets get nothing.
 */
export async function caughtUp(open: JudgedChart, context: PlanContext): Promise<ChartDecision> {
  const { chart, inGit } = open
  const decision = fromVerdict(open, context)
  if (context.gitStays || !inGit || (decision.action !== 'leave' && decision.action !== 'complete')) return decision
  // What goes into the changelog is what changed since the version that git has.
  const since = notesNeed(context).length > 0 ? await baselineOf(chart, inGit, context) : undefined
  const weighed = since && (await weighChart(open, since, [], context))
  const reason = `${decision.reason}; Chart.yaml gets that version`
  return { ...decision, ...(weighed && weightOf(weighed, since)), action: 'bump', reason }
}

/** What is published already says it; a package of another tool was compared with git as it stands. */
function appVersionFor({ manifest }: ChartSource, { sightings }: JudgedVersion, desired: DesiredAppVersion) {
  for (const { presence, evidence } of sightings) {
    if (presence.state !== 'present' || evidence.state === 'other') continue
    return presence.fingerprint === undefined ? manifest.appVersion : presence.appVersion
  }
  return desired.value
}

interface Because {
  readonly reason: string
  readonly moved: readonly BumpedDependency[]
  /** Whether the judged version is known to hold other content. */
  readonly isOther: boolean
}

/** The next version, as far as what changed asks for; or a refusal. */
export async function bumpChart(open: JudgedChart, context: PlanContext, because: Because): Promise<ChartDecision> {
  const { chart, desired, judged } = open
  const { reason, moved, isOther } = because
  const { value: setting } = bumpOf(chart, context.settings)
  const isFree = setting !== 'none' && context.scope.kind !== 'release-tag'
  const since =
    isFree && needsOf(setting).length + notesNeed(context).length > 0
      ? await baselineOf(chart, judged, context)
      : undefined
  const weighed = isFree ? await weighChart(open, since, moved, context) : undefined
  if (!weighed) return refused(chart, bumpForbidden(chart, reason, context.scope), context)
  const asked = { level: weighed.level, ...(isOther && { other: judged.version }), label: preReleaseOf(context.scope) }
  const free = await freeVersion(chart, desired, { ...asked, ...(await counting(open, setting, context)) }, context)
  if (!free) return refused(chart, notFree(open, weighed), context)
  const decision = fromVerdict({ chart, desired, judged: free }, context)
  if (decision.action === 'refuse') return decision
  const edits = { ...decision.edits, version: free.version }
  // With `commit: none` the number lives on the targets only; what is there already needs nothing.
  if (context.gitStays && decision.action !== 'publish' && moved.length === 0) return { ...decision, edits }
  const below = context.gitStays || open.line ? undefined : await releasedAbove(chart, free.version, context)
  const words = `${inWords(reason, setting, weighed)}; ${numberWords(free, weighed)}${skipped(free)}`
  return {
    ...decision,
    ...weightOf(weighed, since),
    action: 'bump',
    reason: below === undefined ? words : `${words}, which is below ${below} that this branch has published`,
    ...(below !== undefined && { below }),
    edits,
    previous: judged.version,
    follows: moved.map(({ path }) => path),
    dependencies: isOther ? [] : moved.map(({ name }) => name),
  }
}

/**
 * Versions of the application have a line of their own. Else, if git stays and the level is not known beforehand, numbers go
 * on from the highest of the own line.
 */
async function counting(
  { chart, judged, line }: JudgedChart,
  setting: BumpSetting,
  context: PlanContext,
): Promise<Partial<Wanted>> {
  const { version } = chart.manifest
  // Of a version that has only been released for a pre-release of the application so far.
  const isUnfinished = isPreRelease(judged.version) && !isPreRelease(version)
  if (line || isUnfinished) {
    const from = line?.after ?? (isUnfinished ? judged.version : version)
    return { from, other: from, below: line?.below?.version }
  }
  if (!context.gitStays || needsOf(setting).length === 0) return {}
  return { from: await highestOnLine(chart, context) }
}

function notFree({ chart, desired, line }: JudgedChart, { level }: Weighed): ReleaseError {
  const { below } = line ?? {}
  if (!below) return noFreeVersion(chart)
  return noRoomBelow(chart, { level, after: line?.after, below, appVersion: desired.value ?? '' })
}

function numberWords({ version, verdict }: FreeVersion, { level }: Weighed): string {
  const isThere = verdict.action === 'leave' || verdict.action === 'complete'
  return isThere ? `${version} is published with this content already` : `next free ${level} version is ${version}`
}

/** Why a chart moves and how far, the finding that decided first. */
export function inWords(reason: string, setting: BumpSetting, { because, reason: why }: Weighed): string {
  if (because) return `${why}; ${reason}`
  return needsOf(setting).length > 0 ? `${reason}; ${why}` : reason
}

function skipped({ taken }: FreeVersion): string {
  if (taken.length === 0) return ''
  return ` (${taken.length === 1 ? `${taken[0]} is` : `${taken[0]} to ${taken.at(-1)} are`} taken by other content)`
}

/** Notes that are written down are made of commits. */
export function notesNeed({ settings }: Pick<PlanContext, 'settings'>): readonly EvidenceNeed[] {
  return settings.releaseNotes.value.length > 0 ? ['commits'] : []
}

/** How far a chart must move under its own settings; see `weigh`. */
export function weighChart(
  { chart, desired }: JudgedChart,
  since: Baseline | undefined,
  moved: readonly BumpedDependency[],
  { settings, evidenceOf }: PlanContext,
): Promise<Weighed | undefined> {
  const zeroMajor = zeroMajorOf(chart, settings)
  const asked = { setting: bumpOf(chart, settings).value, zeroMajor, since, appVersion: desired.value, moved }
  const weighing = { ...asked, also: notesNeed({ settings }) }
  return weigh(chart, weighing, evidenceOf)
}

/** What a decision tells of how it was weighed. */
export function weightOf({ level, reason: why, findings, allFindings }: Weighed, since: Baseline | undefined) {
  return { level, why, findings, allFindings, released: since?.version }
}

/** The parts of a decision that do not depend on it. */
export function blank(
  chart: ChartSource,
  { settings }: Pick<PlanContext, 'settings'>,
): Pick<ChartDecision, 'chart' | 'bump' | 'follows' | 'findings'> {
  const { value: setting, source } = bumpOf(chart, settings)
  return { chart, bump: { setting, source }, follows: [], findings: [] }
}

/** A chart that needs a person. */
export function refused(
  chart: ChartSource,
  problem: ReleaseError,
  context: Pick<PlanContext, 'settings'>,
): ChartDecision {
  const { version } = chart.manifest
  const desired = { evidence: false }
  const nothing = { desired, sightings: [], edits: {} }
  return { ...blank(chart, context), ...nothing, action: 'refuse', version, reason: problem.message, problem }
}
