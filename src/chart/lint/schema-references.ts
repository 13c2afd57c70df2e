import { type ArchiveFile, readArchive, writeArchive } from '../archive/archive.ts'
import { isSchemaFile, readSchema, type SchemaReading, type SchemaRest } from './values-schema.ts'

/** Helm also loads the charts in these. */
const NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i
const MAX_DEPTH = 8
const MAX_SHOWN = 200

export interface Lintable {
  readonly archive: Uint8Array
  /** Sentences about the package for its author, such as about a reference that values are not checked against. */
  readonly notices: readonly string[]
  /** A file that Helm must not load at all; `problem` continues a sentence that begins with the path. */
  readonly unreadable?: { readonly path: string; readonly problem: string }
  /**
   * References that Helm can't load, by the mark that replaces them in the archive: Helm refuses the chart if it needs
   * one.
   */
  readonly missing: ReadonlyMap<string, MissingReference>
}

export interface MissingReference {
  /** The schema, from the chart's folder. */
  readonly path: string
  readonly reference: string
  readonly line?: number
}

/** A file as Helm may see it; without content if it must not see it at all. */
interface Shown {
  readonly path: string
  readonly content?: Uint8Array
  readonly notices: readonly string[]
  readonly missing: readonly (readonly [string, MissingReference])[]
  readonly unreadable?: string
}

/**
 * The archive, which contains `files`, for `helm lint`, which loads whatever a values.schema.json refers to: other
 * files of the machine, any address, private ones included. References that leave a schema are removed from it, so that
 * the rest is checked; a file that Helm would not find is refused here as it would be at an install. If a schema can't
 * be read the way every Helm reads it, Helm is not called.
 */
export function lintable(
  { name, archive }: { readonly name: string; readonly archive: Uint8Array },
  files: readonly ArchiveFile[],
): Lintable {
  const shown = files.map((file) => shownFile(file, name, MAX_DEPTH))
  const unreadable = shown.flatMap(({ path, unreadable: problem }) =>
    problem === undefined ? [] : [{ path, problem }],
  )
  return {
    archive: shown.every(({ content }, index) => content === files[index]?.content) ? archive : packed(name, shown),
    notices: shown.flatMap(({ notices }) => notices),
    missing: new Map(shown.flatMap(({ missing }) => missing)),
    ...(unreadable[0] && { unreadable: unreadable[0] }),
  }
}

function packed(name: string, shown: readonly Shown[]): Uint8Array {
  const kept = shown.flatMap(({ path, content }) => (content ? [{ path, content }] : []))
  return writeArchive(name, kept, new Date(0))
}

function shownFile(file: ArchiveFile, name: string, depth: number): Shown {
  if (isSchemaFile(file.path)) return shownSchema(file, name, readSchema(file.content))
  return NESTED_ARCHIVE.test(file.path) ? shownArchive(file, name, depth) : { ...file, notices: [], missing: [] }
}

function shownSchema({ path, content }: ArchiveFile, name: string, reading: SchemaReading): Shown {
  if (reading.kind === 'closed') return { path, content, notices: [], missing: [] }
  if (reading.kind === 'unreadable') return { path, content, notices: [], missing: [], unreadable: reading.problem }
  const { rest, reference } = reading
  if (!rest) return { path, notices: [unchecked(name, path, reference)], missing: [] }
  return {
    path,
    content: rest.content,
    notices: rest.addresses.map((address) => partlyChecked(name, path, address)),
    missing: missingIn(path, content, rest),
  }
}

function unchecked(name: string, path: string, reference: string): string {
  return `${name}: ${path} refers to ${quoted(reference)}, which is not fetched, so values were not checked against it.`
}

function partlyChecked(name: string, path: string, address: string): string {
  return `${name}: ${path} refers to ${quoted(address)}, which is not fetched, so values were not checked against that part. Helm fetches it at every install, and fails if it can't.`
}

function quoted(reference: string): string {
  return JSON.stringify(reference.slice(0, MAX_SHOWN))
}

function missingIn(path: string, content: Uint8Array, { missing }: SchemaRest) {
  const lines = Buffer.from(content).toString().split('\n')
  return [...missing].map(([mark, reference]): [string, MissingReference] => {
    const line = lines.findIndex((one) => one.includes(JSON.stringify(reference))) + 1
    return [mark, { path, reference: reference.slice(0, MAX_SHOWN), ...(line > 0 && { line }) }]
  })
}

/** An archive in `charts/`, with the schemas in it as Helm may see them. */
function shownArchive({ path, content }: ArchiveFile, name: string, depth: number): Shown {
  const nothing = { path, content, notices: [], missing: [] }
  if (depth === 0) return { ...nothing, unreadable: 'is an archive that is nested too deep' }
  try {
    const files = readArchive(content)
    const shown = files.map((file) => shownFile(file, name, depth - 1))
    const unreadable = shown.find((one) => one.unreadable !== undefined)?.unreadable
    const isSame = shown.every((one, index) => one.content === files[index]?.content)
    return {
      path,
      content: isSame ? content : packed('chart', shown),
      notices: shown.flatMap(({ notices }) => notices),
      missing: shown.flatMap(({ missing }) => missing.map(([mark, one]) => [mark, { ...one, path }] as const)),
      ...(unreadable !== undefined && { unreadable }),
    }
  } catch {
    return { ...nothing, unreadable: "is an archive that can't be read" }
  }
}
