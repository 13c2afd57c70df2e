/** A field of something that came from outside; `undefined` where there is none, or nothing that could have one. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
