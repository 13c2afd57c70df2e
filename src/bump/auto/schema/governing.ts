import type { Json } from '../../../model/json.ts'
import { isSchema, type Schema } from './document.ts'

/** What an object's schema says of one key that it does not list: a schema, anything, nothing, or what can't be told. */
export type Governing =
  | { readonly kind: 'schema'; readonly schema: Json }
  | { readonly kind: 'anything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }

/**
 * What governs a key that is not in `properties`: `additionalProperties`, which allows anything if it is absent. Whether a pattern of
 * `patternProperties` fits is not tried, as patterns come from the chart and may take forever.
 */
export function governing(schema: Schema): Governing {
  if (isSchema(schema.patternProperties) && Object.keys(schema.patternProperties).length > 0) return { kind: 'unknown' }
  const { additionalProperties: additional, unevaluatedProperties: unevaluated } = schema
  if (additional === false || unevaluated === false) return { kind: 'nothing' }
  return isSchema(additional) ? { kind: 'schema', schema: additional } : { kind: 'anything' }
}

/** Keywords that only inform people. */
const TOLD_ONLY = new Set(['$comment', '$id', 'default', 'deprecated', 'description', 'examples', 'title'])

/** Whether a schema refuses anything at all. */
export function restricts(schema: Json | undefined): boolean {
  if (schema === false) return true
  return isSchema(schema) && Object.keys(schema).some((keyword) => !TOLD_ONLY.has(keyword))
}
