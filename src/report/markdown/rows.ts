import type { Digest } from '../../model/chart.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { actionText, resultText, versionsText } from '../wording/chart-text.ts'
import { plannedReason, sameAs, sameCauses, stoppedCharts, stoppedInPlan } from '../wording/problems.ts'

/** One chart in a table; its fields come from outside and are not escaped yet. */
export interface Row {
  readonly name: string
  readonly version: string
  readonly result: string
  readonly why: string
  readonly digest: Digest | undefined
  readonly signed: string
  /** It changed, or needs a look; such rows are shown first if there is too little room. */
  readonly matters: boolean
}

/** The charts of a report: what happened to each, or in plan mode what would. */
export function rowsOf(report: ReleaseReport, arrow: string): readonly Row[] {
  if (report.mode === 'plan' && report.plan) {
    const { charts } = report.plan
    const same = sameCauses(stoppedInPlan(charts))
    return charts.map((chart) => ({ ...plannedRow(chart, arrow), why: plannedReason(chart, same) }))
  }
  const same = sameCauses(stoppedCharts(report.charts))
  return report.charts.map((chart) => outcomeRow(chart, arrow, same.get(chart.path)))
}

function plannedRow(chart: PlannedChart, arrow: string): Omit<Row, 'why'> {
  return {
    name: chart.name,
    version: versionsText(chart.currentVersion, chart.version, arrow),
    result: actionText(chart),
    digest: chart.evidence.find(({ digest }) => digest !== undefined)?.digest,
    signed: '',
    matters: chart.action !== 'leave',
  }
}

function outcomeRow(chart: ChartOutcome, arrow: string, same: string | undefined): Row {
  return {
    name: chart.name,
    version: versionsText(chart.previousVersion, chart.version, arrow),
    result: resultText(chart),
    why: same === undefined ? (chart.problem?.message ?? chart.reason) : sameAs(same),
    digest: chart.references[0]?.digest,
    signed: ['failed', 'skipped', 'waiting'].includes(chart.result) ? '' : chart.signed ? 'yes' : 'no',
    matters: chart.result !== 'unchanged',
  }
}
