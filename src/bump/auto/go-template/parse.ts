import { pipelineOf } from './pipeline.ts'
import type { Branch, Definition, Part, Pipeline } from './syntax.ts'
import { type Piece, piecesOf, type TemplateProblem, type Token } from './tokens.ts'

/** A template file as read: up to `problem`, if there is one. */
export interface Template {
  readonly parts: readonly Part[]
  readonly definitions: readonly Definition[]
  readonly problem?: TemplateProblem
}

/** Blocks may be nested this deep. */
const MAX_DEPTH = 100

interface Reader {
  readonly pieces: readonly Piece[]
  at: number
  depth: number
  readonly definitions: Definition[]
  problem: TemplateProblem | undefined
}

/** Reads a Go template in linear time. Never fails: an unreadable rest is described in `problem`. */
export function parseTemplate(source: string): Template {
  const { pieces, problem } = piecesOf(source)
  const reader: Reader = { pieces, at: 0, depth: 0, definitions: [], problem: undefined }
  const parts = list(reader).parts
  const found = reader.problem ?? problem
  return { parts, definitions: reader.definitions, ...(found && { problem: found }) }
}

interface List {
  readonly parts: readonly Part[]
  /** The action that ended it: `end`, or `else` with what follows. */
  readonly end?: Piece & { kind: 'action' }
}

function list(reader: Reader): List {
  const parts: Part[] = []
  while (reader.at < reader.pieces.length && !reader.problem) {
    const piece = reader.pieces[reader.at]
    reader.at += 1
    if (piece?.kind === 'text') parts.push({ kind: 'text', text: piece.text })
    if (piece?.kind !== 'action') continue
    const word = wordOf(piece)
    if (word === 'end' || word === 'else') {
      if (reader.depth > 0) return { parts, end: piece }
      reader.problem = { what: `has an \`${word}\` without a beginning`, line: piece.line }
    } else {
      const part = partOf(reader, piece, word)
      if (part) parts.push(part)
    }
  }
  if (reader.depth > 0) reader.problem ??= { what: 'has a block without an end', line: lastLine(reader) }
  return { parts }
}

function partOf(reader: Reader, piece: Piece & { kind: 'action' }, word: string): Part | undefined {
  const { tokens, line } = piece
  const rest = tokens.slice(1)
  switch (word) {
    case 'if':
    case 'with':
    case 'range':
      return branch(reader, word, { tokens: rest, line })
    case 'define':
      define(reader, rest, line)
      return undefined
    case 'block':
      define(reader, rest.slice(0, 1), line)
      return { kind: 'template', name: rest[0]?.value ?? '', pipeline: pipeline(reader, rest.slice(1), line), line }
    case 'template': {
      const given = rest.length > 1 ? { pipeline: pipeline(reader, rest.slice(1), line) } : {}
      return { kind: 'template', name: rest[0]?.value ?? '', ...given, line }
    }
    case 'break':
    case 'continue':
      return undefined
    default:
      return { kind: 'action', pipeline: pipeline(reader, tokens, line), line }
  }
}

function branch(
  reader: Reader,
  kind: Branch['kind'],
  { tokens, line }: { tokens: readonly Token[]; line: number },
): Branch {
  const condition = pipeline(reader, tokens, line)
  const { parts: body, end } = inside(reader, line)
  const otherwise = end && wordOf(end) === 'else' ? elseOf(reader, kind, end) : []
  return { kind, pipeline: condition, body, otherwise, line }
}

// `else if x` is an `if` in the `else`, and both end with the same `end`.
function elseOf(reader: Reader, kind: Branch['kind'], end: Piece & { kind: 'action' }): readonly Part[] {
  const [, next, ...rest] = end.tokens
  if (!next) return inside(reader, end.line).parts
  const chained = next.value === 'with' ? 'with' : 'if'
  if (next.kind === 'name' && next.value === chained && kind !== 'range') {
    reader.depth += 1
    const part =
      reader.depth > MAX_DEPTH ? tooDeep(reader, end.line) : branch(reader, chained, { tokens: rest, line: end.line })
    reader.depth -= 1
    return part ? [part] : []
  }
  reader.problem ??= { what: 'has something after an `else`', line: end.line }
  return []
}

function define(reader: Reader, tokens: readonly Token[], line: number): void {
  const [name] = tokens
  if (name?.kind !== 'text') reader.problem ??= { what: 'has a template without a name', line }
  const { parts } = inside(reader, line)
  reader.definitions.push({ name: name?.value ?? '', body: parts, line })
}

function inside(reader: Reader, line: number): List {
  reader.depth += 1
  if (reader.depth > MAX_DEPTH) tooDeep(reader, line)
  const found = list(reader)
  reader.depth -= 1
  return found
}

function tooDeep(reader: Reader, line: number): undefined {
  reader.problem ??= { what: 'is nested too deep', line }
  return undefined
}

function pipeline(reader: Reader, tokens: readonly Token[], line: number): Pipeline {
  const found = pipelineOf(tokens, line)
  if ('what' in found) {
    reader.problem ??= found
    return { names: [], declares: false, commands: [] }
  }
  return found
}

function wordOf(piece: Piece & { kind: 'action' }): string {
  const [first] = piece.tokens
  return first?.kind === 'name' ? first.value : ''
}

function lastLine({ pieces }: Reader): number {
  return pieces.at(-1)?.line ?? 1
}
