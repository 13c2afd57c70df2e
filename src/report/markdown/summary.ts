import { placeText } from '../../model/errors.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { ReleaseReport } from '../../model/report.ts'
import { adviceOf } from '../wording/advice.ts'
import { headline } from '../wording/headline.ts'
import { chartTable, unchangedCharts } from './chart-table.ts'
import { checkTable } from './check-table.ts'
import { howToUse } from './how-to-use.ts'
import { code, fenced, folded, foldedNotes, prose, rowsWithin, table } from './markdown.ts'
import { problemBox } from './problem-box.ts'
import { publishedLine } from './published.ts'
import { words } from './words.ts'

const MAX_LIST = 40_000

/** The job summary as Markdown: the verdict, what to do, what changed, where it went; everything else is folded. */
export function summary(report: ReleaseReport): string {
  const parts = [
    `## ${icon(report)} ${words(headline(report))}`,
    problemBox(report),
    heldBackLines(report),
    report.checks ? checkTable(report.checks) : chartTable(report),
    publishedLine(report),
    adviceList(report),
    howToUse(report),
    whatChanged(report),
    report.checks ? '' : unchangedCharts(report),
    settingsTable(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function icon({ charts, problems, mode, plan, heldBack }: ReleaseReport): string {
  const isRefused = mode === 'plan' && plan?.charts.some(({ action }) => action === 'refuse') === true
  if (problems.length > 0 || isRefused || charts.some(({ result }) => result === 'failed')) return '❌'
  if (heldBack) return '⚠️'
  return mode === 'plan' ? '📝' : '✅'
}

function heldBackLines({ heldBack }: ReleaseReport): string {
  if (heldBack === undefined) return ''
  return `For ${code(heldBack.branch)} to release, write under \`with:\` of this step:\n\n${fenced(heldBack.lines, 'yaml')}`
}

/** In check mode the table has the deciding finding of each chart, and the annotations have all of them. */
function adviceList(report: ReleaseReport): string {
  const ofCharts = report.mode === 'check' ? [] : adviceOf(report, 'chart')
  const texts = [
    ...[...adviceOf(report, 'settings'), ...adviceOf(report, 'run')].map(({ text }) => words(text, 1000)),
    ...ofCharts.map(({ text, at }) => `${words(text, 1000)}${at ? ` ${code(placeText(at))}` : ''}`),
  ]
  if (texts.length === 0) return ''
  const { shown, left } = rowsWithin(
    texts.map((text) => [`- ${text}`]),
    MAX_LIST,
  )
  const rest = left === 0 ? [] : [`- ${left} more are in the log and in the report file.`]
  return ['### Worth knowing', '', ...shown.flat(), ...rest].join('\n')
}

/** The release notes of each chart. */
function whatChanged({ charts }: ReleaseReport): string {
  const items = charts.flatMap(({ name, version, notes }) =>
    notes === undefined || notes.length === 0 ? [] : [[foldedNotes(name, version, notes)]],
  )
  if (items.length === 0) return ''
  const { shown, left } = rowsWithin(items, MAX_LIST)
  const rest = left === 0 ? [] : [`*${left} more are in the report file.*`]
  return folded(`Release notes (${items.length})`, [...shown.flat(), ...rest].join('\n\n'))
}

/** Only what somebody said: the plan file has all of them. */
function settingsTable({ plan }: ReleaseReport): string {
  const said = Object.entries(plan?.settings ?? {}).filter(([, { source }]) => source !== 'default')
  const rows = said.map(([name, { value, source }]) => [code(name), code(value, 300), source])
  const own = plan?.charts.flatMap(settingRows) ?? []
  if (rows.length + own.length === 0) return ''
  const { shown, left } = rowsWithin(own, MAX_LIST)
  const rest = left === 0 ? '' : `\n\n*${left} more settings of single charts are in the plan file.*`
  const title = `Settings that are not defaults (${rows.length + own.length})`
  return folded(title, table(['Setting', 'Value', 'From'], [...rows, ...shown]) + rest)
}

/** The settings that a chart has for itself. */
function settingRows({ name: chart, settings = {} }: PlannedChart): readonly (readonly string[])[] {
  return Object.entries(settings).map(([name, { value, source }]) => [
    `${code(name)} of ${prose(chart, 100)}`,
    ...[code(value, 300), source],
  ])
}
