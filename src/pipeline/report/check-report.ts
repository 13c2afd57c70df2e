import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { checkOf } from '../../plan/check.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Run } from '../run.ts'
import { outcomes } from './outcomes.ts'
import { decisionNotes, findingNotes } from './plan-annotations.ts'

/** What `mode: check` says: for each chart whether its version is high enough. Nothing is changed, and nobody is asked to sign. */
export function checkReport(run: Run, plannedRun: PlannedRun): ReleaseReport {
  const { settings } = run
  const checks = plannedRun.decisions.map((decision) => {
    return { decision, ...checkOf(decision, { requireBump: settings.requireBump }) }
  })
  const problems = new Map(checks.map(({ decision, problem }) => [decision.chart.path, problem]))
  const charts = outcomes(plannedRun, false, { promoted: [], failed: new Map() }).map((chart): ChartOutcome => {
    const problem = problems.get(chart.path) ?? chart.problem
    return problem ? { ...chart, result: 'failed', problem } : { ...chart, result: 'checked' }
  })
  const appVersions = plannedRun.decisions.map(({ requiredVersion: _, ...decision }) => decision)
  return {
    mode: 'check',
    plan: plannedRun.plan,
    charts,
    checks: checks.map(({ data }) => data),
    problems: [],
    warnings: [...(plannedRun.scope.kind === 'nothing' ? [plannedRun.scope.reason] : []), ...plannedRun.warnings],
    notes: [...checks.flatMap(({ decision, data }) => findingNotes(decision, data)), ...decisionNotes(appVersions)],
  }
}
