import { isPreRelease } from '../../bump/next-version.ts'
import { allowsBump, fixedLevelOf, needsOf } from '../../bump/registry.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { BumpSetting } from '../../model/settings.ts'
import { preReleaseOf } from '../app-version/app-tags.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import { bumpForbidden, noFreeVersion, noRoomBelow } from '../decision/refusals.ts'
import { baselineOf } from '../published/baseline.ts'
import { type FreeVersion, freeVersion, type VersionSearch } from '../published/free-version.ts'
import { lastOnLine } from '../published/last-on-line.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import { bumpFacts, fromVerdict, refused } from './base-decision.ts'
import { notesNeed, type PlanContext, requiredBumpOf } from './plan-context.ts'
import type { BumpedDependency, RequiredBump } from './required-bump.ts'

/**
 * A chart that is published under a later number than git has, as a run for a tag of the application leaves it: git gets
 * that number, and the targets get nothing.
 */
export async function caughtUp(judgedChart: JudgedChart, context: PlanContext): Promise<ChartDecision> {
  const { chart, inGit } = judgedChart
  const decision = fromVerdict(judgedChart, context)
  if (!context.bumpsGoToGit || !inGit || (decision.action !== 'leave' && decision.action !== 'complete'))
    return decision
  // What goes into the changelog is what changed since the version that git has.
  const since = notesNeed(context).length > 0 ? await baselineOf(chart, inGit, context) : undefined
  const required = since && (await requiredBumpOf(judgedChart, since, [], context))
  const reason = `${decision.reason}; Chart.yaml gets that version`
  return { ...decision, ...(required && bumpFacts(required, since)), action: 'bump', reason }
}

interface Because {
  readonly reason: string
  readonly moved: readonly BumpedDependency[]
  /** Whether the judged version is known to hold other content. */
  readonly isOther: boolean
}

/** The next version, as far as what changed asks for; or a refusal. */
export async function bumpChart(
  judgedChart: JudgedChart,
  context: PlanContext,
  because: Because,
): Promise<ChartDecision> {
  const { chart, desired, judged } = judgedChart
  const { reason, moved, isOther } = because
  const { value: setting } = bumpOf(chart, context.settings)
  const isFree = allowsBump(setting) && context.scope.kind !== 'release-tag'
  const since =
    isFree && needsOf(setting).length + notesNeed(context).length > 0
      ? await baselineOf(chart, judged, context)
      : undefined
  const required = isFree ? await requiredBumpOf(judgedChart, since, moved, context) : undefined
  if (!required) return refused(chart, bumpForbidden(chart, reason, context.scope), context)
  const { numbering } = required
  const asked = { numbering, ...(isOther && { other: judged.version }), label: preReleaseOf(context.scope) }
  const free = await freeVersion(
    chart,
    desired,
    { ...asked, ...(await counting(judgedChart, setting, context)) },
    context,
  )
  if (!free) return refused(chart, notFree(judgedChart, required), context)
  const decision = fromVerdict({ chart, desired, judged: free }, context)
  if (decision.action === 'refuse') return decision
  const edits = { ...decision.edits, version: free.version }
  // With `commit: none` the number lives on the targets only; what is there already needs nothing.
  if (!context.bumpsGoToGit && decision.action !== 'publish' && moved.length === 0) return { ...decision, edits }
  const below =
    !context.bumpsGoToGit || judgedChart.line ? undefined : await releasedAbove(chart, free.version, context)
  const words = `${bumpReason(reason, setting, required)}; ${numberWords(free, required)}${skipped(free)}`
  return {
    ...decision,
    ...bumpFacts(required, since),
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
 * The version that numbers go on from. Versions of the application have a line of their own. Else, if bumps don't go to git,
 * it is the highest one of the chart's own line.
 */
async function counting(
  { chart, judged, line }: JudgedChart,
  setting: BumpSetting,
  context: PlanContext,
): Promise<Partial<VersionSearch>> {
  const { version } = chart.manifest
  // Of a version that has only been released for a pre-release of the application so far.
  const isUnfinished = isPreRelease(judged.version) && !isPreRelease(version)
  if (line || isUnfinished) {
    const from = line?.after ?? (isUnfinished ? judged.version : version)
    return { from, other: from, below: line?.below?.version }
  }
  return context.bumpsGoToGit ? {} : { from: await lastOnLine(chart, fixedLevelOf(setting), context) }
}

function notFree({ chart, desired, line }: JudgedChart, { level }: RequiredBump): ReleaseError {
  const { below } = line ?? {}
  if (!below) return noFreeVersion(chart)
  return noRoomBelow(chart, { level, after: line?.after, below, appVersion: desired.value ?? '' })
}

function numberWords({ version, verdict }: FreeVersion, { level }: RequiredBump): string {
  const isThere = verdict.action === 'leave' || verdict.action === 'complete'
  return isThere
    ? `${version} is published with this content already`
    : `next free ${level === undefined ? '' : `${level} `}version is ${version}`
}

/** Why a chart moves and how far, the finding that decided first. */
export function bumpReason(reason: string, setting: BumpSetting, { because, reason: why }: RequiredBump): string {
  if (because) return `${why}; ${reason}`
  return needsOf(setting).length > 0 ? `${reason}; ${why}` : reason
}

function skipped({ taken }: FreeVersion): string {
  if (taken.length === 0) return ''
  return ` (${taken.length === 1 ? `${taken[0]} is` : `${taken[0]} to ${taken.at(-1)} are`} taken by other content)`
}
