import type { Finding } from '../../../model/finding.ts'
import { fileText } from '../chart/load.ts'
import { shownValue, valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { ANY, pathOf, type Use } from '../reads/place.ts'
import { isCertain, placesOf, readersOf } from '../reads/readers.ts'
import { leavesOf, shape } from './changes.ts'
import { commentedKeys } from './commented.ts'
import { wasReadBy } from './removed.ts'

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
    const text = `\`${subject}\` still stands in values.yaml, but nothing reads it any more; ${wasReadBy(before)}.`
    const about = { subject, text, was: shownValue(value), at: { file: is.file, line: is.line } }
    return [createFinding({ level: 'major', rule: 'values/no-longer-read', ...about })]
  })
}

function commented({ old, now }: ChartPair): readonly Finding[] {
  const comments = commentedKeys(fileText(old.side, 'values.yaml') ?? '')
  return offered(old, comments).flatMap(({ path, before }) => {
    if (valueAt(now.chart.values, path) || readersOf(now.reads.places, path, true).length > 0) return []
    const subject = pathText(path)
    const text = `\`${subject}\`, which values.yaml offered in a comment, is not read any more; ${wasReadBy(before)}.`
    const at = { file: 'values.yaml', line: lineNear(now, path) }
    return [createFinding({ level: 'major', rule: 'values/commented-removed', subject, text, at })]
  })
}

/** The line of the key that is left nearest to where it stood. */
function lineNear({ chart }: ChartPair['now'], path: readonly string[]): number {
  const above = path.map((_, index) => valueAt(chart.ownValues, path.slice(0, path.length - index)))
  return above.find((value) => value !== undefined)?.line ?? 1
}

/** Values that are offered in a comment and are newly read. */
export function newlyOffered({ old, now }: ChartPair): readonly Finding[] {
  const comments = commentedKeys(fileText(now.side, 'values.yaml') ?? '')
  return offered(now, comments).flatMap(({ path, line }) => {
    if (valueAt(old.chart.values, path) || readersOf(old.reads.places, path, true).length > 0) return []
    const subject = pathText(path)
    const text = `\`${subject}\`, which values.yaml offers in a comment, is new.`
    return [
      createFinding({
        level: 'minor',
        rule: 'values/commented-added',
        subject,
        text,
        at: { file: 'values.yaml', line },
      }),
    ]
  })
}

interface Offered {
  readonly path: readonly string[]
  readonly before: Use
  readonly line: number
}

/** What the chart itself reads, and values.yaml has in a comment only. */
function offered({ chart, reads }: ChartPair['old'], comments: ReadonlyMap<string, number>): readonly Offered[] {
  if (comments.size === 0) return []
  return placesOf(reads.places).flatMap((place) => {
    const path = pathOf(place)
    const line = comments.get(path.join('\n'))
    if (line === undefined || place.children.size > 0 || path.includes(ANY) || valueAt(chart.values, path)) return []
    const [before] = readersOf(reads.places, path, true)
    return before ? [{ path, before, line }] : []
  })
}
