import type { Branch, Command, Operand, Part, Pipeline } from '../go-template/syntax.ts'
import { type Abstract, ANYTHING, alternatives, either, made, step, UNKNOWN } from './abstract.ts'
import type { At, FunctionContext } from './function-context.ts'
import { call } from './functions.ts'
import { typedBy, within } from './typed.ts'

/** The state at a point of a template: dot, variables, and the output so far. */
export interface Frame {
  readonly dot: Abstract
  readonly variables: Variables
  readonly printed: Abstract[]
  readonly at: At
}

/** Variables of a block, inside those of the block around it. */
export interface Variables {
  readonly own: Map<string, Abstract>
  readonly outer: Variables | undefined
}

/** A walker stops at the first false: a limit was exceeded. */
export interface Walker extends FunctionContext {
  spend(): boolean
}

/** The variables of a template that begins with a dot: `$` is that dot. */
export function variablesOf(dot: Abstract): Variables {
  return { own: new Map([['$', dot]]), outer: undefined }
}

/** Reads all branches of a template, without knowing which of them are taken. */
export function walk(walker: Walker, parts: readonly Part[], frame: Frame): void {
  for (const part of parts) {
    if (!walker.spend()) return
    if (part.kind === 'text') continue
    const here = { ...frame, at: { ...frame.at, line: part.line } }
    if (part.kind === 'action') print(walker, part.pipeline, here)
    else if (part.kind === 'template') template(walker, part, here)
    else branch(walker, part, here)
  }
}

function print(walker: Walker, pipeline: Pipeline, frame: Frame): void {
  // Showing the reason of a failure is not a use of the value.
  const at = { ...frame.at, idle: frame.at.idle || fails(pipeline) }
  const value = evaluate(walker, pipeline, { ...frame, at })
  if (pipeline.names.length > 0) return
  walker.use(value, { how: 'output', whole: true }, at)
  if (frame.printed.length < 64 && value.kind !== 'unknown') frame.printed.push(value)
}

function template(walker: Walker, part: Part & { kind: 'template' }, frame: Frame): void {
  const dot = part.pipeline ? evaluate(walker, part.pipeline, frame) : UNKNOWN
  const value = walker.include({ kind: 'text', text: part.name }, dot, frame.at)
  if (frame.printed.length < 64 && value.kind !== 'unknown') frame.printed.push(value)
}

function branch(walker: Walker, part: Branch, frame: Frame): void {
  const inner = { ...frame, variables: { own: new Map<string, Abstract>(), outer: frame.variables } }
  const at = { ...frame.at, idle: frame.at.idle || isFailure(part.body) }
  const value = evaluate(walker, { ...part.pipeline, names: [] }, { ...inner, at })
  walker.use(value, { how: part.kind, whole: false }, at)
  const dot = part.kind === 'range' ? step(value, '*', { places: walker.places, scope: at.scope }) : value
  const names = part.pipeline.names
  const bound = part.kind === 'range' && names.length > 0 ? dot : value
  const last = names.at(-1)
  if (last !== undefined) bind(inner.variables, last, bound, part.pipeline.declares)
  if (part.kind === 'range' && names.length === 2) {
    // Reading the keys uses them.
    walker.use(dot, { how: 'key', whole: false }, at)
    bind(inner.variables, names[0] ?? '', keyOf(value), part.pipeline.declares)
  }
  const typed = part.kind === 'if' ? typedBy(part.pipeline, (operand) => operandValue(walker, operand, inner)) : []
  const held = within(frame.at.typed, typed)
  const below = held ? { ...inner, at: { ...inner.at, typed: held } } : inner
  walk(walker, part.body, part.kind === 'if' ? below : { ...below, dot })
  walk(walker, part.otherwise, { ...inner, variables: { own: new Map(), outer: inner.variables } })
}

function keyOf(value: Abstract): Abstract {
  if (value.kind === 'content') return { kind: 'text', text: value.path }
  if (value.kind !== 'map') return UNKNOWN
  return either([...value.entries.keys()].map((text) => ({ kind: 'text', text: text === '*' ? ANYTHING : text })))
}

// `{{ if … }}{{ fail … }}{{ end }}`: the condition only decides whether to go on.
function isFailure(parts: readonly Part[]): boolean {
  const doing = parts.filter((part) => part.kind !== 'text' || part.text.trim() !== '')
  return doing.length > 0 && doing.every((part) => part.kind === 'action' && fails(part.pipeline))
}

function fails({ commands }: Pipeline): boolean {
  return commands.some(({ operands: [first] }) => first?.kind === 'function' && first.name === 'fail')
}

function evaluate(walker: Walker, pipeline: Pipeline, frame: Frame): Abstract {
  let value: Abstract | undefined
  for (const command of pipeline.commands) value = run(walker, command, { frame, piped: value })
  const result = value ?? UNKNOWN
  const [name] = pipeline.names
  if (name !== undefined) bind(frame.variables, name, result, pipeline.declares)
  return result
}

function run(
  walker: Walker,
  command: Command,
  { frame, piped }: { frame: Frame; piped: Abstract | undefined },
): Abstract {
  const [first, ...rest] = command.operands
  if (!first || !walker.spend()) return UNKNOWN
  const args = [...rest.map((operand) => operandValue(walker, operand, frame)), ...(piped ? [piped] : [])]
  const at = { ...frame.at, line: command.line }
  if (first.kind === 'function') return call(walker, { name: first.name, args, at })
  if (args.length > 0 && first.kind === 'fields') return method(walker, first, { frame, args })
  return operandValue(walker, first, frame)
}

// `.Files.Get "x"`, `.Capabilities.APIVersions.Has "x"`.
function method(
  walker: Walker,
  operand: Operand & { kind: 'fields' },
  { frame, args }: { frame: Frame; args: readonly Abstract[] },
): Abstract {
  const of = fieldsOf(walker, { ...operand, fields: operand.fields.slice(0, -1) }, frame)
  const [path] = args
  const found = alternatives(of).flatMap((one) => (one.kind === 'files' ? [one.scope] : []))
  if (found.length === 0) {
    for (const arg of args) walker.use(arg, { how: 'method', whole: true }, frame.at)
    return UNKNOWN
  }
  if (path) walker.use(path, { how: 'Files', whole: true }, frame.at)
  const text = path?.kind === 'text' ? path.text : ANYTHING
  return either(
    found.map((scope) => ({ kind: 'content', scope, path: text.replaceAll('*', ANYTHING), named: path ?? UNKNOWN })),
  )
}

function operandValue(walker: Walker, operand: Operand, frame: Frame): Abstract {
  switch (operand.kind) {
    case 'dot':
      return frame.dot
    case 'variable':
      return lookUp(frame.variables, operand.name)
    case 'text':
      return { kind: 'text', text: operand.text }
    case 'number':
      return { kind: 'text', text: operand.text }
    case 'function':
      return call(walker, { name: operand.name, args: [], at: frame.at })
    case 'pipeline':
      return evaluate(walker, operand.pipeline, frame)
    case 'fields':
      return fieldsOf(walker, operand, frame)
    default:
      return UNKNOWN
  }
}

function fieldsOf(walker: Walker, { of, fields }: Operand & { kind: 'fields' }, frame: Frame): Abstract {
  const { at } = frame
  let value = operandValue(walker, of, frame)
  for (const field of fields) {
    // `.AsConfig`, `.AsSecrets`, `.Lines` of files are their content.
    if (value.kind === 'content' && /^As|^Lines$/.test(field)) continue
    value = step(value, field, { places: walker.places, scope: at.scope })
  }
  return value
}

function lookUp(variables: Variables, name: string): Abstract {
  for (let at: Variables | undefined = variables; at; at = at.outer) {
    const value = at.own.get(name)
    if (value) return value
  }
  return UNKNOWN
}

// An assignment may be in a branch that is not taken: the previous value stays possible.
function bind(variables: Variables, name: string, value: Abstract, declares: boolean): void {
  if (declares) {
    variables.own.set(name, value)
    return
  }
  for (let at: Variables | undefined = variables; at; at = at.outer) {
    const before = at.own.get(name)
    if (before) {
      at.own.set(name, either([before, value]))
      return
    }
  }
}

/** The result of a template that was called for its text. */
export function printedText(printed: readonly Abstract[]): Abstract {
  return printed.length === 1 && printed[0]?.kind === 'text' ? printed[0] : made(printed)
}
