import type { CheckedChart, CheckVerdict } from '../../model/check.ts'
import { aligned } from '../plan-table.ts'
import { prose, table } from './markdown.ts'

/** Rows that are shown; the report file holds all. */
const MAX_ROWS = 300

const words: Readonly<Record<CheckVerdict, string>> = {
  enough: 'high enough',
  mild: 'rather low',
  'too-low': 'too low',
  missing: 'not raised',
  left: 'raised by the release',
  first: 'first release',
  unchanged: 'unchanged',
  unknown: 'not known',
}

const FAILING: readonly CheckVerdict[] = ['too-low', 'missing', 'unknown']

/** One line a chart for the log, unchanged ones left out. */
export function checkLines(checks: readonly CheckedChart[]): string {
  const changed = checks.filter(({ verdict }) => verdict !== 'unchanged')
  if (changed.length === 0) return 'No chart changed.'
  const rows = changed.map((check) => [check.name, ...cells(check, '->'), check.why])
  return aligned([['CHART', 'DECLARED', 'NEEDED', 'CHECK', 'WHY'], ...rows])
}

/** The same as Markdown, those that fail first. */
export function checkTable(checks: readonly CheckedChart[]): string {
  const rank = ({ verdict }: CheckedChart) => (FAILING.includes(verdict) ? 0 : verdict === 'unchanged' ? 2 : 1)
  const sorted = [...checks].sort((a, b) => rank(a) - rank(b))
  if (sorted.length === 0) return ''
  const rows = sorted.slice(0, MAX_ROWS).map((check) => {
    const [declared = '', needed = '', verdict = ''] = cells(check, '→')
    const told = FAILING.includes(check.verdict) ? `**${verdict}**` : verdict
    return [prose(check.name, 100), prose(declared, 100), prose(needed, 100), told, prose(check.why, 300)]
  })
  const left = sorted.length - rows.length
  const rest = left > 0 ? `\n\n*${left} more charts are in the report file.*` : ''
  return table(['Chart', 'Declared', 'Needed', 'Check', 'Why'], rows) + rest
}

function cells({ released, declared, declaredLevel, requiredLevel, needed, verdict }: CheckedChart, arrow: string) {
  const from = released === undefined || released === declared ? declared : `${released} ${arrow} ${declared}`
  return [
    declaredLevel === undefined ? from : `${from} (${declaredLevel})`,
    [needed, requiredLevel && `(${requiredLevel})`].filter((part) => part !== undefined).join(' '),
    words[verdict],
  ]
}
