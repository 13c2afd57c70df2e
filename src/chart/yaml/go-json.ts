import { ReleaseError } from '../../model/errors.ts'
import type { Json } from '../../model/json.ts'

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
  }),
)

// Go escapes characters that HTML or old JavaScript would read as markup. In a `u` expression `Cs` is half a surrogate
// pair.
const SPECIAL = /["\\<>&\p{Cc}\p{Cs}\u2028\u2029]/gu

function goString(text: string): string {
  return `"${text.replace(SPECIAL, escaped)}"`
}

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x7f && code <= 0x9f) return character
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd'
  return SHORT_ESCAPES.get(character) ?? `\\u${code.toString(16).padStart(4, '0')}`
}

function goNumber(value: number): string {
  if (!Number.isFinite(value)) throw new ReleaseError('BUG_UNEXPECTED', `${value} cannot be written as JSON`)
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Order of keys in a Go map: by UTF-8 bytes, which is not JavaScript's order beyond U+FFFF. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

// JavaScript moves keys such as `10` to the front. No field of Helm's looks like that, so an object that has one is a
// Go map, whose keys are sorted.
function entriesOf(value: { readonly [key: string]: Json }): readonly (readonly [string, Json])[] {
  const entries = Object.entries(value)
  if (!entries.some(([key]) => /^\d+$/.test(key))) return entries
  return entries.sort(([a], [b]) => compareBytes(a, b))
}

/**
 * JSON text as Go's `json.Marshal` (1.22 or later) writes it: compact, keys in the object's order, `<`, `>`, `&` and the
 * two line separators escaped. Digests of config blobs and lock files are over exactly these bytes.
 */
export function goJson(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return goString(value)
  if (typeof value === 'number') return goNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(goJson).join(',')}]`
  return `{${entriesOf(value)
    .map(([key, item]) => `${goString(key)}:${goJson(item)}`)
    .join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
