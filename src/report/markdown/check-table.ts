import type { CheckedChart, CheckVerdict } from '../../model/check.ts'
import { checkCells } from '../wording/chart-text.ts'
import { prose, table } from './markdown.ts'
import { words } from './words.ts'

/** Rows that are shown; the report file has all of them. */
const MAX_ROWS = 300

const FAILING: readonly CheckVerdict[] = ['too-low', 'missing', 'unknown']

/** The versions of a check as Markdown, those that fail first. */
export function checkTable(checks: readonly CheckedChart[]): string {
  const rank = ({ verdict }: CheckedChart) => (FAILING.includes(verdict) ? 0 : verdict === 'unchanged' ? 2 : 1)
  const sorted = [...checks].sort((a, b) => rank(a) - rank(b))
  if (sorted.length === 0) return ''
  const rows = sorted.slice(0, MAX_ROWS).map((check) => {
    const [declared, needed, verdict] = checkCells(check, '→')
    const emphasis = FAILING.includes(check.verdict) ? `**${verdict}**` : verdict
    return [prose(check.name, 100), prose(declared, 100), prose(needed, 100), emphasis, words(check.why, 300)]
  })
  const left = sorted.length - rows.length
  const rest = left > 0 ? `\n\n*${left} more charts are in the report file.*` : ''
  return table(['Chart', 'Declared', 'Needed', 'Check', 'Why'], rows) + rest
}
