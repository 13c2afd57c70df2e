import { isMap, isSeq, type Node } from 'yaml'
import { fieldsOf, itemsOf, scalarOf } from '../../chart/yaml/fields.ts'
import { parseYaml, spanOf, type YamlText } from '../../chart/yaml/text.ts'
import { ReleaseError } from '../../model/errors.ts'

/** Helm 3 loads no larger file. */
const MAX_LENGTH = 5 * 1024 * 1024

/** A value with its line. */
export interface Value {
  readonly value: string
  readonly line: number
}

/**
 * The scalar at `path` in values.yaml, as its author wrote it: `tag: 1.10` gives `1.10`. A part that is a number counts
 * in a list. Fails with `VALUES_INVALID` (no YAML) and `VALUES_PATH_MISSING` (no such place, or no single value there),
 * at `file` and line.
 */
export function valueAt(text: string, path: readonly string[], file: string): Value {
  const yaml = parseYaml(text, { file, code: 'VALUES_INVALID', maxLength: MAX_LENGTH })
  let node: Node | undefined = yaml.root
  let last: Node | undefined = node
  for (const [index, part] of path.entries()) {
    const found = step(yaml, node, part)
    if (found === undefined) throw missing(yaml, last, `has no \`${path.slice(0, index + 1).join('.')}\``)
    last = found.at
    node = found.value
  }
  if (isMap(node) || isSeq(node)) throw missing(yaml, last, `has no single value at \`${path.join('.')}\``)
  const { kind } = scalarOf(yaml, node, 'a value')
  if (node === undefined || kind === 'null') throw missing(yaml, last, `has nothing at \`${path.join('.')}\``)
  return { value: sourceOf(yaml, node), line: spanOf(yaml, node).line }
}

interface Step {
  readonly at: Node
  readonly value: Node | undefined
}

function step(yaml: YamlText, node: Node | undefined, part: string): Step | undefined {
  if (isMap(node)) {
    const field = fieldsOf(yaml, node, 'a value').get(part)
    return field && { at: field.key, value: field.value }
  }
  const item = isSeq(node) && /^\d{1,6}$/.test(part) ? itemsOf(yaml, node, 'a value')[Number(part)] : undefined
  return item && { at: item, value: item }
}

// What Helm makes of a number (`1.1` for `1.10`) is not what names an image; the text is.
function sourceOf(yaml: YamlText, node: Node): string {
  const text = 'value' in node && typeof node.value === 'string' ? node.value.replace(/\n+$/, '') : ''
  if (text.trim() !== '' && !text.includes('\n')) return text
  throw missing(yaml, node, 'has a value of no or several lines where appVersion comes from')
}

function missing(yaml: YamlText, near: Node | undefined, what: string): ReleaseError {
  const { line, column } = near ? spanOf(yaml, near) : { line: 1, column: 1 }
  const hint = 'Set `app-version: values:<path>` to where values.yaml holds the version, e.g. `values:image.tag`.'
  return new ReleaseError('VALUES_PATH_MISSING', `${yaml.file} ${what}`, {
    at: { file: yaml.file, line, column },
    hint,
  })
}
