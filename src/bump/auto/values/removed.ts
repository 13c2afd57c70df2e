import type { Finding } from '../../../model/finding.ts'
import { isEmpty, shownValue } from '../chart/values.ts'
import type { Pair } from '../evidence.ts'
import type { Use } from '../reads/place.ts'
import { isCertain, readersOf } from '../reads/readers.ts'
import { pathText, placeText, told } from '../told.ts'
import { type Change, type Leaf, leavesOf, shape } from './changes.ts'

interface Judged extends Leaf {
  readonly before: Use | undefined
  readonly after: Use | undefined
}

/**
 * A key that is no longer in values.yaml. Whether that breaks depends on who reads it: still read, it has only lost its
 * default; never read, nobody misses it.
 */
export function removed(change: Change & { kind: 'removed' }, pair: Pair, moved: string | undefined): Finding {
  const leaves = leavesOf(change.was, change.path).map((leaf) => judge(leaf, pair))
  const broken = leaves.filter(({ before, after }) => before && !after)
  const [first] = broken
  if (first?.before && !isCertain(pair.now.reads)) return undecided(change)
  const whole = broken.length === leaves.length
  const at = { file: change.near.file, line: change.near.line }
  if (first?.before) {
    const subject = pathText(whole ? change.path : first.path)
    const hint = moved === undefined ? '' : ` It may be \`${moved}\` now.`
    const more = whole || broken.length === 1 ? '' : ` and ${broken.length - 1} more below \`${pathText(change.path)}\``
    const text = `\`${subject}\`${more} was removed: ${readBy(first.before)}, and nothing reads it now.${hint}`
    return told({
      level: 'major',
      rule: 'values/removed',
      subject,
      text,
      was: shownValue(whole ? change.was : first.value),
      at,
    })
  }
  const subject = pathText(change.path)
  const was = shownValue(change.was)
  const honoured = leaves.filter(({ before, after }) => before && after)
  const [reader] = honoured
  if (!reader?.after) {
    const text = `\`${subject}\` was removed from values.yaml; no template of the last release reads it.`
    return told({ level: 'patch', rule: 'values/removed-unread', subject, text, was, at })
  }
  const level = honoured.some(({ value }) => !isEmpty(value)) ? 'minor' : 'patch'
  const text = `\`${subject}\` was removed from values.yaml and is still honoured: ${readBy(reader.after)}. Only its default is gone.`
  return told({ level, rule: 'values/removed-still-read', subject, text, was, at })
}

function undecided({ path, was, near }: Change & { kind: 'removed' }): Finding {
  const subject = pathText(path)
  const text = `\`${subject}\` was removed; the templates could not be read to the end, so whether it is still honoured is not known.`
  const at = { file: near.file, line: near.line }
  return told({ level: 'major', rule: 'values/removed-undecided', subject, text, was: shownValue(was), at })
}

function judge(leaf: Leaf, { old, now }: Pair): Judged {
  const container = shape(leaf.value) !== 'scalar' || leaf.value.kind === 'null'
  const [before] = readersOf(old.reads.places, leaf.path, container)
  const [after] = readersOf(now.reads.places, leaf.path, container)
  return { ...leaf, before, after }
}

/** Who reads a value, as part of a sentence. */
export function readBy(use: Use): string {
  return `${placeText(use)} reads it (\`${use.how}\`)`
}
