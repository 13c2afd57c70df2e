import type { Finding } from '../../../model/finding.ts'
import { fileText } from '../chart/load.ts'
import { valueAt } from '../chart/values.ts'
import type { ChartAnalysis, ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { ANY, type Place, type Places, pathOf, type Use } from '../reads/place.ts'
import { isCertain, placesOf, readersOf } from '../reads/readers.ts'

/**
 * A template that read a value and reads a new one of the same name in its place, while others still read the old one: who sets the old one
 * loses that part.
 */
export function readerMovedFindings({ old, now }: ChartPair): readonly Finding[] {
  if (!isCertain(now.reads)) return []
  const come = newPlaces(old.reads.places, now)
  if (come.size === 0) return []
  return placesOf(old.reads.places).flatMap((place) => {
    const path = pathOf(place)
    const successors = come.get(place.key)
    if (!successors || path.includes(ANY) || ownReaders(place).length === 0) return []
    const left = new Set(readersOf(now.reads.places, path, true).map(({ file }) => file))
    // What nobody reads any more has a finding of its own.
    if (left.size === 0) return []
    return ownReaders(place).flatMap(({ file }): readonly Finding[] => {
      if (left.has(file) || !now.side.files.has(file) || !isOwnRead(old, path, file)) return []
      const to = successors.find(({ readers }) => readers.has(file))
      if (!to) return []
      const [subject, other] = [pathText(path), pathText(to.path)]
      const text = `\`${subject}\` no longer reaches ${file}, which reads \`${other}\` in its place.`
      const at = { file, line: to.readers.get(file)?.line ?? 1 }
      const about = { subject: `${subject} in ${file}`, text, is: other, at }
      return [createFinding({ level: 'major', rule: 'values/reader-moved', ...about })]
    })
  })
}

interface Successor {
  readonly path: readonly string[]
  readonly readers: ReadonlyMap<string, Use>
}

/** Places that are read now and were not, by the last part of their names. */
function newPlaces(old: Places, now: ChartAnalysis): ReadonlyMap<string, readonly Successor[]> {
  const come = placesOf(now.reads.places).flatMap((place): readonly Successor[] => {
    const path = pathOf(place)
    if (path.length < 2 || path.includes(ANY) || readersOf(old, path, true).length > 0) return []
    const own = ownReaders(place).filter(({ file }) => isOwnRead(now, path, file))
    return own.length === 0 ? [] : [{ path, readers: new Map(own.map((use) => [use.file, use])) }]
  })
  return Map.groupBy(come, ({ path }) => path.at(-1) ?? '')
}

/** Uses of it itself, and not only of a part of it. */
function ownReaders({ uses }: Place): readonly Use[] {
  return [...uses.values()].filter(({ idle }) => !idle)
}

/**
 * Whether a file reads it by itself. A helper is given values by its callers, so what it reads says something about it only where it names
 * the value; elsewhere the value must be one that the chart offers.
 */
function isOwnRead({ chart, side }: ChartAnalysis, path: readonly string[], file: string): boolean {
  const depth = file.match(/(?:^|\/)charts\//g)?.length ?? 0
  const name = path.slice(depth).join('.')
  const at = (fileText(side, file) ?? '').indexOf(`.Values.${name}`)
  return at >= 0 || (!/(?:^|\/)_[^/]*$/.test(file) && valueAt(chart.values, path) !== undefined)
}
