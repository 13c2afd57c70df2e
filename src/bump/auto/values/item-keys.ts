import type { Finding } from '../../../model/finding.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, placeText } from '../finding.ts'
import { ANY, type Place, pathOf } from '../reads/place.ts'
import { isCertain, placesOf, readersOf, usesWithin } from '../reads/readers.ts'

/**
 * Keys of the items of a list or map that users write which are no longer read, while the list still is. No default shows the shape of
 * an empty list.
 */
export function itemKeyFindings({ old, now }: ChartPair): readonly Finding[] {
  if (!isCertain(now.reads) || now.reads.places.handedOn) return []
  return placesOf(old.reads.places).flatMap((place) => {
    const path = pathOf(place)
    const item = path.indexOf(ANY)
    if (item < 1 || place.key === ANY || !isItemOfOwn(place)) return []
    const [before] = usesWithin(place).filter(({ idle }) => !idle)
    const around = path.slice(0, -1)
    // What is no longer read as a whole has a finding of its own.
    if (!before || readersOf(now.reads.places, path, true).length > 0) return []
    const [after] = readersOf(now.reads.places, around, true)
    if (!after) return []
    const subject = shown(path)
    const text = `\`${subject}\` is not read any more; ${placeText(before)} read it before (\`${before.how}\`).`
    const at = { file: after.file, line: after.line }
    return [createFinding({ level: 'major', rule: 'values/item-key-unread', subject, text, at })]
  })
}

/** A walk over all values of a chart says nothing about the shape of one. */
function isItemOfOwn(place: Place): boolean {
  let at: Place | undefined = place
  while (at && at.key !== ANY) at = at.parent
  return at?.parent !== undefined && !at.parent.isRoot
}

function shown(path: readonly string[]): string {
  return path.join('.').replaceAll(`.${ANY}`, '[]')
}
