import { isByHand } from '../../bump/registry.ts'
import { lintSource } from '../../chart/lint/lint-source.ts'
import { asReleaseError } from '../../model/errors.ts'
import { refProblem, tagOf } from '../../model/git/tag-template.ts'
import { type ChartDecision, isTried } from '../decision/decision.ts'
import type { Judgement } from '../decision/judged-chart.ts'
import { unknownState, untaggable } from '../decision/refusals.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import { refused } from './base-decision.ts'
import { bumpChart, caughtUp } from './bump.ts'
import { compareWithBase, decideManualVersion } from './manual-version.ts'
import type { PlanContext } from './plan-context.ts'
import type { BumpedDependency } from './required-bump.ts'
import { type WaitingContext, waitForRaise } from './waiting.ts'

/** The decision for one chart, linted if it makes a new package. */
export async function decideChart(
  judgement: Judgement,
  moved: readonly BumpedDependency[],
  context: WaitingContext,
): Promise<ChartDecision> {
  const decision = await decideFor(judgement, moved, context)
  const more = 'refusal' in judgement ? [] : (judgement.desired.findings ?? [])
  const findings = [...decision.findings, ...more]
  return lintedSource({ ...decision, findings }, context)
}

/** What a judged chart needs, knowing which of its dependencies get a new version. */
async function decideFor(
  judgement: Judgement,
  moved: readonly BumpedDependency[],
  context: WaitingContext,
): Promise<ChartDecision> {
  const { chart } = judgement
  const follows = moved.map(({ path }) => path)
  if ('refusal' in judgement) return { ...refused(chart, judgement.refusal, context), follows }
  const { verdict } = judgement.judged
  try {
    if (verdict.action === 'unknown') {
      const against = await compareWithBase(judgement, moved, context)
      return against ?? { ...refused(chart, unknownState(chart, judgement.judged), context), follows }
    }
    const isManual = isByHand(bumpOf(chart, context.settings).value)
    if (verdict.action === 'move') {
      const because = { reason: verdict.reason, moved, isOther: true }
      return await (isManual ? waitForRaise : bumpChart)(judgement, context, because)
    }
    if (verdict.action === 'publish') return { ...(await decideManualVersion(judgement, moved, context)), follows }
    // What is published lacks a signature or its archive, whoever raises the version later.
    if (moved.length === 0 || (isManual && verdict.action === 'complete')) return await caughtUp(judgement, context)
    if (isManual) return await waitForRaise(judgement, context, { moved, isOther: false })
    const reason = `it depends on ${moved.map(({ name }) => name).join(', ')}`
    return await bumpChart(judgement, context, { reason, moved, isOther: false })
  } catch (error) {
    const problem = asReleaseError(error)
    // A missing Helm or history is not about this chart: it fails all of them.
    if (problem.kind === 'config') throw problem
    return { ...refused(chart, problem, context), follows }
  }
}

/**
 * Refuses a chart of which Helm would publish something else than its Chart.yaml says. Only new packages are linted: what is
 * published already stays as it is.
 */
export function lintedSource(decision: ChartDecision, context: PlanContext): ChartDecision {
  if (!isTried(decision, context.settings.mode)) return decision
  const { problem, findings } = lintSource(decision.chart, decision.edits)
  if (problem) return { ...refused(decision.chart, problem, context), follows: decision.follows }
  return findings.length > 0 ? { ...decision, findings: [...decision.findings, ...findings] } : decision
}

/** Refuses a version whose git tag git would refuse: it can't be claimed, and would take the tags of other charts along. */
export function requireTag(decision: ChartDecision, context: PlanContext): ChartDecision {
  if (decision.action !== 'publish' && decision.action !== 'bump') return decision
  const { chart, version } = decision
  const tag = tagOf(context.tagTemplate, { name: chart.manifest.name, version })
  const problem = tag === undefined ? undefined : refProblem(tag)
  return problem === undefined ? decision : refused(chart, untaggable(chart, tag ?? '', problem), context)
}
