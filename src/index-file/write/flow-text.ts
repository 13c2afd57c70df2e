import type { Json } from '../../model/json.ts'
import { doubleQuoted } from './yaml-lines.ts'

/** How brackets are written. */
export interface FlowStyle {
  /** Blanks per level; 0: all on one line. */
  readonly unit: number
  /** Blanks before the first line. */
  readonly column: number
  readonly eol: string
}

/** A value in brackets: JSON that YAML readers also accept. */
export function flowText(value: Json, style: FlowStyle): string {
  if (typeof value === 'string') return doubleQuoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = { ...style, column: style.column + style.unit }
  if (isList(value)) {
    return bracketed(
      value.map((item) => flowText(item, inner)),
      '[]',
      style,
    )
  }
  const pairs = Object.entries(value).map(([key, item]) => `${doubleQuoted(key)}: ${flowText(item, inner)}`)
  return bracketed(pairs, '{}', style)
}

function bracketed(parts: readonly string[], brackets: string, { unit, column, eol }: FlowStyle): string {
  if (parts.length === 0) return brackets
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)]
  if (unit === 0) return `${open}${parts.join(', ')}${close}`
  const lines = parts.map((part) => `${eol}${' '.repeat(column + unit)}${part}`)
  return `${open}${lines.join(',')}${eol}${' '.repeat(column)}${close}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
