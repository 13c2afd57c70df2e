import type { Finding } from '../../../model/finding.ts'
import { isEmpty, shownValue, valueAt } from '../chart/values.ts'
import type { Pair } from '../evidence.ts'
import { pathText, told } from '../told.ts'
import { type Change, changesOf, leavesOf } from './changes.ts'
import { removed } from './removed.ts'
import { typeChanged } from './type-changed.ts'

/** What changed in values.yaml, with those of subcharts as Helm merges them. */
export function valuesFindings(pair: Pair): readonly Finding[] {
  const changes = changesOf(pair.old.chart.values, pair.now.chart.values)
  const added = changes.filter((change) => change.kind === 'added')
  return changes.map((change) => {
    switch (change.kind) {
      case 'removed':
        return removed(change, pair, successor(change, added))
      case 'type':
        return typeChanged(change, pair)
      case 'added':
        return addedFinding(change)
      default:
        return defaultChanged(change)
    }
  })
}

function addedFinding({ path, is }: Change & { kind: 'added' }): Finding {
  const subject = pathText(path)
  const text = `\`${subject}\` is new.`
  return told({
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
    return told({
      ...about,
      level: 'minor',
      rule: 'values/default-emptied',
      text: `\`${subject}\` has no default any more.`,
    })
  }
  return told({
    ...about,
    level: 'patch',
    rule: 'values/default-changed',
    text: `The default of \`${subject}\` changed.`,
  })
}

/** Where a removed key may have gone: the one new key with its name or, for a key with a value, the same value. */
function successor(
  { path, was }: Change & { kind: 'removed' },
  added: readonly (Change & { kind: 'added' })[],
): string | undefined {
  const key = path.at(-1)
  const leaves = added.flatMap((one) => [{ path: one.path, value: one.is }, ...leavesOf(one.is, one.path)])
  const named = leaves.find((leaf) => leaf.path.at(-1)?.toLowerCase() === key?.toLowerCase())
  const inside = added.find((one) => key !== undefined && valueAt(one.is, [key]))
  const equal = isEmpty(was)
    ? undefined
    : leaves.find(({ value }) => shownValue(value) === shownValue(was) && value.kind !== 'bool')
  const found = named?.path ?? (inside && [...inside.path, key ?? '']) ?? equal?.path
  return found && pathText(found)
}
