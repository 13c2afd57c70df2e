import type { Finding } from '../../../../model/finding.ts'
import { type Leaves, leavesOf } from './leaves.ts'
import type { Manifest, Resource } from './manifest.ts'

/** Both sides of a chart, rendered with the same values, with the differences that are chance. */
export interface RenderedPair {
  /** The values of both, as a sentence ends: `with the chart's defaults`, `with ci/x-values.yaml`. */
  readonly renderedWith: string
  /** Whether there are values over the chart's own defaults. */
  readonly hasOwnValues: boolean
  readonly before: Manifest
  readonly after: Manifest
  /** The new side again, with the old defaults as user values. */
  readonly withOldDefaults?: Manifest
  readonly chance: Chance
}

/** Differences between two renderings of one side: they prove nothing. */
export interface Chance {
  readonly keys: ReadonlySet<string>
  readonly paths: ReadonlyMap<string, ReadonlySet<string>>
}

export const NO_CHANCE: Chance = { keys: new Set(), paths: new Map() }

/** The differences between two renderings of one side with the same values. */
export function chanceBetween(first: Manifest, second: Manifest): Chance {
  const keys = new Set([...first.keys(), ...second.keys()].filter((key) => !(first.has(key) && second.has(key))))
  const paths = new Map<string, ReadonlySet<string>>()
  for (const [key, one] of first) {
    const two = second.get(key)
    if (two && one.text !== two.text) paths.set(key, differing(leavesOf(one), leavesOf(two)))
  }
  return { keys, paths }
}

/** Both together. */
export function eitherChance(one: Chance, two: Chance): Chance {
  const paths = new Map(one.paths)
  for (const [key, more] of two.paths) paths.set(key, new Set([...(paths.get(key) ?? []), ...more]))
  return { keys: new Set([...one.keys, ...two.keys]), paths }
}

/** Paths whose values differ, or that only one side has. */
export function differing(one: Leaves, two: Leaves): ReadonlySet<string> {
  const paths = [...one.keys(), ...[...two.keys()].filter((path) => !one.has(path))]
  return new Set(paths.filter((path) => one.get(path) !== two.get(path)))
}

/** A resource that is rendered on both sides, with the paths that differ. */
export interface Changed {
  readonly before: Resource
  readonly after: Resource
  readonly paths: readonly string[]
}

/** Resources of both sides that differ by more than chance. */
export function changedResources({ before, after, chance }: RenderedPair): readonly Changed[] {
  return [...before].flatMap(([key, one]) => {
    const two = after.get(key)
    if (!two || one.text === two.text) return []
    const byChance = chance.paths.get(key)
    const paths = [...differing(leavesOf(one), leavesOf(two))].filter((path) => !byChance?.has(path))
    return paths.length === 0 ? [] : [{ before: one, after: two, paths }]
  })
}

/** The template of a resource, if it still exists, with the line of its kind, or of a field below that. */
export function placeOf(
  { source, kind }: Resource,
  files: ReadonlyMap<string, unknown>,
  field?: string,
): Pick<Finding, 'at'> {
  const bytes = files.get(source)
  if (bytes === undefined) return {}
  const line = bytes instanceof Uint8Array ? lineIn(Buffer.from(bytes).toString(), kind, field) : undefined
  return { at: { file: source, ...(line !== undefined && { line }) } }
}

/** A template may hold several of a kind; then the first is near enough. */
function lineIn(text: string, kind: string, field?: string): number | undefined {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /^\s*kind:/.test(line) && line.includes(kind))
  if (start < 0) return undefined
  const below =
    field === undefined
      ? -1
      : lines.findIndex((line, at) => at > start && line.trimStart().replace('- ', '').startsWith(`${field}:`))
  return Math.max(start, below) + 1
}

const MAX_SHOWN = 200

/** A rendered value for a finding: one line, limited in length. */
export function shortValue(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
