import { parse } from 'yaml'
import { ReleaseError } from '../model/errors.ts'
import { tooDeepAt } from './yaml-depth.ts'

/** What a repository's index.yaml says of one version of a chart. Texts from outside. */
export interface IndexEntry {
  readonly version: string
  readonly urls: readonly string[]
  readonly digest?: string
}

/** Far above one chart's part of any real index. A whole index of unusual form is parsed up to here, too. */
const MAX_PARSED = 8 * 1024 * 1024

/**
 * The entries of one chart in an index.yaml (or its JSON form), in their order; empty where it lists none. Real indexes
 * have megabytes, so only the chart's own lines are parsed where the index is written as Helm writes it. Fails with
 * `DEPENDENCY_FAILED` where it is no index.
 */
export function indexEntries(index: string, name: string): readonly IndexEntry[] {
  const list = index.trimStart().startsWith('{') ? inJson(index, name) : inYaml(index, name)
  return Array.isArray(list) ? list.flatMap(entryOf) : []
}

function inJson(index: string, name: string): unknown {
  try {
    return entriesOf(JSON.parse(index))?.get(name)
  } catch {
    return inYaml(index, name)
  }
}

function inYaml(index: string, name: string): unknown {
  const lines = linesOf(index, name)
  // Anchors may stand elsewhere: then all of it is read.
  const own = lines === undefined ? undefined : attempt(() => parsed(lines))
  if (own !== undefined) return Object.values(Object(own))[0]
  const whole = attempt(() => parsed(index))
  if (whole === undefined) throw noIndex('it cannot be read as YAML')
  const entries = entriesOf(whole)
  if (!entries) throw noIndex('it has no `entries`')
  return entries.get(name)
}

/** The lines of one chart below `entries:`; `undefined` where the form is another. */
function linesOf(index: string, name: string): string | undefined {
  const start = /^entries:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?<indent> +)(?=[^\s#-])/m.exec(index)
  if (!start) return undefined
  const { indent = '' } = start.groups ?? {}
  const entries = index.slice(start.index + start[0].length - indent.length)
  const quoted = name.replace(/[^\w-]/g, '\\$&')
  const key = new RegExp(`^${indent}(?:${quoted}|"${quoted}"|'${quoted}')[ \\t]*:[ \\t]*\\r?$`, 'm').exec(entries)
  if (!key) return undefined
  const below = entries.slice(key.index + key[0].length)
  const end = new RegExp(`^(?: {0,${indent.length - 1}}[^\\s#]| {${indent.length}}[^\\s#-])`, 'm').exec(below)
  return key[0] + (end ? below.slice(0, end.index) : below)
}

// As text: a version 1.10 would else become the number 1.1.
function parsed(text: string): unknown {
  if (text.length > MAX_PARSED || tooDeepAt(text) !== undefined) return undefined
  return parse(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', maxAliasCount: 100 })
}

function attempt(work: () => unknown): unknown {
  try {
    return work() ?? undefined
  } catch {
    return undefined
  }
}

function entriesOf(index: unknown): ReadonlyMap<string, unknown> | undefined {
  const entries = typeof index === 'object' && index !== null && 'entries' in index ? index.entries : undefined
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) return undefined
  return new Map(Object.entries(entries))
}

function entryOf(value: unknown): readonly IndexEntry[] {
  const { version, urls, digest } = Object(value) as { readonly [key: string]: unknown }
  if (typeof version !== 'string' || !Array.isArray(urls)) return []
  const addresses = urls.filter((url) => typeof url === 'string')
  return [{ version, urls: addresses, ...(typeof digest === 'string' && { digest }) }]
}

function noIndex(why: string): ReleaseError {
  return new ReleaseError('DEPENDENCY_FAILED', `its index.yaml is no index of charts: ${why}`)
}
