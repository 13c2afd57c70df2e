export type Schema = { readonly [key: string]: unknown }

const COMPONENT = '#/components/schemas/'

/** A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type of its own, components are named by their name alone. */
export function converted(schema: Schema): Schema {
  return convert(schema) as Schema
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, example: _, ...rest } = value as Record<string, unknown>
  const entries = Object.entries(rest).map(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [key, inner.replace(COMPONENT, '')] : [key, convert(inner)],
  )
  const plain = Object.fromEntries(entries)
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain
}

/** The components that a schema leads to, over every step, by name. */
export function referencedBy(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  found: Map<string, Schema> = new Map(),
): ReadonlyMap<string, Schema> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    const component = components[name]
    if (!component || found.has(name)) continue
    found.set(name, component)
    referencedBy(component, components, found)
  }
  return found
}
