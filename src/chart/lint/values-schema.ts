import { closedSchema } from './closed-schema.ts'
import {
  baseIn,
  destinationOf,
  dialectOf,
  isObject,
  isPlainId,
  type SchemaDocument,
  schemaDocument,
} from './schema-resources.ts'

/** The file name of a chart's own schema, or that of a chart in it: the only names that Helm reads schemas from. */
const SCHEMA = /(^|\/)values\.schema\.json$/
const IDS: ReadonlySet<string> = new Set(['$id', 'id'])
const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', '$recursiveRef'])
const MAX_DEPTH = 200

/** What Helm would do with a values.schema.json. */
export type SchemaReading =
  /** Nothing in it leaves the document. */
  | { readonly kind: 'closed' }
  /** Helm would load something else for it: a file of the machine, or any address. */
  | { readonly kind: 'open'; readonly reference: string; readonly rest?: SchemaRest }
  /** Not every Helm reads it, or not all read it alike. `problem` continues a sentence that begins with the file. */
  | { readonly kind: 'unreadable'; readonly problem: string }

/** A closed schema that allows all values that the open one allows, whatever is at the addresses. */
export interface SchemaRest {
  readonly content: Uint8Array
  /** Helm fetches these at each install. */
  readonly addresses: readonly string[]
  /** Helm can't load these. The key is a mark that appears in Helm's refusal if one of them is needed. */
  readonly missing: ReadonlyMap<string, string>
}

export function isSchemaFile(path: string): boolean {
  return SCHEMA.test(path)
}

/**
 * Reads a schema as Helm does: one JSON document in UTF-8, with or without a byte order mark. Helm 3.17 ignores what
 * comes after the document, and Go replaces bytes that are not UTF-8 with U+FFFD; such a schema is unreadable here, as
 * is everything else that JSON.parse refuses, which accepts nothing that Go does not.
 */
export function readSchema(content: Uint8Array): SchemaReading {
  let schema: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    schema = JSON.parse(text)
  } catch (error) {
    const problem = error instanceof SyntaxError ? error.message : 'it is not UTF-8'
    return { kind: 'unreadable', problem: `is not valid JSON: ${problem.slice(0, 200)}` }
  }
  return judge(schema)
}

function judge(schema: unknown): SchemaReading {
  const found = findingsIn(schema)
  if (found === undefined) return { kind: 'open', reference: 'something nested too deep' }
  const [reference] = outside(found)
  if (reference === undefined) return { kind: 'closed' }
  const rest = restOf(schema, found)
  return { kind: 'open', reference, ...(rest && { rest }) }
}

/** `undefined` if nothing is left, or the rest still leaves the document. */
function restOf(schema: unknown, found: Found): SchemaRest | undefined {
  const { document, addresses } = found
  if (found.dialects.length > 0 || oddIdsIn(found).some((id) => id !== rootId(schema, document))) return undefined
  const { closed, missing } = closedSchema(schema, document, { relaxed: addresses.length > 0 })
  const left = findingsIn(closed)
  if (left === undefined || outside(left).length > 0) return undefined
  return { content: Buffer.from(JSON.stringify(closed)), addresses: [...new Set(addresses)], missing }
}

/** `undefined` if it is nested too deep to know. */
function findingsIn(schema: unknown): Found | undefined {
  const document = schemaDocument(schema)
  const found: Found = { document, references: false, oddIds: [], addresses: [], missing: [], dialects: [] }
  return look(schema, { base: document.base, depth: MAX_DEPTH, found }) ? found : undefined
}

/** Everything that leaves the document, the most informative first. */
function outside(found: Found): readonly string[] {
  return [...found.dialects, ...found.addresses, ...found.missing, ...oddIdsIn(found)]
}

/** Without references nothing is resolved against an id. */
function oddIdsIn({ references, oddIds }: Found): readonly string[] {
  return references ? oddIds : []
}

function rootId(schema: unknown, { idKey }: SchemaDocument): unknown {
  return isObject(schema) ? schema[idKey] : undefined
}

interface Found {
  readonly document: SchemaDocument
  references: boolean
  readonly oddIds: string[]
  readonly addresses: string[]
  readonly missing: string[]
  /** Addresses of unknown dialects, whose keywords have an unknown meaning. */
  readonly dialects: string[]
}

interface Looking {
  readonly base: string
  readonly depth: number
  readonly found: Found
}

/** Records everything that looks like a reference, wherever it is. False if it is nested too deep to know. */
function look(value: unknown, looking: Looking): boolean {
  if (typeof value !== 'object' || value === null) return true
  const { depth, found } = looking
  if (depth === 0) return false
  const base = baseIn(value, found.document.idKey, looking.base)
  return Object.entries(value).every(([key, inner]) => {
    if (typeof inner !== 'string') return look(inner, { ...looking, base, depth: depth - 1 })
    note(key, inner, { base, found })
    return true
  })
}

function note(key: string, text: string, { base, found }: Omit<Looking, 'depth'>): void {
  if (IDS.has(key) && !isPlainId(text)) found.oddIds.push(text)
  if (key === '$schema') {
    const destination = dialectOf(text)
    if (destination === 'address') found.dialects.push(text)
    if (destination === 'missing') found.missing.push(text)
  }
  if (!REFERENCES.has(key)) return
  found.references = true
  const destination = destinationOf(text, base, found.document)
  if (destination === 'address') found.addresses.push(text)
  if (destination === 'missing') found.missing.push(text)
}
