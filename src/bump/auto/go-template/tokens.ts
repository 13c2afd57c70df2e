/** The tokens inside the braces of a Go template. */
export interface Token {
  readonly kind: 'name' | 'field' | 'variable' | 'text' | 'number' | 'sign'
  /** A field without its dot (empty for the dot alone), a variable with its `$`, a text without its quotes. */
  readonly value: string
  readonly line: number
  /** Whether it directly follows the token before it: `.a.b` and `(f).a` are one operand, `.a .b` are two. */
  readonly glued: boolean
}

/** The top level of a template: literal text, or the tokens between two braces. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'action'; readonly tokens: readonly Token[]; readonly line: number }

/** Why a template can't be read. */
export interface TemplateProblem {
  readonly what: string
  readonly line: number
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly problem?: TemplateProblem
}

const COMMENT = /\/\*/y
const SPACE = /\s+/y
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy
const FIELD = /\.(?:[\p{L}_][\p{L}\p{N}_]*)?/uy
const VARIABLE = /\$(?:[\p{L}\p{N}_]+)?/uy
const NUMBER = /[-+]?(?:0[xX][\da-fA-F_]+|[\d_]*\.?\d[\d_]*(?:[eE][-+]?\d+)?)i?/y
const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y
const RAW = /`[^`]*`/y
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y
const SIGN = /:=|[|(),=]/y

const KINDS: readonly (readonly [RegExp, Token['kind']])[] = [
  [WORD, 'name'],
  [NUMBER, 'number'],
  [FIELD, 'field'],
  [VARIABLE, 'variable'],
  [QUOTED, 'text'],
  [RAW, 'text'],
  [CHARACTER, 'number'],
  [SIGN, 'sign'],
]

/** The position in the source; lines are counted on the way, so that everything stays linear. */
interface Cursor {
  readonly source: string
  at: number
  line: number
}

/**
 * Cuts the source of a Go template (text/template, as of Go 1.24) into text and actions. Reads up to the first problem
 * and returns the pieces before it. Takes time linear in the length of the source.
 */
export function piecesOf(source: string): Pieces {
  const pieces: Piece[] = []
  const cursor: Cursor = { source, at: 0, line: 1 }
  let trim = false
  while (cursor.at < source.length) {
    const open = source.indexOf('{{', cursor.at)
    const text = source.slice(cursor.at, open < 0 ? source.length : open)
    if (text !== '') pieces.push({ kind: 'text', text: trim ? text.trimStart() : text, line: cursor.line })
    moveTo(cursor, open < 0 ? source.length : open)
    if (open < 0) break
    const action = actionAt(cursor)
    if ('what' in action) return { pieces, problem: action }
    if (action.tokens) pieces.push({ kind: 'action', tokens: action.tokens, line: action.line })
    trim = action.trim
  }
  return { pieces }
}

interface Action {
  /** Absent for a comment. */
  readonly tokens?: readonly Token[]
  readonly line: number
  /** Whether blanks after it are dropped. */
  readonly trim: boolean
}

function actionAt(cursor: Cursor): Action | TemplateProblem {
  const { source, line } = cursor
  cursor.at += 2
  if (source[cursor.at] === '-' && /\s/.test(source[cursor.at + 1] ?? '')) cursor.at += 1
  const start = cursor.at + (match(SPACE, cursor.source, cursor.at)?.length ?? 0)
  if (match(COMMENT, source, start) !== undefined) return commentAt(cursor, start, line)
  const tokens: Token[] = []
  for (;;) {
    const blank = match(SPACE, source, cursor.at)?.length ?? 0
    moveTo(cursor, cursor.at + blank)
    const trim = blank > 0 && source.startsWith('-}}', cursor.at)
    if (trim || source.startsWith('}}', cursor.at)) {
      cursor.at += trim ? 3 : 2
      return { tokens, line, trim }
    }
    const token = tokenAt(cursor, blank === 0 && tokens.length > 0)
    if (!token) return { what: unexpected(cursor), line: cursor.line }
    tokens.push(token)
  }
}

function commentAt(cursor: Cursor, start: number, line: number): Action | TemplateProblem {
  const end = cursor.source.indexOf('*/', start + 2)
  if (end < 0) return { what: 'has a comment that does not end', line }
  moveTo(cursor, end + 2)
  const closing = /^\s*-?}}/.exec(cursor.source.slice(cursor.at, cursor.at + 100))
  if (!closing) return { what: 'has a comment with something after it', line }
  moveTo(cursor, cursor.at + closing[0].length)
  return { line, trim: closing[0].includes('-') }
}

function tokenAt(cursor: Cursor, glued: boolean): Token | undefined {
  for (const [pattern, kind] of KINDS) {
    const found = match(pattern, cursor.source, cursor.at)
    if (!found) continue
    const { line } = cursor
    moveTo(cursor, cursor.at + found.length)
    return { kind, value: tokenValue(kind, found), line, glued }
  }
  return undefined
}

function tokenValue(kind: Token['kind'], found: string): string {
  if (kind === 'field') return found.slice(1)
  if (kind !== 'text') return found
  const inner = found.slice(1, -1)
  return found.startsWith('`')
    ? inner
    : inner.replace(/\\(.)/g, (_, escaped: string) => ESCAPES.get(escaped) ?? escaped)
}

const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', t: '\t', r: '\r' }))

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

function moveTo(cursor: Cursor, to: number): void {
  for (let at = cursor.source.indexOf('\n', cursor.at); at >= 0 && at < to; at = cursor.source.indexOf('\n', at + 1)) {
    cursor.line += 1
  }
  cursor.at = to
}

function unexpected({ source, at }: Cursor): string {
  const next = source.slice(at, at + 10)
  return next === '' ? 'has an action that does not end' : `has ${JSON.stringify(next)} where an operand belongs`
}
