import { shortDigest } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { PlanProblem } from '../../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { cut } from '../../model/text.ts'
import { notesMarkdown } from '../../notes/markdown.ts'
import { chartNames, sharedProblems } from '../shared-problems.ts'
import { headline, placeOf, stopped } from '../words.ts'
import { checkTable } from './check-table.ts'
import { howToUse } from './how-to-use.ts'
import { code, fenced, prose, table } from './markdown.ts'
import { type Row, rowsOf } from './rows.ts'

/** The runner takes 1 MiB; the table and the lists share what is well below. In UTF-16 units, each at most 3 bytes. */
const MAX_TABLE = 120_000
const MAX_LIST = 40_000

/** The job summary as Markdown: a sentence, a table, what went wrong, and lines to copy. */
export function summary(report: ReleaseReport): string {
  const parts = [
    '## Helm charts',
    `**${prose(headline(report))}**`,
    report.checks ? checkTable(report.checks) : chartTable(report),
    problemList(report),
    warningList([...(report.remarks ?? []).map(({ text }) => text), ...report.warnings, ...notesIn(report)]),
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
  const { taken, left } = takeWithin(order.map(cells), MAX_TABLE)
  const rest = left === 0 ? '' : `\n\n*${left} more charts are in the report file.*`
  return table(head, taken) + rest
}

function emphasis({ result }: Row): string {
  return result === 'failed' || result === 'refuse' ? `**${result}**` : result
}

function problemList(report: ReleaseReport): string {
  const ofCharts = sharedProblems(stopped(report.charts)).map(({ chart, others }) =>
    problemItem(chart.problem, chart.name, others),
  )
  const told = new Set(report.charts.flatMap(({ path, problem }) => (problem ? [path] : [])))
  const ofPlan = (report.mode === 'plan' ? (report.plan?.charts ?? []) : []).flatMap(({ name, path, problem }) =>
    problem && !told.has(path) ? [plannedItem(problem, name)] : [],
  )
  return list('### What went wrong', [
    ...report.problems.map((problem) => problemItem(problem)),
    ...ofCharts,
    ...ofPlan,
  ])
}

function problemItem(problem: ReleaseError, chart = '', others: readonly ChartOutcome[] = []): string {
  if (others.length === 0) return item(problem, [problem.code, chart, placeOf(problem)])
  const message = `${problem.message} The same stops ${chartNames(others)}.`
  return item({ message, hint: problem.hint }, [problem.code, placeOf(problem)])
}

function plannedItem(problem: PlanProblem, chart: string): string {
  const { file, line } = problem
  const at = file === undefined ? undefined : { file, ...(line !== undefined && { line }) }
  return item(problem, [problem.code, chart, placeOf({ at })])
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

/** The findings of a check stand in its table, by the one that decides; at their lines they are all. */
function notesIn({ mode, notes = [] }: ReleaseReport): readonly string[] {
  return mode === 'check' ? [] : notes.map(({ text, at }) => `${text} ${placeOf({ at })}`)
}

function warningList(warnings: readonly string[]): string {
  return list(
    '### Worth knowing',
    warnings.map((warning) => `- ${prose(warning, 1000)}`),
  )
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const { taken, left } = takeWithin(
    items.map((one) => [one]),
    MAX_LIST,
  )
  const rest = left === 0 ? [] : [`- ${left} more are in the log and in the report file.`]
  return [title, '', ...taken.flat(), ...rest].join('\n')
}

/** The release notes of each chart, folded up. */
function whatChanged({ charts }: ReleaseReport): string {
  const items = charts.flatMap(({ name, version, notes }) =>
    notes === undefined || notes.length === 0
      ? []
      : [
          `<details><summary>${prose(`${name} ${version}`, 200)}</summary>\n\n${notesMarkdown(notes, '####', prose)}\n\n</details>`,
        ],
  )
  return list('### What changed', items)
}

function settingsTable({ plan }: ReleaseReport): string {
  const settings = Object.entries(plan?.settings ?? {})
  if (settings.length === 0) return ''
  const rows = settings.map(([name, { value, source }]) => [code(name), code(value, 300), source])
  return `<details><summary>Settings, and where each came from</summary>\n\n${table(['Setting', 'Value', 'From'], rows)}\n\n</details>`
}

/** As many rows from the first on as `room` characters hold. */
function takeWithin(rows: readonly (readonly string[])[], room: number) {
  let used = 0
  const taken = rows.filter((row) => {
    used += row.join(' | ').length + 5
    return used <= room
  })
  return { taken, left: rows.length - taken.length }
}
