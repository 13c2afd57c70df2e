import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { checkOf } from '../../plan/check.ts'
import type { Scene } from '../plan/plan-step.ts'
import type { Run } from '../run.ts'
import { outcomes } from './outcomes.ts'
import { decisionNotes, findingNotes } from './plan-annotations.ts'

/** What `mode: check` says: for each chart whether its version is high enough. Nothing is changed, and nobody is asked to sign. */
export function checkReport(run: Run, scene: Scene): ReleaseReport {
  const { settings } = run
  const checks = scene.intents.map((intent) => {
    return { intent, ...checkOf(intent, { requireBump: settings.requireBump.value }) }
  })
  const problems = new Map(checks.map(({ intent, problem }) => [intent.chart.path, problem]))
  const charts = outcomes(scene, false, { promoted: [], failed: new Map() }).map((chart): ChartOutcome => {
    const problem = problems.get(chart.path) ?? chart.problem
    return problem ? { ...chart, result: 'failed', problem } : { ...chart, result: 'checked' }
  })
  const appVersions = scene.intents.map(({ enough: _, ...intent }) => intent)
  return {
    mode: 'check',
    plan: scene.plan,
    charts,
    checks: checks.map(({ data }) => data),
    problems: [],
    warnings: [...(scene.scope.kind === 'nothing' ? [scene.scope.reason] : []), ...scene.warnings],
    notes: [...checks.flatMap(({ intent, data }) => findingNotes(intent, data)), ...decisionNotes(appVersions)],
  }
}
