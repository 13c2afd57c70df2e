/** Helm's name for the schema of a chart (3.18 and later): relative references are resolved against it. */
const SELF = 'file:///values.schema.json'
/** Helm embeds these itself. */
const DRAFT = /^https?:\/\/json-schema\.org\//
/** A reference or an id that every JSON Schema library resolves alike: no escapes, no dot segments, no queries. */
const PLAIN = /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w+.~:/@!$&'()*,;=-]*$/
/**
 * An id that Go's net/url writes back as it reads it. With any other one, a `#/…` below it is no longer found in the
 * document: Helm 3.17 fetches `http://host/x` for the id `http://host/x#a`, Helm 3.17 and 4.1 for `http://host/x?`.
 */
const PLAIN_ID = /^(?:#.*|(?!(?:.*\/)?\.{1,2}(?:\/|#?$))[\w+.~:/@!$&'()*,;=-]*#?)$/
const SCHEME = /^[a-z][a-z\d+.-]*:/i
const MAX_BUNDLED = 20
const MAX_DEPTH = 200
const OLD_DRAFT = /\/draft-0[3-7]\//

/** The kind of target of a reference in a values.schema.json. */
export type Destination =
  /** A part of the document, or something that Helm embeds itself or never loads. */
  | 'inside'
  /** An address, which Helm fetches at each install, or a bundled schema that not every version of Helm finds. */
  | 'address'
  /** A file outside the package: Helm refuses the chart unless the machine that it runs on has that file. */
  | 'missing'

/** One schema file: its dialect, and the schemas that it bundles. */
export interface SchemaDocument {
  readonly base: string
  readonly idKey: 'id' | '$id'
  /** Whether keywords beside `$ref` count. */
  readonly siblingsCount: boolean
  /** Addresses of the schemas in it, its own included. */
  readonly resources: ReadonlySet<string>
  /** Everything in it that looks like the id of a schema. */
  readonly mentioned: ReadonlySet<string>
}

/** Whether every version of Helm finds references below this id. */
export function isPlainId(id: string): boolean {
  return PLAIN_ID.test(id)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Finds the schemas that a document bundles: those with an id of their own among the definitions of the dialect. Others
 * don't count, since not every version of Helm finds them.
 */
export function schemaDocument(root: unknown): SchemaDocument {
  const dialect = isObject(root) && typeof root.$schema === 'string' ? root.$schema : ''
  const idKey = dialect.includes('/draft-04/') ? 'id' : '$id'
  const isOld = OLD_DRAFT.test(dialect)
  const base = baseIn(root, idKey, SELF)
  const resources = new Set([SELF, base])
  collect(root, { idKey, isOld, base, resources }, MAX_BUNDLED)
  return { base, idKey, siblingsCount: !isOld, resources, mentioned: idsIn(root, base, MAX_DEPTH) }
}

function idsIn(value: unknown, base: string, depth: number, ids = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null || depth === 0) return ids
  for (const id of isObject(value) ? [value.$id, value.id] : []) {
    const address = typeof id === 'string' ? resolve(base, id.replace(/#.*$/s, '')) : undefined
    if (address !== undefined) ids.add(address)
  }
  for (const inner of Object.values(value)) idsIn(inner, base, depth - 1, ids)
  return ids
}

interface Collecting {
  readonly idKey: 'id' | '$id'
  readonly isOld: boolean
  readonly base: string
  readonly resources: Set<string>
}

function collect(schema: unknown, collecting: Collecting, depth: number): void {
  const { idKey, isOld, base, resources } = collecting
  // Helm 3.18 and later read `$defs` only if the dialect has them.
  const containers = isObject(schema) ? [schema.definitions, isOld ? undefined : schema.$defs] : []
  for (const one of containers.filter(isObject).flatMap(Object.values)) {
    const id = isObject(one) ? one[idKey] : undefined
    // Old dialects ignore an id beside a `$ref`; another dialect may find its definitions elsewhere.
    if (!isObject(one) || typeof id !== 'string' || '$schema' in one || (isOld && '$ref' in one)) continue
    const address = resolve(base, id)
    if (id.startsWith('#') || !PLAIN.test(id) || address === undefined) continue
    resources.add(address)
    if (depth > 0) collect(one, { ...collecting, base: address }, depth - 1)
  }
}

/** The address that references in a schema are resolved against. */
export function baseIn(schema: unknown, idKey: string, base: string): string {
  const id = isObject(schema) ? schema[idKey] : undefined
  if (typeof id !== 'string' || id.startsWith('#')) return base
  return resolve(base, id.replace(/#.*$/s, '')) ?? base
}

/** The target of a reference at this base. A reference that could be resolved in more than one way is never inside. */
export function destinationOf(reference: string, base: string, { resources, mentioned }: SchemaDocument): Destination {
  if (reference === '' || reference.startsWith('#') || DRAFT.test(reference)) return 'inside'
  // Helm treats any URN that the document does not bundle as a schema that allows everything, and fetches nothing.
  if (reference.startsWith('urn:')) return 'inside'
  const target = reference.replace(/#.*$/s, '')
  const address = resolve(base, target)
  if (address !== undefined && PLAIN.test(target) && resources.has(address)) return 'inside'
  const isKnown = address !== undefined && mentioned.has(address)
  return isKnown || /^https?:/i.test(address ?? base) ? 'address' : 'missing'
}

/** The target of a `$schema`. Helm has no loader for a name without a scheme, so it fetches nothing. */
export function dialectOf(dialect: string): Destination {
  if (DRAFT.test(dialect) || /^(?!\/\/)[\w./#-]*$/.test(dialect)) return 'inside'
  return /^https?:/i.test(dialect) ? 'address' : 'missing'
}

/** Plain concatenation: a reference with dot segments never gets here. */
function resolve(base: string, reference: string): string | undefined {
  if (SCHEME.test(reference)) return reference
  const [, scheme, origin, folder] = /^([a-z][a-z\d+.-]*:)(\/\/[^/]*)?(.*\/)?[^/]*$/is.exec(base) ?? []
  if (scheme === undefined || origin === undefined) return undefined
  if (reference === '') return base
  if (reference.startsWith('//')) return `${scheme}${reference}`
  return reference.startsWith('/') ? `${scheme}${origin}${reference}` : `${scheme}${origin}${folder ?? '/'}${reference}`
}
