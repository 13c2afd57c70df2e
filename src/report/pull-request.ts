import type { PlannedChart } from '../model/plan.ts'
import { prose, table } from './markdown.ts'
import { versions } from './words.ts'

/** GitHub takes 65,536 characters. */
const MAX_TABLE = 50_000

/** The plan as the body of a pull request into `base`: what gets which version and why, and what merging does. */
export function pullRequestText(charts: readonly PlannedChart[], base: string): string {
  const rows = charts.map((chart) => [
    prose(chart.name, 100),
    prose(versions(chart.currentVersion, chart.version, '→'), 100),
    prose(chart.reason, 300),
  ])
  let room = MAX_TABLE
  const shown = rows.filter((row) => {
    room -= row.join(' | ').length + 5
    return room > 0
  })
  const left = rows.length - shown.length
  return [
    `These charts changed since their versions were published. Merging this releases them from \`${base.replaceAll('`', '')}\`.`,
    table(['Chart', 'Version', 'Why'], shown),
    ...(left > 0 ? [`*${left} more charts are in the commit.*`] : []),
    'Each push to the branch brings this pull request up to date; changes made to it by hand are lost. To give a chart another version, raise it on the branch itself.',
  ].join('\n\n')
}
