import type { Finding } from '../../../model/finding.ts'
import { shownValue, type Value } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { demandsOf, readersOf, typeTests } from '../reads/readers.ts'
import type { Change, shape } from './changes.ts'
import { readBy, wasReadBy } from './removed.ts'

/**
 * A value that is a map, a list or a single value now and was another of these. It breaks those who set it only if the
 * templates use it in another way too: `{}` that became `[]` under the same `range` accepts what it accepted.
 */
export function typeChanged({ path, was, is }: Change & { kind: 'type' }, { old, now }: ChartPair): Finding {
  const subject = pathText(path)
  const at = { file: is.file, line: is.line }
  const about = { subject, was: shownValue(was), is: shownValue(is), at }
  const change = `\`${subject}\` was a ${wordFor(was)} and is a ${wordFor(is)}`
  const [before] = readersOf(old.reads.places, path, true)
  if (!before) {
    const text = `${change}; no template of the last release reads it.`
    return createFinding({ ...about, level: 'patch', rule: 'values/type-unread', text })
  }
  const [demanded, demands] = [demandsOf(old.reads.places, path), demandsOf(now.reads.places, path)]
  const tests = typeTests(now.reads.places, path)
  const reached = demandsOf(now.reads.places, path, (type) => GO_TYPES[was.kind].test(type))
  if (tests.length > 0 && (asksFor(tests, was) || [...demanded].every((demand) => reached.has(demand)))) {
    const text = `${change}; the templates ask for its type, so the old one is still taken.`
    return createFinding({ ...about, level: 'minor', rule: 'values/type-both', text })
  }
  const [after] = readersOf(now.reads.places, path, true)
  if (after && isSameSet(demanded, demands)) {
    const text = `${change}, but the templates use it as before (${[...demands].join(', ') || 'as a part'}).`
    return createFinding({ ...about, level: 'patch', rule: 'values/type-same-use', text })
  }
  const now_ = after ? `now ${readBy(after)}` : 'nothing reads it now'
  const text = `${change}: ${wasReadBy(before)}, ${now_}.`
  return createFinding({ ...about, level: 'major', rule: 'values/type-changed', text })
}

/** Go's names of the types that a value can have, for `kindIs` and `typeIs`. */
const GO_TYPES: Readonly<Record<Value['kind'], RegExp>> = {
  map: /map/,
  list: /slice|list|\[\]/,
  null: /invalid|nil/,
  bool: /bool/,
  int: /int|float/,
  float: /float/,
  string: /string/,
}

function asksFor(tests: readonly (string | undefined)[], was: Value): boolean {
  return tests.some((type) => type === undefined || GO_TYPES[was.kind].test(type))
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one))
}

function wordFor(value: Parameters<typeof shape>[0]): string {
  return value.kind === 'map' || value.kind === 'list' ? value.kind : `single value (${value.kind})`
}
