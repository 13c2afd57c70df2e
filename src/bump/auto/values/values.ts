import type { Finding } from '../../../model/finding.ts'
import { externalFolders, isIn } from '../chart/external.ts'
import { isEmpty, isSame, shownValue, type Value, valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { isCertain, readersOf } from '../reads/readers.ts'
import { type Change, changesOf, type Leaf } from './changes.ts'
import { itemKeyFindings } from './item-keys.ts'
import { movedDefault } from './moved.ts'
import { namespaceMoved } from './namespace-moved.ts'
import { readerMovedFindings } from './reader-moved.ts'
import { removed, wasReadBy } from './removed.ts'
import { isMemoryHalved, isStricter } from './stricter.ts'
import { typeChanged } from './type-changed.ts'
import { newlyOffered, unreadFindings } from './unread.ts'
import { useChangedFindings } from './use-changed.ts'

/** Limit for new keys among which removed ones are searched; with more, nothing is guessed. */
const MAX_SUCCESSORS = 200

type Removed = Change & { kind: 'removed' }
type Added = Change & { kind: 'added' }

/** Changes in values.yaml, with those of subcharts as Helm merges them. */
export function valuesFindings(pair: ChartPair): readonly Finding[] {
  const external = [...externalFolders(pair.old.chart), ...externalFolders(pair.now.chart)]
  // The defaults of a dependency change with its version, which has a rule of its own.
  const changes = changesOf(pair.old.chart.values, pair.now.chart.values).filter((change) => {
    const value = change.kind === 'added' ? change.is : change.was
    return !isIn(external, value.file) && !(isOneSided(change) && isEmptySubchart(change.path, value))
  })
  const news = changes.filter((change) => change.kind === 'added')
  // Each removed key is searched in all of them.
  const added = news.length > MAX_SUCCESSORS ? [] : news
  const found = changes.map((change) => {
    switch (change.kind) {
      case 'removed':
        return removedOrMoved(change, pair, added)
      case 'type':
        return typeChanged(change, pair)
      case 'added':
        return addedFinding(change, pair)
      default:
        return emptiedAndMoved(change, added) ?? namespaceMoved(change, pair) ?? defaultChanged(change)
    }
  })
  return [
    ...found,
    ...unreadFindings(pair),
    ...newlyOffered(pair),
    ...itemKeyFindings(pair),
    ...useChangedFindings(pair),
    ...readerMovedFindings(pair),
  ]
}

function isOneSided({ kind }: Change): boolean {
  return kind === 'added' || kind === 'removed'
}

/** A chart without values, as most libraries are: it offers nothing under its name, and may have no values.yaml. */
function isEmptySubchart(path: readonly string[], value: Value): boolean {
  const depth = /^((?:charts\/[^/]+\/)+)values\.yaml$/.exec(value.file)?.[1]?.match(/charts\//g)?.length
  return depth === path.length && value.kind === 'map' && isEmpty(value)
}

function removedOrMoved(change: Removed, pair: ChartPair, added: readonly Added[]): Finding {
  const finding = removed(change, pair, successor(change, added))
  if (finding.rule !== 'values/removed-still-read') return finding
  return movedDefault(change, added) ?? namespaceMoved(change, pair) ?? emptiedMapMoved(change, pair, added) ?? finding
}

function emptiedAndMoved(change: Change & { kind: 'default' }, added: readonly Added[]): Finding | undefined {
  return isEmpty(change.is) && !isEmpty(change.was) ? movedDefault(change, added) : undefined
}

/** As `emptiedAndMoved`, for a map that lost all its keys: told with the first of them. */
function emptiedMapMoved({ path }: Removed, { old, now }: ChartPair, added: readonly Added[]): Finding | undefined {
  const around = path.slice(0, -1)
  const [was, is] = [valueAt(old.chart.values, around), valueAt(now.chart.values, around)]
  if (was?.kind !== 'map' || is?.kind !== 'map' || !isEmpty(is) || around.length === 0) return undefined
  if ([...was.entries.keys()][0] !== path.at(-1)) return undefined
  return emptiedAndMoved({ kind: 'default', path: around, was, is }, added)
}

function addedFinding({ path, is }: Added, { old }: ChartPair): Finding {
  const isKnown = isCertain(old.reads) && !old.reads.places.handedOn
  const subject = pathText(path)
  if (isStricter(path, undefined, is)) {
    const text = `The default of \`${subject}\` got stricter: it is ${shownValue(is)}, and was not set.`
    const about = { subject, text, is: shownValue(is), at: { file: is.file, line: is.line } }
    return createFinding({ level: 'minor', rule: 'values/default-stricter', ...about })
  }
  const [reader] = readersOf(old.reads.places, path, true)
  const nowThere = `\`${subject}\` is in values.yaml now`
  const text = reader ? `${nowThere}; ${wasReadBy(reader)}.` : isKnown ? `\`${subject}\` is new.` : `${nowThere}.`
  return createFinding({
    level: 'minor',
    rule: 'values/added',
    subject,
    text,
    is: shownValue(is),
    at: { file: is.file, line: is.line },
  })
}

function defaultChanged({ path, was, is }: Change & { kind: 'default' }): Finding {
  const subject = pathText(path)
  const at = { file: is.file, line: is.line }
  const about = { subject, was: shownValue(was), is: shownValue(is), at }
  if (isEmpty(is) && !isEmpty(was)) {
    return createFinding({
      ...about,
      level: 'minor',
      rule: 'values/default-emptied',
      text: `\`${subject}\` has no default any more.`,
    })
  }
  if (isMemoryHalved(path, was, is)) {
    const text = `The default of \`${subject}\` is ${shownValue(is)}, and was ${shownValue(was)}: pods that need more are killed.`
    return createFinding({ ...about, level: 'major', rule: 'values/memory-halved', text })
  }
  if (isStricter(path, was, is)) {
    const text = `The default of \`${subject}\` got stricter: it is ${shownValue(is)}, and was ${shownValue(was)}.`
    return createFinding({ ...about, level: 'minor', rule: 'values/default-stricter', text })
  }
  return createFinding({
    ...about,
    level: 'patch',
    rule: 'values/default-changed',
    text: `The default of \`${subject}\` changed.`,
  })
}

/**
 * Where a removed key may have gone: to the only new place beside it, or up to two levels away, that has its name, or
 * its value if that is distinctive.
 */
function successor({ path, was }: Removed, added: readonly Added[]): string | undefined {
  const near = path.slice(0, -2)
  const leaves = added
    .filter((one) => near.every((key, index) => one.path[index] === key))
    .flatMap((one) => inside(one.path, one.is))
  const name = plainKey(path)
  const named = leaves.filter((leaf) => plainKey(leaf.path) === name)
  const telling = !isEmpty(was) && was.kind !== 'bool' && was.kind !== 'int'
  const equal = telling ? leaves.filter(({ value }) => isSame(value, was)) : []
  const [found, ...others] = named.length > 0 ? named : equal
  return found && others.length === 0 ? pathText(found.path) : undefined
}

function inside(path: readonly string[], value: Value): readonly Leaf[] {
  const below = value.kind === 'map' ? [...value.entries].flatMap(([key, one]) => inside([...path, key], one)) : []
  return [{ path, value }, ...below]
}

// `extra_args`, `extraArgs` and `extra-args` are one name.
function plainKey(path: readonly string[]): string {
  return (path.at(-1) ?? '').replace(/[-_]/g, '').toLowerCase()
}
