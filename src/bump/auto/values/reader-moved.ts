import type { Finding } from '../../../model/finding.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { ANY, type Place, type Places, pathOf } from '../reads/place.ts'
import { isCertain, placesOf, readersOf } from '../reads/readers.ts'

/**
 * A template that read a value and reads a new one of the same name in its place, while others still read the old one: who sets the old one
 * loses that part.
 */
export function readerMovedFindings({ old, now }: ChartPair): readonly Finding[] {
  if (!isCertain(now.reads)) return []
  const come = newPlaces(old.reads.places, now.reads.places)
  if (come.size === 0) return []
  return placesOf(old.reads.places).flatMap((place) => {
    const path = pathOf(place)
    const successors = come.get(place.key)
    if (!successors || path.includes(ANY) || ownReaders(place).size === 0) return []
    const left = filesThatRead(now.reads.places, path)
    // What nobody reads any more has a finding of its own.
    if (left.size === 0) return []
    return [...ownReaders(place)].flatMap((file): readonly Finding[] => {
      const to = left.has(file) || !now.side.files.has(file) ? undefined : successors.find((one) => reads(one, file))
      if (!to) return []
      const [subject, other] = [pathText(path), pathText(pathOf(to))]
      const text = `\`${subject}\` no longer reaches ${file}, which reads \`${other}\` in its place.`
      const about = { subject: `${subject} in ${file}`, text, is: other, at: { file } }
      return [createFinding({ level: 'major', rule: 'values/reader-moved', ...about })]
    })
  })
}

/** Places that are read now and were not, by the last part of their names. */
function newPlaces(old: Places, now: Places): ReadonlyMap<string, readonly Place[]> {
  const come = placesOf(now).filter((place) => {
    const path = pathOf(place)
    return (
      path.length > 1 && !path.includes(ANY) && ownReaders(place).size > 0 && readersOf(old, path, true).length === 0
    )
  })
  return Map.groupBy(come, ({ key }) => key)
}

/** Files that read it itself, and not only a part of it. */
function ownReaders({ uses }: Place): ReadonlySet<string> {
  return new Set([...uses.values()].filter(({ idle }) => !idle).map(({ file }) => file))
}

function reads(place: Place, file: string): boolean {
  return ownReaders(place).has(file)
}

function filesThatRead(places: Places, path: readonly string[]): ReadonlySet<string> {
  return new Set(readersOf(places, path, true).map(({ file }) => file))
}
