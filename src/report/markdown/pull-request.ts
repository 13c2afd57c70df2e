import type { PlannedChart } from '../../model/plan.ts'
import type { ReleaseNote } from '../../model/report.ts'
import { POSTPONE_LABEL } from '../../model/settings.ts'
import { versionsText } from '../wording/chart-text.ts'
import { foldedNotes, prose, rowsWithin, table } from './markdown.ts'
import { words } from './words.ts'

/** GitHub accepts 65,536 characters. */
const MAX_TABLE = 30_000
const MAX_NOTES = 25_000

/** The plan as the body of a pull request into `base`: what gets which version and why, and what merging does. */
export function pullRequestText(
  charts: readonly PlannedChart[],
  { base, notes }: { readonly base: string; readonly notes: ReadonlyMap<string, readonly ReleaseNote[]> },
): string {
  const rows = charts.map((chart) => [
    prose(chart.name, 100),
    prose(versionsText(chart.currentVersion, chart.version, '→'), 100),
    words(chart.reason, 300),
  ])
  const branch = `\`${base.replaceAll('`', '')}\``
  const { shown, left } = rowsWithin(rows, MAX_TABLE - 1)
  return [
    `These charts changed since their versions were published. Merging this releases them from ${branch}.`,
    table(['Chart', 'Version', 'Why'], shown),
    ...(left > 0 ? [`*${left} more charts are in the commit.*`] : []),
    ...notesOfCharts(charts, notes),
    `Each push to ${branch} updates this pull request, unless its own branch has commits by somebody else: then it stays as it is until it is merged or the branch is deleted. A title or description that you edit is kept. To give a chart another version, raise it on ${branch}. To postpone the release, close this pull request with the label \`${POSTPONE_LABEL}\`; remove the label to have it proposed again.`,
  ].join('\n\n')
}

/** What changed in each chart, as far as there is room. */
function notesOfCharts(
  charts: readonly PlannedChart[],
  notes: ReadonlyMap<string, readonly ReleaseNote[]>,
): readonly string[] {
  let room = MAX_NOTES
  return charts.flatMap(({ path, name, version }) => {
    const own = notes.get(path) ?? []
    if (own.length === 0) return []
    const text = foldedNotes(name, version, own)
    room -= text.length
    return room > 0 ? [text] : []
  })
}
