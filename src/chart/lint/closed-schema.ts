import { createHash } from 'node:crypto'
import { baseIn, destinationOf, dialectOf, isObject, isPlainId, type SchemaDocument } from './schema-resources.ts'

type Schema = Readonly<Record<string, unknown>>

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const
/** Maps from names to schemas: their keys are not keywords. */
const BY_NAME: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'],
])
/** Keywords that other parts of the document may refer to, so they are always kept. */
const DEFINITIONS: ReadonlySet<string> = new Set([
  ...['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$defs', 'definitions'],
])
/** Values, not schemas. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples'])
/**
 * Keywords that may refuse a value because a schema below accepts it: if that schema accepts more, they refuse more.
 */
const INVERTING: ReadonlySet<string> = new Set([
  ...['not', 'if', 'then', 'else', 'oneOf', 'contains', 'minContains', 'maxContains'],
  ...['unevaluatedProperties', 'unevaluatedItems'],
])

export interface ClosedSchema {
  readonly closed: unknown
  /** References that Helm can't load, by the mark that replaces them. */
  readonly missing: ReadonlyMap<string, string>
}

interface Closing {
  readonly document: SchemaDocument
  readonly base: string
  /** Whether something unknown was removed, so that the rest must not refuse more than the whole would. */
  readonly relaxed: boolean
  readonly missing: Map<string, string>
}

/**
 * The schema without the references that leave the document. An address is replaced by a schema that allows everything;
 * something that Helm can't load by a reference to nowhere, which Helm refuses exactly when it would have refused the
 * original.
 */
export function closedSchema(
  schema: unknown,
  document: SchemaDocument,
  { relaxed }: { readonly relaxed: boolean },
): ClosedSchema {
  const missing = new Map<string, string>()
  const closed = close(schema, { document, base: document.base, relaxed, missing })
  return { closed: isObject(closed) ? withPlainId(closed, document) : closed, missing }
}

/** An id with a fragment or a query is not the same address in all versions of Helm. */
function withPlainId(schema: Schema, { idKey }: SchemaDocument): Schema {
  const id = schema[idKey]
  if (typeof id !== 'string' || isPlainId(id)) return schema
  const { [idKey]: _, ...rest } = schema
  const fragment = /#.+$/s.exec(id)?.[0]
  return fragment === undefined ? rest : { [idKey]: fragment, ...rest }
}

function close(value: unknown, closing: Closing): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item, closing))
  if (!isObject(value)) return value
  const { document, relaxed } = closing
  const inside = { ...closing, base: baseIn(value, document.idKey, closing.base) }
  const lost = REFERENCES.find((key) => leadsTo('missing', value[key], inside))
  if (lost) return { ...parts(pick(value), inside), $ref: `#/${markOf(String(value[lost]), closing)}` }
  const open = REFERENCES.filter((key) => leadsTo('address', value[key], inside))
  const known = open.length > 0 && !document.siblingsCount ? pick(value) : without(value, open)
  const whole = parts(known, inside)
  return relaxed ? relax(whole) : whole
}

/** The keywords of a schema, each closed. */
function parts(schema: Schema, closing: Closing): Schema {
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => part(key, value, closing)))
}

function part(key: string, value: unknown, closing: Closing): readonly (readonly [string, unknown])[] {
  if (DATA.has(key)) return leadsOut(value) ? [] : [[key, value]]
  if (key === '$schema' && typeof value === 'string' && dialectOf(value) === 'missing') {
    return [[key, markOf(value, closing)]]
  }
  if (!BY_NAME.has(key) || !isObject(value)) return [[key, close(value, closing)]]
  const named = Object.entries(value).map(([name, schema]) => [name, close(schema, closing)] as const)
  return [[key, Object.fromEntries(named)]]
}

/**
 * Removes keywords that invert. Their schemas are still compiled, next to one that allows everything: Helm may refuse
 * them as such.
 */
function relax(schema: Schema): Schema {
  const inverting = Object.entries(schema).filter(([key]) => INVERTING.has(key))
  if (inverting.length === 0) return schema
  const schemas = inverting.flatMap(([, value]) => value).filter(isObject)
  const known = Array.isArray(schema.allOf) ? schema.allOf : []
  const rest = without(
    schema,
    inverting.map(([key]) => key),
  )
  return { ...rest, allOf: [...known, { anyOf: [{}, ...schemas] }] }
}

function leadsTo(destination: 'address' | 'missing', reference: unknown, { document, base }: Closing): boolean {
  return typeof reference === 'string' && destinationOf(reference, base, document) === destination
}

/** Values are not references, but older versions of Helm can't be trusted to know that. */
function leadsOut(value: unknown): boolean {
  return /"\$(?:ref|dynamicRef|recursiveRef|schema|id)"|"id"/.test(JSON.stringify(value))
}

function markOf(reference: string, { missing }: Pick<Closing, 'missing'>): string {
  const mark = `outside-of-the-package-${createHash('sha256').update(reference).digest('hex').slice(0, 16)}`
  missing.set(mark, reference)
  return mark
}

function pick(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => DEFINITIONS.has(key)))
}

function without(schema: Schema, keys: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)))
}
