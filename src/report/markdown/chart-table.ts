import type { ReleaseReport } from '../../model/report.ts'
import { countText } from '../../model/text.ts'
import { folded, prose, rowsWithin, table } from './markdown.ts'
import { type Row, rowsOf } from './rows.ts'
import { words } from './words.ts'

/** The runner accepts 1 MiB. These are UTF-16 units, of at most 3 bytes each, so all tables and lists stay well below it. */
const MAX_TABLE = 80_000
const HEAD = ['Chart', 'Version', 'Change', 'Why']

/** The charts that changed or need a look. */
export function chartTable(report: ReleaseReport): string {
  return tableOf(rowsOf(report, '→').filter(({ matters }) => matters))
}

/** The charts that stay as they are. */
export function unchangedCharts(report: ReleaseReport): string {
  const rows = rowsOf(report, '→').filter(({ matters }) => !matters)
  return rows.length === 0 ? '' : folded(countText(rows.length, 'unchanged chart'), tableOf(rows))
}

function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const { shown, left } = rowsWithin(rows.map(cellsOf), MAX_TABLE)
  const rest = left === 0 ? '' : `\n\n*${left} more charts are in the report file.*`
  return table(HEAD, shown) + rest
}

function cellsOf({ icon, name, version, change, why }: Row): readonly string[] {
  return [`${icon} ${prose(name, 100)}`.trim(), prose(version, 100), change, words(why, 300)]
}
