import { goScalar } from '../../chart/yaml/go-scalar.ts'
import type { Json } from '../../model/json.ts'
import { compareKeys } from '../read/order.ts'

/** How an index is indented. */
export interface YamlStyle {
  /** Blanks before the dash of an entry. */
  readonly dash: number
  /** From the dash to the fields. */
  readonly gap: number
  /** How much deeper than their key lists within an entry are: 0 as Helm writes. */
  readonly inset: number
}

/** Begins with a letter and contains nothing that could end a plain text or turn it into something else. */
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9 ._/@+~=?&%(),;'-]|:(?=[A-Za-z0-9/]))*$/
const VERSION_LIKE = /^[0-9][A-Za-z0-9.+-]*$/
/** Text to Helm, but a number, a time, a date or a boolean to other YAML readers. */
const OTHERWISE_READ = /^(?:[\d_]+[eE][-+]?\d+|0[xXoObB].*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(?::\d+)+.*|[yYnN])$/
/** Characters that a text block shows unchanged: no control characters, no unusual line ends, no byte order mark. */
const PRINTED = /^[\n\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u

/**
 * The lines of an entry, as Helm would write it: keys sorted, texts of several lines as blocks, the rest on one line
 * each.
 */
export function yamlEntry(entry: { readonly [key: string]: Json }, { dash, gap, inset }: YamlStyle): readonly string[] {
  const lines = mappingLines(entry, inset)
  return lines.map((line, index) =>
    index === 0 ? `${' '.repeat(dash)}-${' '.repeat(gap - 1)}${line}` : indented(line, dash + gap),
  )
}

/** A text as one scalar on one line. */
export function yamlScalar(text: string): string {
  const plain = (PLAIN.test(text) && !/[ '-]$/.test(text)) || VERSION_LIKE.test(text)
  return plain && goScalar(text).kind === 'string' && !OTHERWISE_READ.test(text) ? text : doubleQuoted(text)
}

function mappingLines(mapping: { readonly [key: string]: Json }, inset: number): readonly string[] {
  const keys = Object.keys(mapping).sort(compareKeys)
  return keys.flatMap((key) => valueLines(`${yamlScalar(key)}:`, mapping[key] ?? null, inset))
}

function valueLines(head: string, value: Json, inset: number): readonly string[] {
  if (typeof value === 'string') return textLines(head, value)
  if (typeof value !== 'object' || value === null) return [`${head} ${value}`]
  if (isList(value)) {
    if (value.length === 0) return [`${head} []`]
    return [head, ...value.flatMap((item) => itemLines(item, inset)).map((line) => indented(line, inset))]
  }
  const lines = mappingLines(value, inset)
  return lines.length === 0 ? [`${head} {}`] : [head, ...lines.map((line) => indented(line, 2))]
}

function itemLines(item: Json, inset: number): readonly string[] {
  if (typeof item !== 'object' || item === null || isList(item)) return valueLines('-', item, inset || 2)
  const lines = mappingLines(item, inset)
  return lines.length === 0 ? ['- {}'] : lines.map((line, index) => (index === 0 ? `- ${line}` : indented(line, 2)))
}

function textLines(head: string, text: string): readonly string[] {
  if (!text.includes('\n') || !isBlock(text)) return [`${head} ${yamlScalar(text)}`]
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  return [`${head} |${text.endsWith('\n') ? '' : '-'}`, ...body.split('\n').map((line) => indented(line, 2))]
}

// A block that begins with a blank needs an explicit indentation, and one that ends in empty lines a mark to keep them.
function isBlock(text: string): boolean {
  return PRINTED.test(text) && /^[^\s]/.test(text) && !/\n\s*\n$/.test(text)
}

/**
 * Quoted for JSON and YAML: JSON's escapes are YAML's too, and characters that YAML does not print are escaped as well.
 */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function indented(line: string, by: number): string {
  return line === '' ? '' : ' '.repeat(by) + line
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
