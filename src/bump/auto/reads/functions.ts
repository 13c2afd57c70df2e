import { type Abstract, ANYTHING, alternatives, either, made, step, UNKNOWN } from './abstract.ts'
import type { At, FunctionContext } from './function-context.ts'
import { mergeInto, setEntry, withoutKeys } from './maps.ts'

/** A call of a function of Helm's templates (Sprig and Helm's own). */
export interface Call {
  readonly name: string
  readonly args: readonly Abstract[]
  readonly at: At
}

type Reader = (context: FunctionContext, call: Call) => Abstract

/** The result of a call, as far as it is known; records its uses. Unknown functions use all their arguments. */
export function call(context: FunctionContext, { name, args, at }: Call): Abstract {
  const plain = name.replace(/^must(?=[A-Z])/, '')
  const function_ = FUNCTIONS.get(`${plain.charAt(0).toLowerCase()}${plain.slice(1)}`) ?? generic
  return function_(context, { name: plain, args, at })
}

const generic: Reader = (context, { name, args, at }) => {
  for (const arg of args) context.use(arg, { how: name, whole: true }, at)
  return made(args)
}

/** Functions that only inspect their arguments. */
const looks: Reader = (context, { name, args, at }) => {
  for (const arg of args) context.use(arg, { how: name, whole: false }, at)
  return UNKNOWN
}

const typeTest: Reader = (context, { name, args: [type = UNKNOWN, value = UNKNOWN], at }) => {
  context.use(value, { how: name, whole: false, ...(type.kind === 'text' && { type: type.text }) }, at)
  return UNKNOWN
}

/** Functions that return one of their arguments, or all of them in one. */
const passes: Reader = (_, { args }) => either(args)
const passesFirst: Reader = (_, { args }) => args[0] ?? UNKNOWN
const passesLast: Reader = (_, { args }) => args.at(-1) ?? UNKNOWN

/** Functions that merge the others into the first one, which may be kept in a variable. */
const merges: Reader = (context, call) => {
  const [into, ...others] = call.args
  for (const one of into ? alternatives(into) : [])
    if (one.kind === 'map') for (const other of others) mergeInto(one, other)
  return passes(context, call)
}

/** Functions that return a list with one item more. */
const adds: Reader = (_, { args: [list = UNKNOWN, one = UNKNOWN] }) => either([list, { kind: 'list', items: [one] }])

/** Functions that return a map without some of its keys. */
const drops: Reader = (context, { args: [from = UNKNOWN, ...keys], at, name }) => {
  const known = new Set(keys.flatMap((key) => (key.kind === 'text' ? [key.text] : [])))
  for (const key of keys) if (key.kind !== 'text') context.use(key, { how: name, whole: true }, at)
  return either(alternatives(from).map((one) => withoutKeys(one, known)))
}

const pick: Reader = (context, { args: [from = UNKNOWN, ...keys], at }) => {
  if (!keys.every((key) => key.kind === 'text' && !key.text.includes(ANYTHING))) return from
  const texts = keys.flatMap((key) => (key.kind === 'text' ? [key.text] : []))
  return {
    kind: 'map',
    entries: new Map(texts.map((text) => [text, step(from, text, { places: context.places, scope: at.scope })])),
  }
}

const chunk: Reader = (_, { args }) => ({ kind: 'list', items: [args.at(-1) ?? UNKNOWN] })

/** Functions that return one item of a list. */
const item: Reader = (context, { args: [list = UNKNOWN], at }) =>
  step(list, '*', { places: context.places, scope: at.scope })

const indexes: Reader = (context, { args: [value = UNKNOWN, ...keys], at }) =>
  keys.reduce<Abstract>((from, key) => stepTo(context, { from, key, at }), value)

function stepTo(context: FunctionContext, { from, key, at }: { from: Abstract; key: Abstract; at: At }): Abstract {
  const texts = alternatives(key).map((one) => (one.kind === 'text' && !one.text.includes(ANYTHING) ? one.text : '*'))
  if (key.kind !== 'text') context.use(key, { how: 'index', whole: true }, at)
  return either(texts.map((text) => step(from, text, { places: context.places, scope: at.scope })))
}

const dig: Reader = (context, { args, at, name }) => {
  const from = args.at(-1) ?? UNKNOWN
  const found = indexes(context, { name, args: [from, ...args.slice(0, -2)], at })
  return either([found, args.at(-2) ?? UNKNOWN])
}

const pluck: Reader = (context, { args: [key = UNKNOWN, ...from], at }) => ({
  kind: 'list',
  items: from.map((one) => stepTo(context, { from: one, key, at })),
})

const hasKey: Reader = (context, { args: [from = UNKNOWN, key = UNKNOWN], at, name }) => {
  context.use(stepTo(context, { from, key, at }), { how: name, whole: false }, at)
  return UNKNOWN
}

const dict: Reader = (_, { args }) => {
  const map = { kind: 'map' as const, entries: new Map<string, Abstract>(), under: [] }
  for (let index = 0; index < args.length; index += 2) setEntry(map, args[index], args[index + 1] ?? UNKNOWN)
  return map
}

// A value that is set somewhere may be read from there by anything later, so it counts as used.
const set: Reader = (context, { args: [map = UNKNOWN, key = UNKNOWN, value = UNKNOWN], at, name }) => {
  for (const one of alternatives(map)) if (one.kind === 'map') setEntry(one, key, value)
  context.use(value, { how: name, whole: true }, at)
  return map
}

const list: Reader = (_, { args }) => ({ kind: 'list', items: args })

const keys: Reader = (context, { args, at, name }) => {
  for (const arg of args) {
    if (arg.kind === 'context') continue
    context.use(step(arg, '*', { places: context.places, scope: at.scope }), { how: name, whole: false }, at)
    context.use(arg, { how: name, whole: false }, at)
  }
  return UNKNOWN
}

const values: Reader = (context, { args, at }) => ({
  kind: 'list',
  items: args.map((arg) => step(arg, '*', { places: context.places, scope: at.scope })),
})

/** Values written as text come back as the values that the text was made of. */
const restores: Reader = (_, { args: [text = UNKNOWN] }) => {
  const from = alternatives(text).map((one) =>
    one.kind === 'made' ? either(one.from) : one.kind === 'place' ? one : UNKNOWN,
  )
  return either(from)
}

const printf: Reader = (context, { args, at, name }) => {
  const [format, ...rest] = args
  for (const arg of rest) context.use(arg, { how: name, whole: true }, at)
  if (format?.kind !== 'text') return made(args)
  let next = 0
  // Only known text becomes part of the text.
  const text = format.text.replace(/%%|%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z]/g, (verb) => {
    if (verb === '%%') return '%'
    const arg = rest[next]
    next += 1
    return arg?.kind === 'text' && verb === '%s' ? arg.text : ANYTHING
  })
  const from = made(rest)
  return from.kind === 'made' ? either([{ kind: 'text', text }, from]) : { kind: 'text', text }
}

const print: Reader = (context, { args, at, name }) => {
  for (const arg of args) context.use(arg, { how: name, whole: true }, at)
  if (!args.some((arg) => arg.kind === 'text')) return made(args)
  return { kind: 'text', text: args.map((arg) => (arg.kind === 'text' ? arg.text : ANYTHING)).join('') }
}

const ternary: Reader = (context, { args: [yes = UNKNOWN, no = UNKNOWN, test = UNKNOWN], at, name }) => {
  context.use(test, { how: name, whole: false }, at)
  return either([yes, no])
}

const split: Reader = (context, { args, at, name }) => {
  const known = args.at(-1)
  if (known?.kind !== 'text') return generic(context, { name, args, at })
  const separator = args[0]?.kind === 'text' ? args[0].text : ' '
  return { kind: 'list', items: known.text.split(separator).map((text) => ({ kind: 'text', text })) }
}

const include: Reader = (context, { args: [name = UNKNOWN, dot = UNKNOWN], at }) => context.include(name, dot, at)

const tpl: Reader = (context, { args: [template = UNKNOWN, dot = UNKNOWN], at }) => context.expand(template, dot, at)

function many(names: string, reader: Reader): readonly (readonly [string, Reader])[] {
  return names.split(' ').map((name) => [name, reader])
}

const FUNCTIONS: ReadonlyMap<string, Reader> = new Map([
  ...many('eq ne lt le gt ge not empty len kindOf typeOf all any deepEqual', looks),
  ...many('kindIs typeIs typeIsLike', typeTest),
  ...many('default coalesce and or concat', passes),
  ...many('merge mergeOverwrite', merges),
  ...many('append push prepend', adds),
  ...many('omit unset', drops),
  ...many('deepCopy uniq compact reverse rest initial without slice', passesFirst),
  ...many('required', passesLast),
  ...many('first last', item),
  ...many('fromYaml fromJson fromYamlArray fromJsonArray fromToml', restores),
  ...many('list tuple', list),
  ...many('split splitList splitn', split),
  ...many('get index', indexes),
  ...many('lookup now', () => UNKNOWN),
  ...Object.entries({
    chunk,
    dict,
    dig,
    hasKey,
    keys,
    pick,
    pluck,
    print,
    printf,
    set,
    ternary,
    include,
    tpl,
    values,
  }),
])
