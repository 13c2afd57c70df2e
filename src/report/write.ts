import type { ReleaseReport } from '../model/report.ts'
import type { Log, Runner } from '../platform/platform.ts'
import { annotate } from './annotations.ts'
import { checkLines } from './check-table.ts'
import { chartLines, pushedLines } from './log-lines.ts'
import { outputsOf, reportJson } from './outputs.ts'
import { planJson, planTable } from './plan-table.ts'
import { type Redaction, redacted } from './redact.ts'
import { summary } from './summary.ts'

export interface ReportTo {
  readonly log: Log
  readonly runner: Runner
  readonly secrets: Redaction
}

/** Names and references in it stay as programs read them. */
const AS_DATA = { isData: true } as const

/** Tells the whole run once, at its end, also when it failed: log, annotations, files, outputs, job summary. */
export async function writeReport(whole: ReleaseReport, { log, runner, secrets }: ReportTo): Promise<void> {
  const report = redacted(whole, secrets)
  if (report.mode === 'plan' && report.plan) await logPlan(report.plan, log)
  else if (report.checks) log.info(checkLines(report.checks), AS_DATA)
  else if (report.charts.length > 0) log.info(chartLines(report), AS_DATA)
  const pushed = pushedLines(report)
  if (pushed !== '') log.info(pushed, AS_DATA)
  annotate(report, log)
  await runner.setOutput('report-file', await runner.saveFile('report.json', reportJson(report)))
  if (report.plan) await runner.setOutput('plan-file', await runner.saveFile('plan.json', planJson(report.plan)))
  for (const [name, value] of Object.entries(outputsOf(report))) await runner.setOutput(name, value)
  await runner.addSummary(summary(report))
}

async function logPlan(plan: NonNullable<ReleaseReport['plan']>, log: Log): Promise<void> {
  log.info(planTable(plan), AS_DATA)
  await log.group('The plan as JSON', async () => log.info(planJson(plan), AS_DATA))
}
