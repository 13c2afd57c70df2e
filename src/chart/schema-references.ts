import { type ArchiveFile, writeArchive } from './archive.ts'

const SCHEMA = /(^|\/)values\.schema\.json$/
const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', '$recursiveRef', '$schema'])
/** Helm holds these itself. */
const DRAFT = /^https?:\/\/json-schema\.org\//
const MAX_DEPTH = 200

export interface Lintable {
  readonly archive: Uint8Array
  /** A sentence for each schema that was left out. */
  readonly notices: readonly string[]
}

/**
 * The archive, which holds `files`, for `helm lint`, which loads whatever a values.schema.json refers to: other files of the
 * machine, any address, private ones among them. A schema that refers to something outside itself is left out, and said so.
 */
export function lintable(
  { name, archive }: { readonly name: string; readonly archive: Uint8Array },
  files: readonly ArchiveFile[],
): Lintable {
  const far = files.flatMap((file) => {
    const reference = SCHEMA.test(file.path) ? referenceIn(file) : undefined
    return reference === undefined ? [] : [{ path: file.path, reference }]
  })
  if (far.length === 0) return { archive, notices: [] }
  const kept = files.filter(({ path }) => !far.some((one) => one.path === path))
  return {
    archive: writeArchive(name, kept, new Date(0)),
    notices: far.map(
      ({ path, reference }) =>
        `${name}: ${path} refers to ${JSON.stringify(reference.slice(0, 200))}, which is not fetched, so values were not checked against it.`,
    ),
  }
}

function referenceIn({ content }: ArchiveFile): string | undefined {
  try {
    return outside(
      JSON.parse(
        Buffer.from(content)
          .toString()
          .replace(/^\ufeff/, ''),
      ),
      MAX_DEPTH,
    )
  } catch {
    // No JSON: Helm says so in its own words.
    return undefined
  }
}

/** The first reference that leaves the document, or what is nested too deep to know. */
function outside(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === 0) return 'something nested too deep'
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && REFERENCES.has(key) && !inner.startsWith('#') && !DRAFT.test(inner)) return inner
    const found = outside(inner, depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}
