import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { checkOf, requiresBump } from '../../plan/check.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { runAdvice } from '../../report/wording/advice.ts'
import type { Settings } from '../../settings.ts'
import type { PlannedRun } from '../planned-run.ts'
import { outcomes } from './outcomes.ts'
import { decisionAdvice, findingAdvice } from './plan-advice.ts'

/** The report of `mode: check`: whether the version of each chart is high enough. Nothing is changed or signed. */
export function checkReport(
  plannedRun: PlannedRun,
  settings: Pick<Settings, 'requireBump' | 'sources'>,
): ReleaseReport {
  const checks = plannedRun.decisions.map((decision) => ({
    decision,
    ...checkOf(decision, { requireBump: requiresBump(decision, settings) }),
  }))
  const problems = new Map(checks.map(({ decision, problem }) => [decision.chart.path, problem]))
  const charts = outcomes(plannedRun, () => false, { promoted: [], failed: new Map() }).map((chart): ChartOutcome => {
    const problem = problems.get(chart.path) ?? chart.problem
    return problem ? { ...chart, result: 'failed', problem } : { ...chart, result: 'checked' }
  })
  // A version that is too low, or must be raised, is a problem of its own here, or its findings are advice already.
  const told = new Set(checks.flatMap(({ decision, data }) => (data.verdict === 'waiting' ? [decision] : [])))
  const withoutTooLow = plannedRun.decisions.map((decision) =>
    told.has(decision) ? decision : withoutRequired(decision),
  )
  return {
    mode: 'check',
    plan: plannedRun.plan,
    charts,
    checks: checks.map(({ data }) => data),
    problems: [],
    advice: [
      ...checks.flatMap(({ decision, data }) => findingAdvice(decision, data)),
      ...decisionAdvice(withoutTooLow),
      ...runAdvice([...(plannedRun.scope.kind === 'nothing' ? [plannedRun.scope.reason] : []), ...plannedRun.warnings]),
    ],
  }
}

function withoutRequired({ requiredVersion: _, ...decision }: ChartDecision): ChartDecision {
  return decision
}
