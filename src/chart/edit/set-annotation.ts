import { isMap, type Node, type YAMLMap } from 'yaml'
import type { ChartManifest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { readChartYaml } from '../manifest/chart-yaml.ts'
import { fieldsOf, isNull, pick } from '../yaml/fields.ts'
import { parseYaml, spanOf, type YamlText } from '../yaml/text.ts'
import { requireOnly, type Tree, treeOf } from './only-change.ts'
import { requireNoTabBelow } from './tab-lines.ts'

/**
 * Chart.yaml with one annotation set to a text of several lines, as a block of its own; every byte outside of it stays.
 * Fails with `CHART_EDIT_REFUSED` if the annotations are written in a way that can't be extended.
 */
export function setAnnotation(manifest: ChartManifest, key: string, value: string): string {
  const { text, file } = manifest
  const yaml = parseYaml(text, { file, code: 'CHART_YAML_INVALID' })
  const field = yaml.root && pick(yaml, fieldsOf(yaml, yaml.root, 'a document'), 'annotations')
  const edited = field
    ? inside(yaml, field.key, field.written, { key, value })
    : `${text}${text.endsWith('\n') ? '' : '\n'}${lines(`annotations:\n${block('  ', key, value)}`, text)}`
  if (edited !== undefined && isAsMeant(edited, manifest, key, value)) {
    return requireOnly(withAnnotation(manifest, field?.name ?? 'annotations', { key, value }), {
      ...{ before: text, after: edited, file },
    })
  }
  throw new ReleaseError('CHART_EDIT_REFUSED', `${file} has annotations that ${key} can't be set among`, {
    hint: 'Write `annotations:` with one line a key, below each other.',
    at: { file, line: field ? spanOf(yaml, field.key).line : 1 },
  })
}

function withAnnotation({ text, file }: ChartManifest, field: string, { key, value }: Entry): Tree {
  const tree = treeOf(text, { file, code: 'CHART_EDIT_REFUSED' })
  if (!(tree instanceof Map)) return tree
  const old: Tree = tree.get(field)
  return new Map([...tree, [field, new Map([...(old instanceof Map ? old : []), [key, value]])]])
}

interface Entry {
  readonly key: string
  readonly value: string
}

function inside(yaml: YamlText, name: Node, written: Node | undefined, { key, value }: Entry): string | undefined {
  const { text } = yaml
  if (isMap(written) && !written.flow) return intoBlock(yaml, written, { key, value })
  const isEmpty = isMap(written) ? written.items.length === 0 : isNull(yaml, written)
  if (isMap(written) && !isEmpty) return intoFlow(yaml, written, { key, value })
  if (!isEmpty) return undefined
  // `annotations:`, `annotations: {}`: the line ends there, and the block follows.
  const start = text.indexOf(':', spanOf(yaml, name).end) + 1
  const end = written ? spanOf(yaml, written).end : start
  requireNoTabBelow(text, Math.max(start, end), yaml.file)
  const rest = text.slice(Math.max(start, end))
  const lineEnd = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(rest)?.[0]
  if (lineEnd === undefined) return undefined
  const head = text.slice(0, start) + lineEnd.replace(/\r?\n$/, '')
  return `${head}${lines(`\n${block('  ', key, value)}`, text)}${rest.slice(lineEnd.length)}`
}

function intoBlock(yaml: YamlText, map: YAMLMap, { key, value }: Entry): string | undefined {
  const { text } = yaml
  const [first] = map.items
  const there = map.items.find((pair) => fieldName(pair.key) === key)
  const anchor = (there ?? first)?.key as Node | undefined
  if (!anchor) return undefined
  const start = lineStart(text, spanOf(yaml, anchor).start)
  const indent = /^ */.exec(text.slice(start))?.[0] ?? ''
  const added = lines(block(indent, key, value), text)
  if (!there) return text.slice(0, start) + added + text.slice(start)
  const valueEnd = (there.value as Node | null)?.range?.[1] ?? spanOf(yaml, anchor).end
  // A block's text ends after its last line; a value on one line leaves the rest of it, with the line end.
  const isBlock = text[valueEnd - 1] === '\n'
  if (!isBlock) requireNoTabBelow(text, valueEnd, yaml.file)
  const end = isBlock ? valueEnd : endOfLine(text, valueEnd)
  return text.slice(0, start) + added + text.slice(end)
}

function intoFlow(yaml: YamlText, map: YAMLMap, { key, value }: Entry): string {
  const { text } = yaml
  const there = map.items.find((pair) => fieldName(pair.key) === key)
  const old = there?.value as Node | null | undefined
  if (old) {
    const { start, end } = spanOf(yaml, old)
    return text.slice(0, start) + JSON.stringify(value) + text.slice(end)
  }
  const open = spanOf(yaml, map).start + 1
  return `${text.slice(0, open)}"${key}": ${JSON.stringify(value)}, ${text.slice(open)}`
}

function fieldName(key: unknown): string {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : ''
}

/** `value` ends with a line feed, and so does the block. */
function block(indent: string, key: string, value: string): string {
  const body = value.replace(/\n$/, '').replace(/^/gm, `${indent}  `)
  return `${indent}${key}: |\n${body}\n`
}

function lines(added: string, text: string): string {
  return text.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** An edit that would not read back as intended is never written. */
function isAsMeant(text: string, before: ChartManifest, key: string, value: string): boolean {
  try {
    const { metadata } = readChartYaml(text, before.file)
    const { annotations: now = {}, ...rest } = metadata
    const { annotations: old = {}, ...others } = before.metadata
    const expected = { ...(old as object), [key]: value }
    return sorted(now) === sorted(expected) && JSON.stringify(rest) === JSON.stringify(others)
  } catch {
    return false
  }
}

function sorted(value: unknown): string {
  return JSON.stringify(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
