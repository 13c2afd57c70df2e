import { problemsIn, type ReleaseError, ReleaseErrors } from '../model/errors.ts'
import type { ReleaseReport } from '../model/report.ts'
import type { Log, Runner } from '../ports/runner.ts'
import { annotate } from './annotations.ts'
import { chartLines, checkLines, planTable, pushedLines } from './log-lines.ts'
import { summary } from './markdown/summary.ts'
import { outputsOf, planJson, reportJson } from './outputs.ts'
import { type Redaction, redacted } from './redact.ts'

export interface ReportTo {
  readonly log: Log
  readonly runner: Runner
  readonly secrets: Redaction
}

/** Names and references in it stay readable for programs. */
const AS_DATA = { isData: true } as const

/**
 * Reports the whole run once, at its end, even if it failed: log, annotations, files, outputs, job summary. Each is written
 * whatever becomes of the others. Fails with everything that could not be written, as `ReleaseErrors`.
 */
export async function writeReport(whole: ReleaseReport, { log, runner, secrets }: ReportTo): Promise<void> {
  const problems = new Map<string, ReleaseError>()
  // A file that kept the run from starting can't be written now either; it is reported once.
  const isKnown = ({ message }: ReleaseError) => whole.problems.some((known) => known.message === message)
  const attempt = (work: () => unknown) =>
    Promise.resolve()
      .then(work)
      .catch((thrown: unknown) => {
        for (const problem of problemsIn(thrown)) if (!isKnown(problem)) problems.set(problem.message, problem)
      })
  const report = redacted(whole, secrets)
  await attempt(() => logRun(report, log))
  await attempt(() => annotate(report, log))
  for (const [name, file, text] of filesOf(report))
    await attempt(async () => runner.setOutput(name, await runner.saveFile(file, text())))
  await attempt(async () => {
    for (const [name, value] of Object.entries(outputsOf(report))) await attempt(() => runner.setOutput(name, value))
  })
  // The summary also has what could not be written so far.
  const all = { ...report, problems: [...report.problems, ...problems.values()] }
  await attempt(() => runner.addSummary(summary(all)))
  if (problems.size > 0) throw new ReleaseErrors([...problems.values()])
}

async function logRun(report: ReleaseReport, log: Log): Promise<void> {
  if (report.mode === 'plan' && report.plan) await logPlan(report.plan, log)
  else if (report.checks) log.info(checkLines(report.checks), AS_DATA)
  else if (report.charts.length > 0) log.info(chartLines(report), AS_DATA)
  const pushed = pushedLines(report)
  if (pushed !== '') log.info(pushed, AS_DATA)
}

function filesOf(report: ReleaseReport) {
  const { plan } = report
  const whole = ['report-file', 'report.json', () => reportJson(report)] as const
  return plan ? [whole, ['plan-file', 'plan.json', () => planJson(plan)] as const] : [whole]
}

async function logPlan(plan: NonNullable<ReleaseReport['plan']>, log: Log): Promise<void> {
  log.info(planTable(plan), AS_DATA)
  await log.group('The plan as JSON', async () => log.info(planJson(plan), AS_DATA))
}
