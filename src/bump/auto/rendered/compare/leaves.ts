import { isFields, type Resource } from './manifest.ts'
import { maskValue } from './volatile-text.ts'

/**
 * The content of a resource, flat: path to value. Items of lists go by their name if they have one; otherwise they and
 * the lines of longer texts are paths of their own, so that one more item does not shift the others.
 */
export type Leaves = ReadonlyMap<string, string>

/** They change at every release, and no upgrade depends on them. */
const RELEASE_LABELS = new Set(['helm.sh/chart', 'chart', 'app.kubernetes.io/version'])
/** Secrets are random, or must not be shown. */
const SECRET_FIELDS = new Set(['data', 'stringData'])
const MAX_LEAVES = 100_000
const MAX_DEPTH = 60

const read = new WeakMap<Resource, Leaves>()

/** The leaves of a resource; computed once. Secrets keep their form, not their content. */
export function leavesOf(resource: Resource): Leaves {
  const known = read.get(resource)
  if (known) return known
  const leaves = new Map<string, string>()
  // Its name is already in its key, in which volatile parts are masked.
  for (const [name, value] of Object.entries(resource.body())) {
    if (resource.kind !== 'Secret' || !SECRET_FIELDS.has(name)) collect(leaves, step('', name), value, 1)
  }
  leaves.delete('metadata.name')
  read.set(resource, leaves)
  return leaves
}

function collect(to: Map<string, string>, path: string, value: unknown, depth: number): void {
  if (to.size > MAX_LEAVES || depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    collectItems(to, path, value, depth)
    return
  }
  if (isFields(value)) {
    const entries = Object.entries(value)
    if (entries.length === 0) to.set(path, '{}')
    for (const [name, inner] of entries) {
      if (!RELEASE_LABELS.has(name)) collect(to, step(path, name), inner, depth + 1)
    }
    return
  }
  const text = maskValue(value === null || value === undefined ? 'null' : String(value))
  const lines = text.trimEnd().split('\n')
  if (lines.length === 1) to.set(path, text)
  else for (const line of lines) if (line.trim() !== '') to.set(`${path}|${line.trimEnd()}`, '')
}

function collectItems(to: Map<string, string>, path: string, items: readonly unknown[], depth: number): void {
  if (items.length === 0) to.set(path, '[]')
  const names = items.map((item) => (isFields(item) && typeof item.name === 'string' ? item.name : undefined))
  const areNamed = !names.includes(undefined) && new Set(names).size === names.length
  for (const [index, item] of items.entries()) {
    if (areNamed) collect(to, `${path}[${names[index]}]`, item, depth + 1)
    else to.set(`${path}[=${maskValue(inOrder(item, depth + 1))}]`, '')
  }
}

/** JSON with sorted keys, so that order alone is not a difference. */
function inOrder(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) return '…'
  if (Array.isArray(value)) return `[${value.map((item) => inOrder(item, depth + 1)).join(',')}]`
  if (!isFields(value)) return typeof value === 'object' ? 'null' : String(value)
  const entries = Object.entries(value).filter(([name]) => !RELEASE_LABELS.has(name))
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, inner]) => `${name}:${inOrder(inner, depth + 1)}`).join(',')}}`
}

function step(path: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) return `${path}["${name}"]`
  return path === '' ? name : `${path}.${name}`
}
