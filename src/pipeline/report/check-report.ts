import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { checkOf } from '../../plan/check.ts'
import { runAdvice } from '../../report/wording/advice.ts'
import type { PlannedRun } from '../planned-run.ts'
import { outcomes } from './outcomes.ts'
import { decisionAdvice, findingAdvice } from './plan-advice.ts'

/** The report of `mode: check`: whether the version of each chart is high enough. Nothing is changed or signed. */
export function checkReport(plannedRun: PlannedRun, options: { readonly requireBump: boolean }): ReleaseReport {
  const checks = plannedRun.decisions.map((decision) => ({ decision, ...checkOf(decision, options) }))
  const problems = new Map(checks.map(({ decision, problem }) => [decision.chart.path, problem]))
  const charts = outcomes(plannedRun, () => false, { promoted: [], failed: new Map() }).map((chart): ChartOutcome => {
    const problem = problems.get(chart.path) ?? chart.problem
    return problem ? { ...chart, result: 'failed', problem } : { ...chart, result: 'checked' }
  })
  // A version that is too low is a problem of its own here, or its findings are advice already.
  const withoutTooLow = plannedRun.decisions.map(({ requiredVersion: _, ...decision }) => decision)
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
