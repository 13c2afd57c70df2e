import type { Finding } from '../../../model/finding.ts'
import { isEmpty, shownValue, type Value } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText, placeText } from '../finding.ts'
import type { Use } from '../reads/place.ts'
import { isCertain, readersOf } from '../reads/readers.ts'
import { type Change, type Leaf, leavesOf, shape } from './changes.ts'

interface Judged extends Leaf {
  readonly before: Use | undefined
  readonly after: Use | undefined
  /** It is not honoured, and only decides by being there whether something is rendered. */
  readonly guard?: Use
}

/**
 * A key that is no longer in values.yaml. Whether that breaks depends on its uses: if it is still read, it has only
 * lost its default; if it was never read, it is not missed.
 */
export function removed(change: Change & { kind: 'removed' }, pair: ChartPair, moved: string | undefined): Finding {
  const leaves = leavesOf(change.was, change.path).map((leaf) => judge(leaf, pair))
  const broken = leaves.filter(({ before, after }) => before && !after)
  if (broken.length === 0) return kept(change, leaves, pair)
  if (!isCertain(pair.now.reads)) return undecided(change, 'the templates could not be read to the end')
  if (pair.now.reads.places.handedOn) return undecided(change, `${missing(pair.now)} is given all values`)
  return breaking(change, { broken, whole: broken.length === leaves.length, moved })
}

interface Breaking {
  readonly broken: readonly Judged[]
  /** Everything below the key is broken. */
  readonly whole: boolean
  readonly moved: string | undefined
}

function breaking({ path, was, near }: Change & { kind: 'removed' }, { broken, whole, moved }: Breaking): Finding {
  const [first] = broken
  const subject = pathText(whole ? path : (first?.path ?? path))
  const more = whole || broken.length === 1 ? '' : ` and ${broken.length - 1} more below \`${pathText(path)}\``
  const reader = first?.before ? `${wasReadBy(first.before)}, and ` : ''
  const hint = moved === undefined ? '' : ` It may be \`${moved}\` now.`
  const now = first?.guard ? `it only switches a part on now (${placeText(first.guard)})` : 'nothing reads it now'
  const text = `\`${subject}\`${more} was removed: ${reader}${now}.${hint}`
  const shown = shownValue(whole ? was : (first?.value ?? was))
  return createFinding({ level: 'major', rule: 'values/removed', subject, text, was: shown, at: placeOf(near) })
}

/** It breaks nothing: it is still read, or never was. */
function kept(
  { path, was, near }: Change & { kind: 'removed' },
  leaves: readonly Judged[],
  { old }: ChartPair,
): Finding {
  const about = { subject: pathText(path), was: shownValue(was), at: placeOf(near) }
  const what = `\`${about.subject}\` was removed from values.yaml`
  const honoured = leaves.filter(({ after, before }) => after && before)
  const [reader] = honoured
  if (reader?.after) {
    const level = honoured.some(({ value }) => !isEmpty(value)) ? 'minor' : 'patch'
    const text = `${what} and is still honoured: ${readBy(reader.after)}. Only its default is gone.`
    return createFinding({ ...about, level, rule: 'values/removed-still-read', text })
  }
  if (old.reads.places.handedOn) {
    const text = `${what}; whether ${missing(old)}, which is given all values, reads it is not known.`
    return createFinding({ ...about, level: 'minor', rule: 'values/removed-unknown', text })
  }
  const text = `${what}; no template of the last release reads it.`
  return createFinding({ ...about, level: 'patch', rule: 'values/removed-unread', text })
}

/** Whose templates are not here, so that nobody can say what they read. */
function missing({ chart }: ChartPair['now']): string {
  const names = chart.dependencies.filter((one) => one.chart === undefined).map(({ name }) => name)
  return names.length === 0 ? 'a template that is not here' : `a template of ${names.join(' or ')} (not in charts/)`
}

function placeOf({ file, line }: Value) {
  return { file, line }
}

function undecided({ path, was, near }: Change & { kind: 'removed' }, why: string): Finding {
  const subject = pathText(path)
  const text = `\`${subject}\` was removed; ${why}, so whether it is still honoured is not known.`
  const at = { file: near.file, line: near.line }
  return createFinding({ level: 'major', rule: 'values/removed-undecided', subject, text, was: shownValue(was), at })
}

function judge(leaf: Leaf, { old, now }: ChartPair): Judged {
  const container = shape(leaf.value) !== 'scalar' || leaf.value.kind === 'null'
  const [before, ...more] = readersOf(old.reads.places, leaf.path, container)
  const readers = readersOf(now.reads.places, leaf.path, container)
  // A text that was written somewhere, and now only decides something by being there, is not honoured. A boolean is.
  const isLost = leaf.value.kind !== 'bool' && readers.every(isGuard) && [before, ...more].some((use) => use?.whole)
  const [after] = readers
  return isLost ? { ...leaf, before, after: undefined, ...(after && { guard: after }) } : { ...leaf, before, after }
}

const GUARDS: ReadonlySet<string> = new Set(['if', 'with', 'and', 'or', 'not', 'empty', 'hasKey'])

function isGuard({ how, whole }: Use): boolean {
  return !whole && GUARDS.has(how)
}

/** The reader of a value, as part of a sentence. */
export function readBy(use: Use): string {
  return `${placeText(use)} reads it (\`${use.how}\`)`
}

/** The reader of a value in the last release. */
export function wasReadBy(use: Use): string {
  return `${placeText(use)} read it (\`${use.how}\`) before`
}
