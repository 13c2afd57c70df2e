import type { Finding } from '../../../../model/finding.ts'
import { isFields, type Manifest, type Resource } from './manifest.ts'
import { changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

/** Fields of a pod that read a key of a Secret or a ConfigMap, and the kind; the key is in `key` or `items[].key`. */
const READERS: ReadonlyMap<string, { readonly kind: string; readonly name: string }> = new Map(
  Object.entries({
    configMap: { kind: 'ConfigMap', name: 'name' },
    configMapKeyRef: { kind: 'ConfigMap', name: 'name' },
    secret: { kind: 'Secret', name: 'secretName' },
    secretKeyRef: { kind: 'Secret', name: 'name' },
  }),
)
const MAX_DEPTH = 60

/**
 * Keys that a workload reads from a Secret or ConfigMap that the chart does not make, and did not read before: whoever made it must add
 * them, or pods don't start.
 */
export function secretKeyFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const changed = changedResources(pair).filter(({ before, after }) => !before.isHook && !after.isHook)
  const readBefore = new Set(
    changed.length === 0 ? [] : [...pair.before.values()].flatMap((one) => [...keysOf(one).keys()]),
  )
  return changed.flatMap(({ before, after }) => {
    const was = keysOf(before)
    return [...keysOf(after)].flatMap(([subject, read]): readonly Finding[] => {
      if (readBefore.has(subject) || makes(pair.after, read) || !knew(was, read)) return []
      const lost = [...was.values()].find((other) => isSameObject(other, read) && !keysOf(after).has(subjectOf(other)))
      return [finding({ after, read, lost, renderedWith: pair.hasOwnValues ? ` ${pair.renderedWith}` : '' }, files)]
    })
  })
}

interface Read {
  readonly kind: string
  readonly name: string
  readonly key: string
}

interface Needed {
  readonly after: Resource
  readonly read: Read
  /** The key of the same object that it took the place of. */
  readonly lost: Read | undefined
  readonly renderedWith: string
}

function finding({ after, read, lost, renderedWith }: Needed, files: ReadonlyMap<string, unknown>): Finding {
  const instead = lost ? ` instead of \`${lost.key}\`` : ''
  return {
    ...{ level: 'major', kind: 'rendered', rule: 'rendered/needs-key', subject: `${after.key} ${subjectOf(read)}` },
    ...(lost && { was: lost.key }),
    is: read.key,
    text: `${after.key} reads the key \`${read.key}\`${instead} from ${read.kind}/${read.name}${renderedWith}, and the chart does not make that.`,
    ...placeOf(after, files, 'key'),
  }
}

function subjectOf({ kind, name, key }: Read): string {
  return `${kind}/${name} ${key}`
}

function isSameObject(one: Read, other: Read): boolean {
  return one.kind === other.kind && one.name === other.name
}

/** An object that was not read at all before comes with a new feature. */
function knew(was: ReadonlyMap<string, Read>, read: Read): boolean {
  return [...was.values()].some((other) => isSameObject(other, read))
}

function makes(manifest: Manifest, { kind, name }: Read): boolean {
  return [...manifest.values()].some((resource) => resource.kind === kind && resource.name === name)
}

function keysOf(resource: Resource): ReadonlyMap<string, Read> {
  return new Map([...keysIn(resource.body(), 0)].map((read) => [subjectOf(read), read]))
}

function* keysIn(value: unknown, depth: number): Iterable<Read> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) {
    const reader = READERS.get(field)
    if (reader && isFields(inner)) yield* readsOf(reader, inner)
    yield* keysIn(inner, depth + 1)
  }
}

function* readsOf(
  { kind, name: nameField }: { kind: string; name: string },
  inner: { readonly [name: string]: unknown },
): Iterable<Read> {
  const name = inner[nameField]
  // Pods start without what is optional.
  if (typeof name !== 'string' || inner.optional === true) return
  const items = Array.isArray(inner.items) ? inner.items.filter(isFields) : [inner]
  for (const { key } of items) if (typeof key === 'string') yield { kind, name, key }
}
