import type { PlannedChart } from '../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../model/report.ts'
import { actionWordsOf, resultWordsOf, versions } from './words.ts'

/** One chart in a table, each field still foreign text. */
export interface Row {
  readonly name: string
  readonly version: string
  readonly result: string
  readonly why: string
  readonly digest: string
  readonly signed: string
  /** It changed, or needs a look: what is shown first where there is too little room. */
  readonly matters: boolean
}

/** The charts of a report: what happened to each, or in plan mode what would. */
export function rowsOf(report: ReleaseReport, arrow: string): readonly Row[] {
  if (report.mode === 'plan' && report.plan) return report.plan.charts.map((chart) => plannedRow(chart, arrow))
  return report.charts.map((chart) => outcomeRow(chart, arrow))
}

function plannedRow(chart: PlannedChart, arrow: string): Row {
  return {
    name: chart.name,
    version: versions(chart.currentVersion, chart.version, arrow),
    result: actionWordsOf(chart),
    why: chart.problem === undefined ? chart.reason : chart.problem.message,
    digest: chart.evidence.find(({ digest }) => digest !== undefined)?.digest ?? '',
    signed: '',
    matters: chart.action !== 'leave',
  }
}

function outcomeRow(chart: ChartOutcome, arrow: string): Row {
  return {
    name: chart.name,
    version: versions(chart.previousVersion, chart.version, arrow),
    result: resultWordsOf(chart),
    why: chart.problem === undefined ? chart.reason : chart.problem.message,
    digest: chart.references[0]?.digest ?? '',
    signed: chart.result === 'failed' || chart.result === 'skipped' ? '' : chart.signed ? 'yes' : 'no',
    matters: chart.result !== 'unchanged',
  }
}
