import { allowsBump, needsOf } from '../../bump/registry.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import { bumpForbidden, versionTooLow } from '../decision/refusals.ts'
import { type Baseline, releaseBefore, versionBefore } from '../published/baseline.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import {
  blank,
  bumpFacts,
  bumpReason,
  fromVerdict,
  notesNeed,
  type PlanContext,
  refused,
  requiredBumpOf,
} from './bump.ts'
import { type BumpedDependency, isMildlyLow } from './required-bump.ts'

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
  const isCheck = context.settings.mode === 'check'
  const isHeld = allowsBump(setting) && (isCheck || needsOf(setting).length > 0)
  const isNoted = allowsBump(setting) && notesNeed(context).length > 0
  if (!isHeld && !isNoted) return isCheck ? decision : { ...decision, previous: await previousOf(open, context) }
  const since = await releaseBefore(chart, judged.version, context)
  if (!since) return decision
  const told = { ...decision, previous: since.version }
  if (isHeld) return held(open, told, since, { moved, context })
  return { ...told, allFindings: (await requiredBumpOf(open, since, moved, context))?.allFindings }
}

/** With the higher version that this branch has published; without tags that would cost a request for every chart. */
async function compared(decision: ChartDecision, context: PlanContext): Promise<ChartDecision> {
  if (!context.bumpsGoToGit || context.tagTemplate === '' || decision.action !== 'publish') return decision
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
  const required = await requiredBumpOf(open, since, moved, context)
  if (!required) return decision
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = required.because ? bumpReason(decision.reason, setting, required) : decision.reason
  const told = { ...decision, ...bumpFacts(required, since), reason }
  if (required.numbering.reaches(since.version, judged.version)) return told
  const enough = required.numbering.next(since.version)
  const { mode, tooLow } = context.settings
  if (mode === 'check' || tooLow === 'warn' || isMildlyLow(required)) return { ...told, requiredVersion: enough }
  return {
    ...refused(chart, versionTooLow(chart, { enough, since: since.version, why: required.reason }), context),
    ...bumpFacts(required, since),
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
  const required = await requiredBumpOf(open, since, moved, context)
  if (!required)
    return refused(chart, bumpForbidden(chart, 'its content changes with this change', context.scope), context)
  const version = required.numbering.next(base.version)
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = bumpReason(`its content is another than that of ${base.version} on the base`, setting, required)
  return { ...kept, ...bumpFacts(required, since), action: 'bump', version, reason, edits: { version } }
}
