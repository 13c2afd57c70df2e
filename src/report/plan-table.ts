import type { ReleasePlan } from '../model/plan.ts'
import { cut } from '../model/text.ts'
import { plannedReason, sameCauses, stoppedInPlan } from './shared-problems.ts'
import { actionWordsOf, versions } from './words.ts'

const MAX_REASON = 160

/** The plan as an aligned table for the log, one line a chart. */
export function planTable(plan: ReleasePlan): string {
  if (plan.charts.length === 0) return 'No charts.'
  const same = sameCauses(stoppedInPlan(plan.charts))
  const rows = plan.charts.map((chart) => [
    chart.name,
    versions(chart.currentVersion, chart.version, '->'),
    actionWordsOf(chart),
    cut(flat(plannedReason(chart, same)), MAX_REASON),
  ])
  return aligned([['CHART', 'VERSION', 'PLAN', 'WHY'], ...rows])
}

/** The plan as JSON for people, files and later steps. */
export function planJson(plan: ReleasePlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

/** Columns of equal width, two blanks between them; the last one runs free. Cells become single lines. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(flat))
  // A row's last cell needs no width: it may be a long sentence where other rows have one column more.
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
