import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import { type GoScalar, goScalar } from './go-scalar.ts'
import { failure, type YamlText } from './text.ts'

/** A key of a mapping with its value. */
export interface Field {
  readonly name: string
  readonly key: Node
  /** Aliases followed; absent if nothing is written. */
  readonly value: Node | undefined
  /** As written: perhaps an alias. */
  readonly written: Node | undefined
}

export type Fields = ReadonlyMap<string, Field>

const STR_TAG = 'tag:yaml.org,2002:str'
/** How many merges may follow each other. */
const MAX_MERGES = 20

/** The entries of a mapping as Helm reads it: merge keys unfolded, later ones win. Anything else is an error. */
export function fieldsOf(yaml: YamlText, node: Node | undefined, what: string): Fields {
  const map = follow(yaml, node)
  if (!isMap(map)) throw failure(yaml, node, `has ${what} that is not a mapping`)
  const fields = new Map<string, Field>()
  collect(yaml, map, fields, MAX_MERGES)
  return fields
}

/** The items of a list, aliases followed; none if there is no value. Anything else is an error. */
export function itemsOf(yaml: YamlText, node: Node | undefined, what: string): readonly (Node | undefined)[] {
  const list = follow(yaml, node)
  if (list === undefined || isNull(yaml, list)) return []
  if (!isSeq(list)) throw failure(yaml, node, `has ${what} that is not a list`)
  spend(yaml, list, list.items.length)
  return list.items.map((item) => follow(yaml, item as Node))
}

/** A field by Helm's rule: the exact name, else one that differs only in case. Both at once is an error. */
export function pick(yaml: YamlText, fields: Fields, name: string): Field | undefined {
  const lower = name.toLowerCase()
  const [first, second] = [...fields.values()].filter((field) => field.name.toLowerCase() === lower)
  if (second)
    throw failure(yaml, second.key, `has the keys ${first?.name} and ${second.name}, which Helm takes for one`)
  return first
}

/** Helm's reading of a scalar; absent is null. A list, a mapping or a tag other than `!!str` is an error. */
export function scalarOf(yaml: YamlText, node: Node | undefined, what: string): GoScalar {
  const scalar = follow(yaml, node)
  if (scalar === undefined) return { kind: 'null', text: '' }
  if (!isScalar(scalar)) throw failure(yaml, node, `has ${what} that is not plain text`)
  if (scalar.tag !== undefined && scalar.tag !== STR_TAG) throw failure(yaml, node, `has ${what} with a tag`)
  const text = String(scalar.value ?? '')
  const plain = scalar.type === 'PLAIN' && scalar.tag === undefined
  return plain ? goScalar(text) : { kind: 'string', text }
}

/** A scalar of a text field, as Helm reads it; a value that is not text in YAML is recorded in `yaml.retyped`. */
export function helmText(yaml: YamlText, node: Node | undefined, what: string): string {
  const { kind, text: read } = scalarOf(yaml, node, what)
  if (node === undefined || kind === 'string') return read
  const { line, col } = yaml.lines.linePos(node.range?.[0] ?? 0)
  const written = String((follow(yaml, node) as Scalar).value ?? '')
  yaml.retyped.push({ what, written, read, kind, line, column: col })
  return read
}

/** A text as Helm's `Validate` cleans it: white space becomes blanks, unprintable characters are dropped. */
export function sanitise(text: string): string {
  return text.replace(/\p{White_Space}/gu, ' ').replace(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, '')
}

/** The effective node: an alias is followed, a key without value is `undefined`. */
export function follow(yaml: YamlText, node: Node | null | undefined): Node | undefined {
  if (!isAlias(node)) return node ?? undefined
  spend(yaml, node, 1)
  return yaml.aliases.get(node)
}

/** Whether nothing, or YAML's null, is written. */
export function isNull(yaml: YamlText, node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && scalarOf(yaml, node, 'a value').kind === 'null')
}

function collect(yaml: YamlText, map: YAMLMap, fields: Map<string, Field>, merges: number): void {
  spend(yaml, map, map.items.length)
  for (const pair of map.items) {
    const key = pair.key as Node
    const written = (pair.value ?? undefined) as Node | undefined
    if (isMergeKey(key)) {
      if (merges === 0) throw failure(yaml, key, 'merges too many mappings')
      merge(yaml, written, fields, merges - 1)
      continue
    }
    const { kind, text: name } = scalarOf(yaml, key, 'a key')
    if (kind === 'null') throw failure(yaml, key, 'has a key that is empty')
    fields.set(name, { name, key, value: follow(yaml, written), written })
  }
}

function merge(yaml: YamlText, written: Node | undefined, fields: Map<string, Field>, merges: number): void {
  const source = follow(yaml, written)
  // Of several mappings the first wins, so it comes last.
  const sources = isSeq(source) ? source.items.map((item) => follow(yaml, item as Node)).reverse() : [source]
  for (const map of sources) {
    if (!isMap(map)) throw failure(yaml, written, 'merges something that is not a mapping')
    collect(yaml, map, fields, merges)
  }
}

function isMergeKey(key: Node): key is Scalar {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN'
}

function spend(yaml: YamlText, node: Node, nodes: number): void {
  yaml.budget.nodes -= nodes
  if (yaml.budget.nodes < 0) throw failure(yaml, node, 'unfolds to too many values')
}
