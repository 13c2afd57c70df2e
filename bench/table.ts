import type { Measured, Sides } from './measure.ts'

const titles = [
  'What',
  'Loop',
  'Loop, four at once',
  'Action',
  'Faster than the loop',
  'Faster than four at once',
  'Peak memory',
  'Requests a chart',
]

export const head = `| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`

/** One line of the table, in Markdown; what was not measured stays empty. */
export function line(what: string, { loop, loopOfFour, action }: Sides<Measured>): string {
  const seconds = (side: Measured | undefined) => (side ? `${side.seconds.toFixed(1)} s` : '')
  const ratio = (side: Measured | undefined) => (side ? `${(side.seconds / action.seconds).toFixed(1)} x` : '')
  const cells = [
    what,
    seconds(loop),
    seconds(loopOfFour),
    `${action.seconds.toFixed(action.seconds < 10 ? 2 : 1)} s`,
    ratio(loop),
    ratio(loopOfFour),
    action.megabytes === undefined ? '' : `${Math.round(action.megabytes)} MB`,
    action.requests === undefined ? '' : action.requests.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The text of docs/performance.md with another table between its marks. */
export function withTable(text: string, table: string): string {
  const marks = /<!-- bench -->[\s\S]*<!-- \/bench -->/
  if (!marks.test(text)) throw new Error('docs/performance.md holds no <!-- bench --> … <!-- /bench -->')
  return text.replace(marks, () => `<!-- bench -->\n\n${table}\n\n<!-- /bench -->`)
}
