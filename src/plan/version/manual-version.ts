import { nextVersion, reaches } from '../../bump/next-version.ts'
import { needsOf } from '../../bump/registry.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import { bumpForbidden, versionTooLow } from '../decision/refusals.ts'
import { type Baseline, releaseBefore, versionBefore } from '../published/baseline.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import { blank, fromVerdict, inWords, notesNeed, type PlanContext, refused, weighChart, weightOf } from './bump.ts'
import { type BumpedDependency, isMildlyLow } from './required-level.ts'

/**
 * A version that nobody holds yet, raised by hand or by a merged proposal: it is kept, and held against what changed since the
 * release before. Under a fixed level only `check` does that, for it costs requests; notes are made of it in any case.
 */
export async function byHand(
  open: JudgedChart,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<ChartDecision> {
  const { chart, judged } = open
  const { value: setting } = bumpOf(chart, context.settings)
  const kept = fromVerdict(open, context)
  if (judged.sightings.some(({ evidence }) => evidence.state !== 'absent')) return kept
  const decision = await compared(kept, context)
  const isCheck = context.settings.mode.value === 'check'
  const isHeld = setting !== 'none' && (isCheck || needsOf(setting).length > 0)
  const isNoted = setting !== 'none' && notesNeed(context).length > 0
  if (!isHeld && !isNoted) return isCheck ? decision : { ...decision, previous: await previousOf(open, context) }
  const since = await releaseBefore(chart, judged.version, context)
  if (!since) return decision
  const told = { ...decision, previous: since.version }
  if (isHeld) return held(open, told, since, { moved, context })
  return { ...told, allFindings: (await weighChart(open, since, moved, context))?.allFindings }
}

/** With the higher version that this branch has published; without tags that would cost a request for every chart. */
async function compared(decision: ChartDecision, context: PlanContext): Promise<ChartDecision> {
  if (context.gitStays || context.tagTemplate === '' || decision.action !== 'publish') return decision
  const below = await releasedAbove(decision.chart, decision.version, context)
  return below === undefined ? decision : { ...decision, below }
}

/** It is only reported, so a target that can't list its versions holds nothing up. */
function previousOf({ chart, judged }: JudgedChart, context: PlanContext): Promise<string | undefined> {
  return versionBefore(chart, judged.version, context).catch(() => undefined)
}

interface Holding {
  readonly moved: readonly BumpedDependency[]
  readonly context: PlanContext
}

async function held(
  open: JudgedChart,
  decision: ChartDecision,
  since: Baseline,
  { moved, context }: Holding,
): Promise<ChartDecision> {
  const { chart, judged } = open
  const weighed = await weighChart(open, since, moved, context)
  if (!weighed) return decision
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = weighed.because ? inWords(decision.reason, setting, weighed) : decision.reason
  const told = { ...decision, ...weightOf(weighed, since), reason }
  if (reaches(since.version, judged.version, weighed.level)) return told
  const enough = nextVersion(since.version, weighed.level)
  const { mode, tooLow } = context.settings
  if (mode.value === 'check' || tooLow.value === 'warn' || isMildlyLow(weighed)) return { ...told, enough }
  return {
    ...refused(chart, versionTooLow(chart, { enough, since: since.version, why: weighed.reason }), context),
    ...weightOf(weighed, since),
  }
}

/**
 * For a proposed change whose targets don't tell what they hold: the chart is compared with the one it is based on.
 * `undefined` where that is no way, since this is no `check` or the base is not known.
 */
export async function againstBase(
  open: JudgedChart,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<ChartDecision | undefined> {
  const { chart, desired } = open
  const commit = await context.proposedOn?.()
  if (commit === undefined) return undefined
  const { charts } = await readSources(context.git, commit, [chart.path], context)
  const base = charts.get(chart.path)?.manifest
  const kept = { ...blank(chart, context), version: chart.manifest.version, desired, sightings: [], edits: {} }
  if (!base) return { ...kept, action: 'publish', reason: `${chart.manifest.version} is new with this change` }
  const isSame =
    charts.get(chart.path)?.fingerprint === chart.fingerprint &&
    (!desired.evidence || desired.value === base.appVersion)
  if (isSame && moved.length === 0) return { ...kept, action: 'leave', reason: 'it is as on the base of this change' }
  const since: Baseline = { version: base.version, published: [], commit }
  if (base.version !== chart.manifest.version) {
    const reason = `${chart.manifest.version} is new with this change`
    return held(open, { ...kept, action: 'publish', reason }, since, { moved, context })
  }
  const weighed = await weighChart(open, since, moved, context)
  if (!weighed)
    return refused(chart, bumpForbidden(chart, 'its content changes with this change', context.scope), context)
  const version = nextVersion(base.version, weighed.level)
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = inWords(`its content is another than that of ${base.version} on the base`, setting, weighed)
  return { ...kept, ...weightOf(weighed, since), action: 'bump', version, reason, edits: { version } }
}
