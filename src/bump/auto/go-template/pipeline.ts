import type { Command, Operand, Pipeline } from './syntax.ts'
import type { TemplateProblem, Token } from './tokens.ts'

/** Parentheses may be nested this deep. */
const MAX_DEPTH = 100
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'nil'])

interface Reader {
  readonly tokens: readonly Token[]
  at: number
  depth: number
  problem: TemplateProblem | undefined
}

/** Reads the tokens between two braces, without keywords. An empty action is an empty pipeline. */
export function pipelineOf(tokens: readonly Token[], line: number): Pipeline | TemplateProblem {
  const reader: Reader = { tokens, at: 0, depth: 0, problem: undefined }
  const pipeline = read(reader, line)
  const left = reader.tokens[reader.at]
  if (left) reader.problem ??= { what: `has an unexpected ${JSON.stringify(left.value)}`, line: left.line }
  return reader.problem ?? pipeline
}

function read(reader: Reader, line: number): Pipeline {
  const { names, declares } = variables(reader)
  const commands: Command[] = []
  do {
    const operands: Operand[] = []
    const at = reader.tokens[reader.at]?.line ?? line
    for (let operand = operandOf(reader); operand; operand = operandOf(reader)) operands.push(operand)
    if (operands.length > 0) commands.push({ operands, line: at })
  } while (take(reader, '|'))
  return { names, declares, commands }
}

/** `$a :=`, `$a, $b :=` or `$a =` at the beginning. */
function variables(reader: Reader): { names: readonly string[]; declares: boolean } {
  const [first, comma, second, sign] = reader.tokens.slice(reader.at, reader.at + 4)
  if (first?.kind !== 'variable') return { names: [], declares: false }
  if (isAssignment(comma)) {
    reader.at += 2
    return { names: [first.value], declares: comma?.value === ':=' }
  }
  if (comma?.value !== ',' || second?.kind !== 'variable' || !isAssignment(sign)) return { names: [], declares: false }
  reader.at += 4
  return { names: [first.value, second.value], declares: sign?.value === ':=' }
}

function isAssignment(token: Token | undefined): boolean {
  return token?.kind === 'sign' && (token.value === ':=' || token.value === '=')
}

function operandOf(reader: Reader): Operand | undefined {
  const token = reader.tokens[reader.at]
  const base = token && baseOf(reader, token)
  if (!base) return undefined
  const fields: string[] = token.kind === 'field' && token.value !== '' ? [token.value] : []
  for (let next = reader.tokens[reader.at]; next?.kind === 'field' && next.glued; next = reader.tokens[reader.at]) {
    fields.push(next.value)
    reader.at += 1
  }
  return fields.length > 0 ? { kind: 'fields', of: base, fields } : base
}

function baseOf(reader: Reader, token: Token): Operand | undefined {
  if (token.kind === 'sign') return token.value === '(' ? parenthesis(reader, token) : undefined
  reader.at += 1
  switch (token.kind) {
    case 'field':
      return { kind: 'dot' }
    case 'variable':
      return { kind: 'variable', name: token.value }
    case 'text':
      return { kind: 'text', text: token.value }
    case 'number':
      return { kind: 'number', text: token.value }
    case 'name':
      return LITERALS.has(token.value) ? { kind: 'literal' } : { kind: 'function', name: token.value }
  }
}

function parenthesis(reader: Reader, { line }: Token): Operand | undefined {
  reader.at += 1
  reader.depth += 1
  if (reader.depth > MAX_DEPTH) {
    reader.problem ??= { what: 'is nested too deep', line }
    reader.at = reader.tokens.length
    return undefined
  }
  const pipeline = read(reader, line)
  if (!take(reader, ')')) reader.problem ??= { what: 'has a parenthesis that does not end', line }
  reader.depth -= 1
  return { kind: 'pipeline', pipeline }
}

function take(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'sign' || token.value !== sign) return false
  reader.at += 1
  return true
}
