/** What a chart's own schema, or that of a chart in it, is called: the only names that Helm reads schemas from. */
const SCHEMA = /(^|\/)values\.schema\.json$/
const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', '$recursiveRef'])
const IDS: ReadonlySet<string> = new Set(['$id', 'id'])
/** Helm holds these itself. */
const DRAFT = /^https?:\/\/json-schema\.org\//
/**
 * An id that Go's net/url writes back as it reads it. With any other one, a `#/…` below it is no longer found in the
 * document: Helm 3.17 fetches `http://host/x` for the id `http://host/x#a`, Helm 3.17 and 4.1 for `http://host/x?`.
 */
const PLAIN_ID = /^(?:#.*|(?!(?:.*\/)?\.{1,2}(?:\/|#?$))[\w+.~:/@!$&'()*,;=-]*#?)$/
const MAX_DEPTH = 200

/** What Helm would do with a values.schema.json. */
export type SchemaReading =
  /** Nothing in it leads out of the document. */
  | { readonly kind: 'closed' }
  /** Helm would load something else for it: a file of the machine, or any address. */
  | { readonly kind: 'open'; readonly reference: string }
  /** Not every Helm reads it, or not all read it alike. `problem` continues a sentence that begins with the file. */
  | { readonly kind: 'unreadable'; readonly problem: string }

export function isSchemaFile(path: string): boolean {
  return SCHEMA.test(path)
}

/**
 * Reads a schema as Helm does: one JSON document in UTF-8, with or without a byte order mark. Helm 3.17 ignores what comes
 * after the document, and Go puts U+FFFD in the place of bytes that are not UTF-8; such a schema is unreadable here, as is
 * everything else that JSON.parse refuses, which takes nothing that Go does not.
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
  const found: Found = { references: false, oddId: undefined }
  const reference = outside(schema, MAX_DEPTH, found) ?? (found.references ? found.oddId : undefined)
  return reference === undefined ? { kind: 'closed' } : { kind: 'open', reference }
}

interface Found {
  references: boolean
  oddId: string | undefined
}

/** The first reference that leaves the document, or a word for what is nested too deep to know. Notes what it `found`. */
function outside(value: unknown, depth: number, found: Found): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === 0) return 'something nested too deep'
  for (const [key, inner] of Object.entries(value)) {
    const reference = typeof inner === 'string' ? leadsOut(key, inner, found) : outside(inner, depth - 1, found)
    if (reference !== undefined) return reference
  }
  return undefined
}

function leadsOut(key: string, text: string, found: Found): string | undefined {
  if (IDS.has(key) && !PLAIN_ID.test(text)) found.oddId ??= text
  if (key === '$schema') return DRAFT.test(text) ? undefined : text
  if (!REFERENCES.has(key)) return undefined
  found.references = true
  return text.startsWith('#') || DRAFT.test(text) ? undefined : text
}
