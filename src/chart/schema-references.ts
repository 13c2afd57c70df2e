import { type ArchiveFile, readArchive, writeArchive } from './archive.ts'
import { isSchemaFile, readSchema, type SchemaReading } from './values-schema.ts'

/** Helm loads the charts in these, too. */
const NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i
const MAX_DEPTH = 8

export interface Lintable {
  readonly archive: Uint8Array
  /** A sentence for each thing about the package that its author should know, such as a schema that was left out. */
  readonly notices: readonly string[]
  /** What Helm must not load at all; `problem` continues a sentence that begins with the path. */
  readonly unreadable?: { readonly path: string; readonly problem: string }
}

/**
 * The archive, which holds `files`, for `helm lint`, which loads whatever a values.schema.json refers to: other files of the
 * machine, any address, private ones among them. A schema that refers to something outside itself is left out, and said so.
 * One that can't be read as every Helm reads it is a reason not to call Helm.
 */
export function lintable(
  { name, archive }: { readonly name: string; readonly archive: Uint8Array },
  files: readonly ArchiveFile[],
): Lintable {
  const readings = files.map((file) => ({ path: file.path, reading: readingOf(file, MAX_DEPTH) }))
  const unreadable = readings.flatMap(({ path, reading }) =>
    reading?.kind === 'unreadable' ? [{ path, problem: reading.problem }] : [],
  )
  const open = new Map(
    readings.flatMap(({ path, reading }) => (reading?.kind === 'open' ? [[path, reading.reference] as const] : [])),
  )
  const kept = files.filter(({ path }) => !open.has(path))
  return {
    archive: open.size === 0 ? archive : writeArchive(name, kept, new Date(0)),
    notices: [...open].map(
      ([path, reference]) =>
        `${name}: ${path} refers to ${JSON.stringify(reference.slice(0, 200))}, which is not fetched, so values were not checked against it.`,
    ),
    ...(unreadable[0] && { unreadable: unreadable[0] }),
  }
}

function readingOf({ path, content }: ArchiveFile, depth: number): SchemaReading | undefined {
  if (isSchemaFile(path)) return readSchema(content)
  return NESTED_ARCHIVE.test(path) ? nestedReading(content, depth) : undefined
}

/** The worst that an archive in `charts/` holds. */
function nestedReading(content: Uint8Array, depth: number): SchemaReading | undefined {
  if (depth === 0) return { kind: 'unreadable', problem: 'is an archive that is nested too deep' }
  try {
    const inside = readArchive(content).flatMap((file) => readingOf(file, depth - 1) ?? [])
    return inside.find(({ kind }) => kind === 'unreadable') ?? inside.find(({ kind }) => kind === 'open')
  } catch {
    return { kind: 'unreadable', problem: "is an archive that can't be read" }
  }
}
