import { shortDigest } from '../model/chart.ts'
import type { CheckedChart } from '../model/check.ts'
import type { ReleasePlan } from '../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../model/report.ts'
import { cut } from '../model/text.ts'
import { actionText, checkCells, resultText, versionsText } from './wording/chart-text.ts'
import { plannedReason, sameAs, sameCauses, stoppedCharts, stoppedInPlan } from './wording/problems.ts'

const MAX_REASON = 160

/** The plan as an aligned table for the log, one line per chart. */
export function planTable(plan: ReleasePlan): string {
  if (plan.charts.length === 0) return 'No charts.'
  const same = sameCauses(stoppedInPlan(plan.charts))
  const rows = plan.charts.map((chart) => [
    chart.name,
    versionsText(chart.currentVersion, chart.version, '->'),
    actionText(chart),
    cut(flat(plannedReason(chart, same)), MAX_REASON),
  ])
  return aligned([['CHART', 'VERSION', 'PLAN', 'WHY'], ...rows])
}

/** The versions of a check as an aligned table for the log, unchanged charts left out. */
export function checkLines(checks: readonly CheckedChart[]): string {
  const changed = checks.filter(({ verdict }) => verdict !== 'unchanged')
  if (changed.length === 0) return 'No chart changed.'
  const rows = changed.map((check) => [check.name, ...checkCells(check, '->'), check.why])
  return aligned([['CHART', 'DECLARED', 'NEEDED', 'CHECK', 'WHY'], ...rows])
}

/** One line per chart, aligned: name, versions, result, then its address, or why it failed. */
export function chartLines(report: ReleaseReport): string {
  const same = sameCauses(stoppedCharts(report.charts))
  return aligned(
    report.charts.map((chart) => {
      return [
        chart.name,
        versionsText(chart.previousVersion, chart.version, '->'),
        resultText(chart),
        ...outcomeCells(chart, same.get(chart.path)),
      ]
    }),
  )
}

function outcomeCells(
  { problem, references, reason, result }: ChartOutcome,
  same: string | undefined,
): readonly string[] {
  if (problem !== undefined) return [`${problem.code}: ${same === undefined ? problem.message : sameAs(same)}`]
  const [reference] = references
  if (reference === undefined || (result !== 'released' && result !== 'completed')) return [reason]
  return [reference.reference, shortDigest(reference.digest)]
}

/** `Pushed:` and `Digest:` for each new reference, as `helm push` prints them: scripts look for these lines. */
export function pushedLines(report: ReleaseReport): string {
  return report.charts
    .filter((chart) => chart.result === 'released')
    .flatMap((chart) => chart.references)
    .filter(({ wasThere }) => !wasThere)
    .map(({ reference, digest }) => `Pushed: ${reference.replace(/^oci:\/\//, '')}\nDigest: ${digest}`)
    .join('\n')
}

/** Columns of equal width with two spaces between them; the last cell of a row has any length. Cells become single lines. */
function aligned(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(flat))
  // The last cell of a row needs no width: it may be a long sentence in a column that other rows continue.
  const widthOf = (column: number): number =>
    Math.max(0, ...cells.map((row) => (column < row.length - 1 ? (row[column]?.length ?? 0) : 0)))
  const widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, column) => widthOf(column))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
