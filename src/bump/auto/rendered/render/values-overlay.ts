import { isAlias, isMap, isScalar, type Pair, parseDocument } from 'yaml'
import { textProblem } from '../../../../chart/yaml/guard.ts'

const MAX_TEXT = 4 * 1024 * 1024
const NULLS = new Set(['', '~', 'null', 'Null', 'NULL'])

/**
 * A chart's values.yaml as user values: the same text without the keys whose value is null, because a user's null
 * deletes a key of the chart. Their bytes are cut out, so that every other scalar stays as it was written. `undefined`
 * if it can't be read or is empty.
 */
export function valuesOverlay(text: string): string | undefined {
  if (textProblem(text, MAX_TEXT)) return undefined
  // In this schema every scalar stays text: this reader must not decide what Helm takes for a number.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const cut: Range[] = []
  if (!findNulls(document.contents, cut)) return undefined
  // The removed parts may be referred to elsewhere.
  if (cut.some(([from, to]) => /&\S/.test(text.slice(from, to)))) return undefined
  let kept = text
  for (const [from, to] of cut.reverse()) kept = kept.slice(0, from) + kept.slice(to).replace(/^[ \t]*,/, '')
  return kept
}

type Range = readonly [number, number]

/** Collects the ranges to cut; false if nothing of the map would be left. */
function findNulls(map: unknown, cut: Range[]): boolean {
  if (!isMap(map)) return true
  if (map.items.length === 0) return true
  const own: Range[] = []
  let left = 0
  for (const pair of map.items as readonly Pair[]) {
    const inner: Range[] = []
    if (isNull(pair.value) || !findNulls(pair.value, inner)) own.push(rangeOf(pair))
    else {
      left += 1
      own.push(...inner)
    }
  }
  cut.push(...own)
  return left > 0
}

function isNull(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (!isScalar(value) || isAlias(value)) return false
  return value.type === 'PLAIN' && value.tag === undefined && NULLS.has(String(value.source ?? value.value ?? ''))
}

function rangeOf({ key, value }: Pair): Range {
  const [from, end] = (key as Placed).range ?? [0, 0]
  return [from, (value as Placed | null)?.range?.[1] ?? end]
}

interface Placed {
  readonly range?: Range | null
}
