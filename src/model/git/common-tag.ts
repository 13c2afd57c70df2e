import type { TagParts } from './tag-template.ts'
import { ENDS, wordAfter } from './version-words.ts'

/**
 * A tag that two charts would both have, for some version of each; `undefined` if there is none. Versions are what Chart.yaml
 * may say (`1.2.3-rc.1+b7`, `v1.2`): both sides are walked side by side, letter by letter, and the shortest tag wins.
 */
export function commonTag(a: TagParts, b: TagParts): string | undefined {
  if (!beginAlike(a.before, b.before) || !endAlike(a.after, b.after)) return undefined
  const letters = [...new Set(`1v0.-+a${a.before}${a.after}${b.before}${b.after}`)]
  let open: readonly Pair[] = [{ tag: '', left: START, right: START }]
  const seen = new Set<string>()
  while (open.length > 0) {
    const whole = open.find(({ left, right }) => isWhole(a, left) && isWhole(b, right))
    if (whole) return whole.tag
    open = open.flatMap((pair) => letters.flatMap((letter) => nextPairs(pair, { letter, a, b }))).filter(isNew(seen))
  }
  return undefined
}

function beginAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

function endAlike(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}

/** How far a tag was read: letters before the version, where in the version, letters after it. */
interface Place {
  readonly before: number
  readonly version: string
  readonly after: number
}

const START: Place = { before: 0, version: 'start', after: 0 }

interface Pair {
  readonly tag: string
  readonly left: Place
  readonly right: Place
}

interface Step {
  readonly letter: string
  readonly a: TagParts
  readonly b: TagParts
}

function nextPairs({ tag, left, right }: Pair, { letter, a, b }: Step): readonly Pair[] {
  const rights = next(b, right, letter)
  return next(a, left, letter).flatMap((one) => rights.map((other) => ({ tag: tag + letter, left: one, right: other })))
}

function isNew(seen: Set<string>): (pair: Pair) => boolean {
  return ({ left, right }) => {
    const key = JSON.stringify([left, right])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}

/** Where reading may go on: a letter after a whole version may be one more of it, or the first behind it. */
function next({ before, after }: TagParts, place: Place, letter: string): readonly Place[] {
  if (place.before < before.length)
    return before[place.before] === letter ? [{ ...place, before: place.before + 1 }] : []
  const version = place.after === 0 ? wordAfter(place.version, letter) : undefined
  const isBehind = ENDS.has(place.version) && after[place.after] === letter
  return [
    ...(version === undefined ? [] : [{ ...place, version }]),
    ...(isBehind ? [{ ...place, after: place.after + 1 }] : []),
  ]
}

function isWhole({ before, after }: TagParts, place: Place): boolean {
  return place.before === before.length && ENDS.has(place.version) && place.after === after.length
}
