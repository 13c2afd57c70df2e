import type { Finding } from '../../../model/finding.ts'
import { fileText } from '../chart/load.ts'
import { shownValue, valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { ANY, type Place, pathOf } from '../reads/place.ts'
import { isCertain, placesOf, readersOf } from '../reads/readers.ts'
import { leavesOf, shape } from './changes.ts'
import { readBy } from './removed.ts'

/**
 * Values that users can still set, and that are no longer read: those that are still in values.yaml, and those that
 * were there only in a comment.
 */
export function unreadFindings(pair: ChartPair): readonly Finding[] {
  // Parts that could not be read completely, or are missing, may read them.
  if (!isCertain(pair.now.reads) || pair.now.reads.places.handedOn) return []
  return [...listed(pair), ...commented(pair)]
}

function listed({ old, now }: ChartPair): readonly Finding[] {
  return leavesOf(old.chart.values, []).flatMap(({ path, value }) => {
    const is = valueAt(now.chart.values, path)
    if (path.length === 0 || !is || shape(is) !== shape(value)) return []
    const isContainer = shape(value) !== 'scalar' || value.kind === 'null' || is.kind === 'null'
    const [before] = readersOf(old.reads.places, path, isContainer)
    if (!before || readersOf(now.reads.places, path, true).length > 0) return []
    const subject = pathText(path)
    const text = `\`${subject}\` still stands in values.yaml, but nothing reads it any more; ${readBy(before)} before.`
    const about = { subject, text, was: shownValue(value), at: { file: is.file, line: is.line } }
    return [createFinding({ level: 'major', rule: 'values/no-longer-read', ...about })]
  })
}

function commented({ old, now }: ChartPair): readonly Finding[] {
  const comments = commentedKeys(fileText(old.side, 'values.yaml') ?? '')
  if (comments.size === 0) return []
  return placesOf(old.reads.places).flatMap((place) => {
    if (!comments.has(place.key) || place.children.size > 0) return []
    const path = pathOf(place)
    if (path.includes(ANY) || !isBeside(place, old.chart.values)) return []
    if (valueAt(old.chart.values, path) || valueAt(now.chart.values, path)) return []
    const [before] = readersOf(old.reads.places, path, true)
    if (!before || readersOf(now.reads.places, path, true).length > 0) return []
    const subject = pathText(path)
    const text = `\`${subject}\`, which values.yaml offered in a comment, is not read any more; ${readBy(before)} before.`
    return [
      createFinding({
        level: 'major',
        rule: 'values/commented-removed',
        subject,
        text,
        at: { file: 'values.yaml', line: 1 },
      }),
    ]
  })
}

/** Whether the map that it would be in is there, so that the comment can be about it. */
function isBeside({ parent }: Place, values: ChartPair['old']['chart']['values']): boolean {
  const around = parent && valueAt(values, pathOf(parent))
  return around?.kind === 'map' || around?.kind === 'null'
}

function commentedKeys(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^[ \t]*#[ \t#]*([\w-]{1,100}):(?=[ \t\r\n]|$)/gm)].map(([, key = '']) => key))
}
