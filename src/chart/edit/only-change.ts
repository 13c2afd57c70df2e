import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { ReleaseError } from '../../model/errors.ts'
import { follow } from '../yaml/fields.ts'
import { failure, type Place, parseYaml, spanOf, type YamlText } from '../yaml/text.ts'

/** A YAML document as written, with its aliases followed: texts, lists and mappings. */
export type Tree = string | undefined | readonly Tree[] | ReadonlyMap<string, Tree>

/** New texts by the offset at which the old ones begin. */
type Replacements = ReadonlyMap<number, string>

const NONE: Replacements = new Map()

/** The document's content; with `replaced`, its content once these scalars, and nothing else, have other texts. */
export function treeOf(text: string, place: Place, replaced: Replacements = NONE): Tree {
  const yaml = parseYaml(text, place)
  return walk(yaml, yaml.root, replaced)
}

/**
 * Returns `after` if it reads like `expected`. An anchor before a changed value, and anything else that lets one edit
 * change several values, fails with `CHART_EDIT_REFUSED` at the line that would have changed.
 */
export function requireOnly(expected: Tree, { before, after, file }: Edit): string {
  const place = { file, code: 'CHART_EDIT_REFUSED' } as const
  const path = differenceOf(expected, treeOf(after, place))
  if (!path) return after
  const what = path.length === 0 ? 'more' : `\`${path.join('.')}\`, too`
  throw new ReleaseError('CHART_EDIT_REFUSED', `${file} can't be changed as meant without changing ${what}`, {
    hint: 'Write the value itself where an alias (`*name`) stands for it.',
    at: { file, line: lineOf(parseYaml(before, place), path) },
  })
}

interface Edit {
  readonly before: string
  readonly after: string
  readonly file: string
}

function walk(yaml: YamlText, written: Node | undefined, replaced: Replacements): Tree {
  const node = follow(yaml, written)
  // The value of an alias is written elsewhere, so a change there does not belong to this place.
  const here = node === written ? replaced : NONE
  if (isMap(node)) {
    return new Map(
      node.items.map((pair) => {
        const value = (pair.value ?? undefined) as Node | undefined
        return [keyOf(yaml, pair), here.get(valueStart(yaml, pair)) ?? walk(yaml, value, here)] as const
      }),
    )
  }
  if (isSeq(node)) return node.items.map((item) => walk(yaml, item as Node, here))
  return isScalar(node) && spanOf(yaml, node).start < spanOf(yaml, node).end ? String(node.value ?? '') : undefined
}

function keyOf(yaml: YamlText, { key }: Pair): string {
  const node = follow(yaml, key as Node)
  if (!isScalar(node)) throw failure(yaml, node, 'has a key that is not plain text')
  return String(node.value)
}

/** Where the value of a pair begins; right after the colon if nothing is written. */
function valueStart(yaml: YamlText, { key, value }: Pair): number {
  const { start, end } = value ? spanOf(yaml, value as Node) : { start: 0, end: 0 }
  return start < end ? start : yaml.text.indexOf(':', spanOf(yaml, key as Node).end) + 1
}

/** The keys that lead to the first difference; empty if there is none. */
function differenceOf(a: Tree, b: Tree): readonly string[] | undefined {
  const [one, two] = [entriesOf(a), entriesOf(b)]
  if (!one || !two || Array.isArray(a) !== Array.isArray(b)) return a === b ? undefined : []
  for (const key of new Set([...one.keys(), ...two.keys()])) {
    const inside = one.has(key) && two.has(key) ? differenceOf(one.get(key), two.get(key)) : []
    if (inside) return [key, ...inside]
  }
  return undefined
}

function entriesOf(tree: Tree): ReadonlyMap<string, Tree> | undefined {
  if (typeof tree === 'string' || tree === undefined) return undefined
  return tree instanceof Map ? tree : new Map([...tree.entries()].map(([key, value]) => [String(key), value as Tree]))
}

function lineOf(yaml: YamlText, path: readonly string[]): number {
  let node = yaml.root
  let line = 1
  for (const name of path) {
    if (isSeq(node)) node = node.items[Number(name)] as Node | undefined
    else if (isMap(node)) {
      const pair = node.items.find((one) => keyOf(yaml, one) === name)
      if (pair) line = spanOf(yaml, pair.key as Node).line
      node = (pair?.value ?? undefined) as Node | undefined
    } else break
    if (node?.range && isMap(node)) line = spanOf(yaml, node).line
  }
  return line
}
