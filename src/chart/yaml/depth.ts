import { Lexer } from 'yaml'

/** Deeper than any hand-written chart file, and far from where the recursive parser dies without an error. */
const MAX_DEPTH = 100

// Markers that the lexer puts between tokens; they have no text.
const MARKERS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])
const FLOW_DEPTH: ReadonlyMap<string, number> = new Map(Object.entries({ '[': 1, '{': 1, ']': -1, '}': -1 }))

/**
 * The offset at which YAML text nests deeper than 100 levels; `undefined` if it never does. Works without recursion,
 * and before the parser: 20,000 opening brackets end the whole process.
 */
export function tooDeepAt(text: string): number | undefined {
  const indents: number[] = []
  let flow = 0
  let column = 0
  let offset = 0
  let leading = true
  for (const token of new Lexer().lex(text)) {
    if (MARKERS.has(token)) continue
    flow = Math.max(0, flow + (FLOW_DEPTH.get(token) ?? 0))
    const blank = /^\s/.test(token)
    const indicator = token === '-' || token === '?'
    if (!blank && flow === 0 && (leading || indicator)) indentTo(indents, column)
    // A list may be at the column of its key, so that one column is two levels.
    if (2 * indents.length + flow > MAX_DEPTH) return offset
    offset += token.length
    const newLine = token.endsWith('\n')
    leading = newLine || (leading && (blank || indicator))
    column = newLine ? 0 : column + token.length
  }
  return undefined
}

function indentTo(indents: number[], column: number): void {
  while ((indents.at(-1) ?? -1) > column) indents.pop()
  if (indents.at(-1) !== column) indents.push(column)
}
