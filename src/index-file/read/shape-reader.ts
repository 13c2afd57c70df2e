import { isGoTime, type ScalarKind, scalarKind, textIn } from '../scan/helm-scalar.ts'
import type { Reader, ScalarText } from '../scan/reader.ts'
import { noteFault, type Scanner } from '../scan/scanner.ts'
import { notUnderstood, textBetween } from '../scan/source.ts'
import { ENTRY, type Field, type FieldFinder, fieldFinder, folded, INDEX, type Shape, type Struct } from './fields.ts'

const MAX_SHOWN = 40
const WANTED: Readonly<Record<Shape['kind'], string>> = {
  text: 'text in quotes',
  converted: 'text',
  bool: 'true or false',
  time: 'a time such as "2026-01-01T00:00:00Z"',
  any: 'a value that JSON has',
  list: 'a list',
  map: 'a mapping',
  struct: 'a mapping',
}
const NOUNS: Readonly<Record<ScalarKind, string>> = {
  ...{ null: 'null', bool: 'the boolean', int: 'the number', float: 'the number', string: 'the text' },
}

/** A reader that records values of other shapes than Helm accepts. `label` names the place in messages. */
export function shapeReader(s: Scanner, shape: Shape, label: string): Reader {
  const wrong = (start: number, found: string) => {
    noteFault(s, start, { what: `${found} as ${label}, where Helm takes only ${WANTED[shape.kind]}` })
  }
  const takesMapping = shape.kind === 'map' || shape.kind === 'struct' || shape.kind === 'any'
  const takesList = shape.kind === 'list' || shape.kind === 'any'
  const reader: Reader = {
    scalar: (text) => checkScalar(s, text, shape, (found) => wrong(text.start, found)),
    ...(!takesMapping && { mapping: ({ start }) => wrong(start, 'a mapping') }),
    ...(!takesList && { list: ({ start }) => wrong(start, 'a list') }),
    alias: (_, read) => read(reader),
  }
  if (shape.kind === 'any') return Object.assign(reader, anyParts(s, label, reader))
  if (shape.kind === 'list') {
    const item = shapeReader(s, shape.of, `an item of ${label}`)
    return Object.assign(reader, { item: () => item })
  }
  if (shape.kind === 'map') return Object.assign(reader, mapParts(s, shape, label))
  return shape.kind === 'struct' ? Object.assign(reader, structParts(s, shape)) : reader
}

function checkScalar(s: Scanner, text: ScalarText, shape: Shape, wrong: (found: string) => void): void {
  const kind = scalarKind(s, text)
  if (kind === 'null') return
  if (!takes(s, shape, { kind, text })) wrong(`${NOUNS[kind]} ${writtenText(s, text)}`)
  else if (shape.kind === 'converted' && kind !== 'string') {
    const what = `${NOUNS[kind]} ${writtenText(s, text)}, where Helm takes only text from JSON`
    noteFault(s, text.start, { what, only: 'JSON' })
  }
}

function takes(s: Scanner, shape: Shape, { kind, text }: { readonly kind: ScalarKind; readonly text: ScalarText }) {
  switch (shape.kind) {
    case 'text':
      return kind === 'string'
    case 'converted':
      return true
    case 'bool':
      return kind === 'bool'
    case 'time':
      return kind === 'string' && !text.long && isGoTime(textIn(s, text))
    case 'any':
      return kind !== 'float' || !/nan|inf/i.test(writtenText(s, text))
    default:
      return false
  }
}

function writtenText({ bytes }: Scanner, { start, end }: ScalarText): string {
  return textBetween(bytes, start, Math.min(end, start + MAX_SHOWN))
}

function anyParts(s: Scanner, label: string, self: Reader): Partial<Reader> {
  return {
    item: () => self,
    key(key) {
      checkKey(s, key, label)
      return self
    },
  }
}

function checkKey(s: Scanner, key: ScalarText, label: string): void {
  if (scalarKind(s, key) === 'null') noteFault(s, key.start, { what: `a key without a name in ${label}` })
}

function mapParts(s: Scanner, shape: Extract<Shape, { kind: 'map' }>, label: string): Partial<Reader> {
  const value = shapeReader(s, shape.of, `a value of ${label}`)
  const converted = shapeReader(s, { kind: 'converted' }, `a value of ${label}`)
  const names = new Set<string>()
  const parts: Reader = {
    mapping: () => names.clear(),
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts)
      checkKey(s, key, label)
      const name = textIn(s, key)
      if (names.has(name)) noteFault(s, key.start, { what: `the key ${name} twice in ${label}`, only: 'YAML' })
      names.add(name)
      return shape.convertedKeys?.has(folded(name)) ? converted : value
    },
  }
  return parts
}

/** Whether the mapping of an anchor is merged here: in quotes it is an ordinary key. */
export function isMerge({ bytes }: Scanner, { start, end, style }: ScalarText): boolean {
  return style === 'plain' && end - start === 2 && bytes[start] === 0x3c && bytes[start + 1] === 0x3c
}

/** Reads mappings that are merged into another, with the reader of its keys. */
export function mergeReader(s: Scanner, { key }: Reader): Reader {
  const wrong = ({ start }: { readonly start: number }) => {
    noteFault(s, start, { what: 'a merge (<<) of what is not a mapping' })
  }
  const one: Reader = {
    ...(key && { key }),
    scalar: wrong,
    list: wrong,
    nothing: (start) => wrong({ start }),
    alias: (_, read) => read(one),
  }
  const many: Reader = { ...one, list: () => undefined, item: () => one, alias: (_, read) => read(many) }
  return many
}

function structParts(s: Scanner, shape: Struct): Partial<Reader> {
  const fields = structFields(s, shape)
  const parts: Reader = {
    mapping: fields.begin,
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts)
      const field = fields.at(key)
      return field && fields.readers[field.index]
    },
  }
  return parts
}

export interface StructFields {
  /** Readers of the values of its fields, in their order. */
  readonly readers: readonly (Reader | undefined)[]
  /** Another mapping of this kind begins. */
  begin(): void
  /** The field that a key names; a key that Helm does not know is recorded. Fails with `INDEX_NOT_UNDERSTOOD`. */
  at(key: ScalarText): Field | undefined
}

export function structFields(s: Scanner, shape: Struct): StructFields {
  const find: FieldFinder = fieldFinder(shape)
  let [seen, misspelt] = [0, 0]
  const twice = ({ name }: Field, start: number, bit: number) => {
    const what = `\`${name}\` of ${shape.noun} twice`
    // Of two spellings Go takes the last one, in alphabetical order.
    if ((misspelt & bit) !== 0) throw notUnderstood(s, s.aliasAt ?? start, `has ${what}`)
    noteFault(s, start, { what, only: 'YAML' })
  }
  return {
    readers: shape.fields.map(({ name, shape: inner }) =>
      inner.kind === 'any'
        ? undefined
        : shapeReader(s, inner, shape === ENTRY ? `\`${name}\`` : `\`${name}\` of ${shape.noun}`),
    ),
    begin() {
      seen = 0
      misspelt = 0
    },
    at(key) {
      const field = find(s, key)
      if (!field) {
        const name = textIn(s, key).slice(0, MAX_SHOWN)
        const keyed = name === '' ? 'a key without a name' : `the key \`${name}\``
        const where = shape === INDEX || shape === ENTRY ? '' : ` of ${shape.noun}`
        noteFault(s, key.start, { what: `${keyed}${where}, which Helm does not know`, only: 'YAML' })
        return undefined
      }
      const bit = 1 << field.index
      if (field.isFolded) misspelt |= bit
      if ((seen & bit) !== 0) twice(field, key.start, bit)
      seen |= bit
      return field
    },
  }
}
