import { isMap, isSeq, type Node } from 'yaml'
import { jsonOf, MAX_DEPTH } from '../../chart/manifest/dependency-fields.ts'
import { fieldsOf, follow } from '../../chart/yaml/fields.ts'
import { parseYaml, type YamlText } from '../../chart/yaml/text.ts'
import { isObject, type Json } from '../../model/json.ts'
import { notUnderstood, textBetween } from '../scan/source.ts'
import { ENTRY, folded } from './fields.ts'
import type { EntryLayout, IndexLayout } from './layout.ts'

const FIELD_NAMES: ReadonlyMap<string, string> = new Map(ENTRY.fields.map(({ name }) => [folded(name), name]))
/** An entry is a Chart.yaml, which is no larger than a megabyte, with a few more fields. */
const MAX_ENTRY_LENGTH = 4 * 1024 * 1024
/** An index with anchors is parsed as a whole, which takes a hundred times as long as the scan. */
const MAX_WHOLE_LENGTH = 2 * 1024 * 1024

/**
 * All fields of one entry as Helm reads them. If it uses anchors from elsewhere the whole index is parsed, up to 2 MiB.
 * Fails with `INDEX_NOT_UNDERSTOOD`.
 */
export function readEntry(layout: IndexLayout, name: string, entry: EntryLayout): { readonly [key: string]: Json } {
  const { bytes, file } = layout
  const whole = entry.aliased
  if (whole && bytes.length > MAX_WHOLE_LENGTH)
    throw notUnderstood(layout, entry.start, 'is large and has an entry that uses an anchor')
  // The scan of the index visited each of its nodes, and allows fewer levels than the parser.
  const from = entry.flow ? entry.start : entry.lineStart
  const text = whole ? textBetween(bytes, 0, layout.documentEnd) : textBetween(bytes, from, entry.end)
  const yaml = parseYaml(text, { file, code: 'INDEX_INVALID', maxLength: MAX_ENTRY_LENGTH, isShallow: true })
  const node = whole ? entryIn(yaml, name, layout.charts.get(name)?.entries.indexOf(entry) ?? -1) : itemOf(yaml.root)
  const json = jsonOf(yaml, node, MAX_DEPTH)
  if (isObject(json)) return named(json)
  throw notUnderstood(layout, entry.start, 'has an entry that is no mapping of fields')
}

/** Under Helm's names for the fields, which it finds in any case. */
function named(entry: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [FIELD_NAMES.get(folded(key)) ?? key, value]))
}

function itemOf(root: Node | undefined): Node | undefined {
  return isSeq(root) ? (root.items[0] as Node | undefined) : root
}

function entryIn(yaml: YamlText, name: string, index: number): Node | undefined {
  const root = fieldsOf(yaml, yaml.root, 'a document')
  const entries = [...root.values()].find((field) => folded(field.name) === 'entries')
  const list = fieldsOf(yaml, entries?.value, '`entries`').get(name)?.value
  const item = isSeq(list) ? follow(yaml, list.items[index] as Node) : undefined
  return isMap(item) ? item : undefined
}
