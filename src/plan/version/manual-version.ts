import { isByHand, judgesVersions, needsOf } from '../../bump/registry.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import { bumpForbidden, versionTooLow } from '../decision/refusals.ts'
import { type Baseline, releaseBefore, versionBefore } from '../published/baseline.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import { blank, bumpFacts, fromVerdict, refused } from './base-decision.ts'
import { bumpReason } from './bump.ts'
import { notesNeed, type PlanContext, requiredBumpOf } from './plan-context.ts'
import { type BumpedDependency, isMildlyLow } from './required-bump.ts'

/**
 * A version that no target holds yet, raised by hand or by a merged proposal: it is kept, and compared with what changed since
 * the release before. If the setting needs no evidence only `check` does that, since it costs requests; notes need it in any case.
 */
export async function decideManualVersion(
  judgedChart: JudgedChart,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<ChartDecision> {
  const { chart, judged } = judgedChart
  const { value: setting } = bumpOf(chart, context.settings)
  const kept = fromVerdict(judgedChart, context)
  if (judged.sightings.some(({ evidence }) => evidence.state !== 'absent')) return kept
  const decision = await withReleasedAbove(kept, context)
  const isCheck = context.settings.mode === 'check'
  const isChecked = judgesVersions(setting) && (isCheck || needsOf(setting).length > 0)
  const needsNotes = judgesVersions(setting) && notesNeed(context).length > 0
  if (!isChecked && !needsNotes)
    return isCheck ? decision : { ...decision, previous: await previousOf(judgedChart, context) }
  const since = await releaseBefore(chart, judged.version, context)
  if (!since) return decision
  const following = { ...decision, previous: since.version }
  if (isChecked) return requireEnough(judgedChart, following, since, { moved, context })
  return { ...following, allFindings: (await requiredBumpOf(judgedChart, since, moved, context))?.allFindings }
}

/** With the higher version that this branch has published; without tags that would cost a request for every chart. */
async function withReleasedAbove(decision: ChartDecision, context: PlanContext): Promise<ChartDecision> {
  if (!context.bumpsGoToGit || context.tagTemplate === '' || decision.action !== 'publish') return decision
  const below = await releasedAbove(decision.chart, decision.version, context)
  return below === undefined ? decision : { ...decision, below }
}

/** Only reported, so a target that can't list its versions fails nothing. */
function previousOf({ chart, judged }: JudgedChart, context: PlanContext): Promise<string | undefined> {
  return versionBefore(chart, judged.version, context).catch(() => undefined)
}

interface Bumping {
  readonly moved: readonly BumpedDependency[]
  readonly context: PlanContext
}

async function requireEnough(
  judgedChart: JudgedChart,
  decision: ChartDecision,
  since: Baseline,
  { moved, context }: Bumping,
): Promise<ChartDecision> {
  const { chart, judged } = judgedChart
  const required = await requiredBumpOf(judgedChart, since, moved, context)
  if (!required) return decision
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = required.because ? bumpReason(decision.reason, setting, required) : decision.reason
  const checked = { ...decision, ...bumpFacts(required, since), reason }
  if (required.numbering.reaches(since.version, judged.version)) return checked
  const enough = required.numbering.next(since.version)
  const { mode, tooLow } = context.settings
  if (mode === 'check' || tooLow === 'warn' || isMildlyLow(required)) return { ...checked, requiredVersion: enough }
  return {
    ...refused(chart, versionTooLow(chart, { enough, since: since.version, why: required.reason }), context),
    ...bumpFacts(required, since),
  }
}

/**
 * For a proposed change whose targets don't say what they hold: the chart is compared with the one it is based on.
 * `undefined` if this is not a `check`, or if the base is not known.
 */
export async function compareWithBase(
  judgedChart: JudgedChart,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<ChartDecision | undefined> {
  const { chart, desired } = judgedChart
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
    return requireEnough(judgedChart, { ...kept, action: 'publish', reason }, since, { moved, context })
  }
  const required = await requiredBumpOf(judgedChart, since, moved, context)
  if (!required)
    return refused(chart, bumpForbidden(chart, 'its content changes with this change', context.scope), context)
  const version = required.numbering.next(base.version)
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = bumpReason(`its content is another than that of ${base.version} on the base`, setting, required)
  if (isByHand(setting))
    return { ...kept, ...bumpFacts(required, since), action: 'wait', reason, requiredVersion: version }
  return { ...kept, ...bumpFacts(required, since), action: 'bump', version, reason, edits: { version } }
}
