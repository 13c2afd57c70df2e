/** JSON as Helm sees a chart's metadata. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Whether a value is a JSON object: neither a list nor `null`. */
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json }
export function isObject(value: unknown): value is Readonly<Record<string, unknown>>
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of a value from outside; `undefined` if it has no such field, or is not something that has fields. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
