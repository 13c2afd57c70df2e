import { shortDigest } from '../../model/chart.ts'
import { type Location, placeText, type ReleaseError } from '../../model/errors.ts'
import type { PlannedChart, PlanProblem } from '../../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { cut } from '../../model/text.ts'
import { adviceOf } from '../wording/advice.ts'
import { headline } from '../wording/headline.ts'
import { chartNames, placeIn, sharedProblems, stoppedCharts } from '../wording/problems.ts'
import { checkTable } from './check-table.ts'
import { howToUse } from './how-to-use.ts'
import { code, fenced, folded, foldedNotes, prose, rowsWithin, table } from './markdown.ts'
import { type Row, rowsOf } from './rows.ts'

/** The runner accepts 1 MiB. These are UTF-16 units, of at most 3 bytes each, so the table and the lists stay well below it. */
const MAX_TABLE = 120_000
const MAX_LIST = 40_000

/** The job summary as Markdown: a sentence, a table, what went wrong, and lines to copy. */
export function summary(report: ReleaseReport): string {
  const parts = [
    '## Helm charts',
    `**${prose(headline(report))}**`,
    heldBackLines(report),
    report.checks ? checkTable(report.checks) : chartTable(report),
    problemList(report),
    adviceList(report),
    whatChanged(report),
    howToUse(report),
    settingsTable(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function chartTable(report: ReleaseReport): string {
  const rows = rowsOf(report, '→')
  if (rows.length === 0) return ''
  const isPlan = report.mode === 'plan'
  const head = isPlan ? ['Chart', 'Version', 'Plan', 'Why'] : ['Chart', 'Version', 'Result', 'Why', 'Digest', 'Signed']
  const cells = (row: Row): readonly string[] => {
    const first = [prose(row.name, 100), prose(row.version, 100), emphasis(row), prose(row.why, 300)]
    return isPlan ? first : [...first, code(row.digest === undefined ? '' : shortDigest(row.digest)), row.signed]
  }
  const order = [...rows.filter((row) => row.matters), ...rows.filter((row) => !row.matters)]
  const { shown, left } = rowsWithin(order.map(cells), MAX_TABLE)
  const rest = left === 0 ? '' : `\n\n*${left} more charts are in the report file.*`
  return table(head, shown) + rest
}

function heldBackLines({ heldBack }: ReleaseReport): string {
  if (heldBack === undefined) return ''
  return `For ${code(heldBack.branch)} to release, write under \`with:\` of this step:\n\n${fenced(heldBack.lines, 'yaml')}`
}

function emphasis({ result }: Row): string {
  return result === 'failed' || result === 'refuse' ? `**${result}**` : result
}

function problemList(report: ReleaseReport): string {
  const ofCharts = sharedProblems(stoppedCharts(report.charts)).map(({ chart, others }) =>
    problemItem(chart.problem, chart.name, others),
  )
  const reported = new Set(report.charts.flatMap(({ path, problem }) => (problem ? [path] : [])))
  const ofPlan = (report.mode === 'plan' ? (report.plan?.charts ?? []) : []).flatMap(({ name, path, problem }) =>
    problem && !reported.has(path) ? [plannedItem(problem, name)] : [],
  )
  return list('### What went wrong', [
    ...report.problems.map((problem) => problemItem(problem)),
    ...ofCharts,
    ...ofPlan,
  ])
}

function problemItem(problem: ReleaseError, chart = '', others: readonly ChartOutcome[] = []): string {
  if (others.length === 0) return item(problem, [problem.code, chart, placeCell(problem.at)])
  const message = `${problem.message} The same stops ${chartNames(others)}.`
  return item({ message, hint: problem.hint }, [problem.code, placeCell(problem.at)])
}

function plannedItem(problem: PlanProblem, chart: string): string {
  return item(problem, [problem.code, chart, placeCell(placeIn(problem))])
}

function placeCell(at: Location | undefined): string {
  return at ? placeText(at) : ''
}

/** A list item: `code · chart · place`, what happened, what to do; lines to type are a block of their own. */
function item(
  { message, hint = '' }: Pick<ReleaseError, 'message'> & { hint?: string | undefined },
  names: readonly string[],
): string {
  const head = names.filter((name) => name !== '').map((name) => code(name))
  const first = `- ${head.join(' · ')}<br>${prose(message, 1000)}`
  if (hint === '') return first
  if (!hint.includes('\n')) return `${first}<br>What to do: ${prose(hint, 1000)}`
  return `${first}<br>What to do:\n\n${fenced(cut(hint, 2000)).replace(/^/gm, '  ')}\n`
}

/** In check mode the table has the deciding finding of each chart, and the annotations have all of them. */
function adviceList(report: ReleaseReport): string {
  const ofCharts = report.mode === 'check' ? [] : adviceOf(report, 'chart')
  const texts = [
    ...[...adviceOf(report, 'settings'), ...adviceOf(report, 'run')].map(({ text }) => text),
    ...ofCharts.map(({ text, at }) => `${text} ${placeCell(at)}`),
  ]
  return list(
    '### Worth knowing',
    texts.map((text) => `- ${prose(text, 1000)}`),
  )
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const { shown, left } = rowsWithin(
    items.map((one) => [one]),
    MAX_LIST,
  )
  const rest = left === 0 ? [] : [`- ${left} more are in the log and in the report file.`]
  return [title, '', ...shown.flat(), ...rest].join('\n')
}

/** The release notes of each chart, folded up. */
function whatChanged({ charts }: ReleaseReport): string {
  const items = charts.flatMap(({ name, version, notes }) =>
    notes === undefined || notes.length === 0 ? [] : [foldedNotes(name, version, notes)],
  )
  return list('### What changed', items)
}

function settingsTable({ plan }: ReleaseReport): string {
  const settings = Object.entries(plan?.settings ?? {})
  if (settings.length === 0) return ''
  const rows = settings.map(([name, { value, source }]) => [code(name), code(value, 300), source])
  const { shown, left } = rowsWithin(plan?.charts.flatMap(settingRows) ?? [], MAX_LIST)
  const rest = left === 0 ? '' : `\n\n*${left} more settings of single charts are in the plan file.*`
  return folded('Settings, and where each came from', table(['Setting', 'Value', 'From'], [...rows, ...shown]) + rest)
}

/** The settings that a chart has for itself. */
function settingRows({ name: chart, settings = {} }: PlannedChart): readonly (readonly string[])[] {
  return Object.entries(settings).map(([name, { value, source }]) => [
    `${code(name)} of ${prose(chart, 100)}`,
    ...[code(value, 300), source],
  ])
}
