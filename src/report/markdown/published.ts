import { shortCommit } from '../../model/git/commits.ts'
import type { ChartOutcome, ReleasedReference, ReleaseReport } from '../../model/report.ts'
import { someOf } from '../../model/text.ts'
import { code, prose } from './markdown.ts'

const MAX_NAMED = 5

/** Where the charts of a run went and who signed them, in one line. */
export function publishedLine(report: ReleaseReport): string {
  const released = report.charts.filter(({ result }) => result === 'released' || result === 'completed')
  if (released.length === 0) return ''
  const places = [...new Set(released.flatMap(({ references }) => references.map(placeOf)))]
  const commit = report.bumpCommit === undefined ? '' : ` Version commit: ${code(shortCommit(report.bumpCommit))}.`
  return `Published to ${someOf(
    places.map((place) => code(place, 300)),
    MAX_NAMED,
  )}${signedWords(released, report)}.${commit}`
}

function signedWords(released: readonly ChartOutcome[], { identity }: ReleaseReport): string {
  const unsigned = released.filter(({ signed }) => !signed).map(({ name }) => prose(name, 100))
  if (unsigned.length === released.length) return ', unsigned'
  const by = identity ? `, signed as ${code(identity.subject, 300)} and verified` : ', signed'
  return unsigned.length === 0
    ? by
    : `${by}, but for ${someOf(unsigned, MAX_NAMED)}, which ${unsigned.length === 1 ? 'is' : 'are'} unsigned`
}

/** What comes before the names of charts. */
function placeOf(reference: ReleasedReference): string {
  return 'pinned' in reference ? `oci://${reference.pinned.replace(/\/[^/]+@.*$/, '')}` : reference.repository
}
