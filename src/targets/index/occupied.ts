import { isDigest } from '../../chart/archive/digest.ts'
import type { ChartRef, Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { withoutCase } from '../../model/git/tree-paths.ts'
import { member } from '../../model/json.ts'
import { archiveNames, type NamedFiles } from './release-files.ts'
import { signedDigest } from './state.ts'

/** Nothing that this action did not write is replaced or deleted, wherever it stands: it is named, and the run stops. */
export function pathOccupied(found: string, consequence: string, wayOut: string): ReleaseError {
  return new ReleaseError('PATH_OCCUPIED', `${found}, so ${consequence}: what this action did not write stays.`, {
    hint: wayOut,
  })
}

/** How a place shows a file to consumers, and how it is named in messages. */
export interface Neighbours {
  read(file: string): Promise<Uint8Array | undefined>
  nameOf(file: string): string
  removal(file: string): string
}

/**
 * Before the index names a version, only a run of ours that died has seen its archive: provenance or a signature of exactly
 * these bytes is ours, and anything else under those names is not. `files` are those that are to be stored. Fails with
 * `PATH_OCCUPIED`.
 */
export async function requireOwnBeside(chart: Archive, files: NamedFiles, neighbours: Neighbours): Promise<void> {
  const file = await foreignBeside(chart, files, neighbours)
  if (file !== undefined) throw notOurs(neighbours.nameOf(file), neighbours.removal(file))
}

/** The same as a question. */
export async function isOwnBeside(chart: Archive, files: NamedFiles, neighbours: Neighbours): Promise<boolean> {
  return (await foreignBeside(chart, files, neighbours)) === undefined
}

type Archive = ChartRef & { readonly digest: Digest }

async function foreignBeside(chart: Archive, files: NamedFiles, { read }: Neighbours): Promise<string | undefined> {
  const { provenance, signature, attestation } = archiveNames(chart)
  for (const file of [provenance, signature, attestation]) {
    const [there, ours] = [await read(file), files.get(file)]
    const isOurs = there && (archiveNamedIn(there) === chart.digest || (ours && Buffer.from(there).equals(ours)))
    if (there && !isOurs) return file
  }
  return undefined
}

/** Whether `ours` may be written in the place of `there`: both are about the same archive. */
export function isReplaceable(there: Uint8Array, ours: Uint8Array): boolean {
  const archive = archiveNamedIn(ours)
  return Buffer.from(there).equals(ours) || (archive !== undefined && archive === archiveNamedIn(there))
}

export function notOurs(name: string, removal: string): ReleaseError {
  return pathOccupied(
    `${name} is there and is not about the archive of this release`,
    'it is not replaced',
    `Find out who put it there. If nobody needs it, remove it and run again: ${removal}`,
  )
}

/** The archive that provenance (as Helm writes it), a signature or an attestation says it is about. */
function archiveNamedIn(content: Uint8Array): Digest | undefined {
  const signed = signedDigest(content) ?? attestedArchive(content)
  if (signed) return signed
  // Provenance names it in its last part, after a Chart.yaml that may name others.
  const digest = Buffer.from(content)
    .toString('latin1')
    .match(/sha256:[0-9a-f]{64}/g)
    ?.at(-1)
  return isDigest(digest) ? digest : undefined
}

/** An attestation of ours names the archive last, after the manifests that hold it. */
function attestedArchive(bundle: Uint8Array): Digest | undefined {
  try {
    const envelope = member(JSON.parse(Buffer.from(bundle).toString()), 'dsseEnvelope')
    const statement: unknown = JSON.parse(Buffer.from(String(member(envelope, 'payload')), 'base64').toString())
    const subjects = member(statement, 'subject')
    const last: unknown = Array.isArray(subjects) ? subjects.at(-1) : undefined
    const digest = `sha256:${member(member(last, 'digest'), 'sha256')}`
    return isDigest(digest) ? digest : undefined
  } catch {
    return undefined
  }
}

/** Charts of one run whose archives would have the same name on a file system that ignores case. */
export function spellingProblems(refs: readonly ChartRef[]): readonly ReleaseError[] {
  const byName = new Map<string, string>()
  return refs.flatMap((ref) => {
    const { archive } = archiveNames(ref)
    const other = byName.get(withoutCase(archive))
    byName.set(withoutCase(archive), archive)
    if (other === undefined || other === archive) return []
    return [
      pathOccupied(
        `${archive} differs from ${other} only by case`,
        'they cannot both be published',
        'Rename one of the two charts: many file systems cannot hold both files.',
      ),
    ]
  })
}
