import { parse } from 'yaml'
import { ReleaseError } from '../../model/errors.ts'
import { tooDeepAt } from '../yaml/depth.ts'

/** One version of a chart in a repository's index.yaml. Texts from outside. */
export interface IndexEntry {
  readonly version: string
  readonly urls: readonly string[]
  readonly digest: string | undefined
}

/** Far above one entry of any real index. A whole index of unusual form is parsed up to this size, too. */
const MAX_PARSED = 8 * 1024 * 1024

/**
 * The entries of one chart in an index.yaml (or its JSON form), in their order; empty if it lists none. Real indexes
 * have megabytes and charts have thousands of versions, so if it is written as Helm writes it only the version of each
 * entry is looked for, and an entry is parsed when its other fields are read. Fails with `DEPENDENCY_FAILED` if it is
 * not an index, also when such a field is read.
 */
export function indexEntries(index: string, name: string): readonly IndexEntry[] {
  const pieces = index.trimStart().startsWith('{') ? undefined : piecesOf(index, name)
  if (!pieces) return wholeList(index, name).flatMap((value) => parsedEntry(() => value) ?? [])
  // Anchors may be anywhere: then all of it is parsed.
  const whole = onlyOnce(() => wholeList(index, name))
  return pieces.flatMap((piece, at) => {
    const read = onlyOnce(() => firstIn(attempt(() => parsed(piece))) ?? whole()[at])
    const version = versionIn(piece)
    return version === undefined ? (parsedEntry(read) ?? []) : lazyEntry(version, read)
  })
}

/** The text of each entry of one chart; `undefined` if the index has another form. */
function piecesOf(index: string, name: string): readonly string[] | undefined {
  const lines = linesOf(index, name)
  if (!lines) return lines === undefined ? undefined : []
  const dash = /^ *(?=- )/m.exec(lines)?.[0]
  // An empty list, or one in brackets.
  if (dash === undefined) return undefined
  return lines.split(new RegExp(`^(?=${dash}- )`, 'm')).slice(1)
}

/**
 * The lines of one chart below `entries:`, without that of its name; empty if it is certainly absent, `undefined` if
 * the index has another form.
 */
function linesOf(index: string, name: string): string | undefined {
  const start = /^entries:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?<indent> +)(?=[^\s#-])/m.exec(index)
  if (!start) return undefined
  const { indent = '' } = start.groups ?? {}
  const entries = index.slice(start.index + start[0].length - indent.length)
  const quoted = name.replace(/[^\w-]/g, '\\$&')
  const key = new RegExp(`^${indent}(?:${quoted}|"${quoted}"|'${quoted}')[ \\t]*:[ \\t]*\\r?$`, 'm').exec(entries)
  // It may still be written in another way.
  if (!key) return new RegExp(`^${indent}(?:[?&*!"'<]|${quoted}[ \\t]*:)`, 'm').test(entries) ? undefined : ''
  const below = entries.slice(key.index + key[0].length)
  const end = new RegExp(`^(?: {0,${indent.length - 1}}[^\\s#]| {${indent.length}}[^\\s#-])`, 'm').exec(below)
  return end ? below.slice(0, end.index) : below
}

/** The version of an entry, if it is written plainly, on a line of its own among the entry's fields. */
function versionIn(piece: string): string | undefined {
  const [gap] = /^ *- +/.exec(piece) ?? ['']
  const line = new RegExp(`(?:^ *- +|^ {${gap.length}})version:[ \\t]+(["']?)(v?\\d[\\w.+-]*)\\1[ \\t]*\\r?$`, 'm')
  return line.exec(piece)?.[2]
}

function wholeList(index: string, name: string): readonly unknown[] {
  const whole = attempt(() => JSON.parse(index)) ?? attempt(() => parsed(index))
  if (whole === undefined) throw noIndex('it cannot be read as YAML')
  const entries = fieldOf(whole, 'entries')
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) throw noIndex('it has no `entries`')
  const list: unknown = new Map(Object.entries(entries)).get(name)
  return Array.isArray(list) ? list : []
}

function firstIn(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined
}

// As text: otherwise a version 1.10 would become the number 1.1.
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

function onlyOnce<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}

/** An entry without a version or a list of addresses is skipped. */
function parsedEntry(read: () => unknown): IndexEntry | undefined {
  const version = fieldOf(read(), 'version')
  return typeof version === 'string' && Array.isArray(fieldOf(read(), 'urls')) ? lazyEntry(version, read) : undefined
}

function lazyEntry(version: string, read: () => unknown): IndexEntry {
  return {
    version,
    get urls() {
      const urls = fieldOf(read(), 'urls')
      return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : []
    },
    get digest() {
      const digest = fieldOf(read(), 'digest')
      return typeof digest === 'string' ? digest : undefined
    },
  }
}

/** By Helm's rule: the exact name, else one that differs only in case. */
function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, name)) return (value as { readonly [key: string]: unknown })[name]
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1]
}

function noIndex(why: string): ReleaseError {
  return new ReleaseError('DEPENDENCY_FAILED', `its index.yaml is no index of charts: ${why}`)
}
