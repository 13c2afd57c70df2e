import { digestOf } from '../../chart/archive/digest.ts'
import type { Digest, ObjectId } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import { archiveName, HANDOVER_FILE, type Handover, isSameRun, type WorkflowRun } from './handover.ts'
import { invalid, readPackage } from './packages.ts'

/** A handover names packages and holds findings; this is far over both. */
const MAX_BYTES = 64 * 1024 * 1024

export interface Expected {
  readonly folder: string
  /** As the output of the build job said. */
  readonly digest: Digest
  readonly run: WorkflowRun
  /** The commit that is checked out. */
  readonly head: ObjectId
}

/**
 * Reads what the build job handed over, once everything about it was checked: its digest, its form, that it is of this run and
 * this commit, the digest of each package, and that there is nothing else. Fails with `HANDOVER_INVALID`.
 */
export async function openHandover(files: Pick<Files, 'shared'>, expected: Expected): Promise<Handover> {
  const { folder, digest, run, head } = expected
  const bytes = await files.shared.read(`${folder}/${HANDOVER_FILE}`, MAX_BYTES).catch((error: unknown) => {
    throw invalid(`${HANDOVER_FILE} can't be read: ${asReleaseError(error).message}`, error)
  })
  if (bytes === undefined) throw invalid(`${HANDOVER_FILE} is not there.`)
  const found = digestOf(bytes)
  if (found !== digest) throw invalid(`${HANDOVER_FILE} is ${found}, and the build job said ${digest}.`)
  // Loaded late: runs of their own hand nothing over, and the schema library is not small.
  const { readHandoverJson } = await import('./format.ts')
  const handover = readHandoverJson(bytes)
  if (!isSameRun(handover.run, run)) throw invalid(`it is of another run (${handover.run.runId.slice(0, 40)}).`)
  if (handover.head !== head) throw invalid(`it is of ${handover.head}, and ${head} is checked out.`)
  await requireNothingElse(files, folder, handover)
  for (const named of handover.packages) await readPackage(files, folder, named)
  return handover
}

async function requireNothingElse(files: Pick<Files, 'shared'>, folder: string, { packages }: Handover): Promise<void> {
  const known = new Set([HANDOVER_FILE, ...packages.map(archiveName)])
  const other = (await files.shared.names(folder))?.find((name) => !known.has(name))
  if (other !== undefined) throw invalid(`${JSON.stringify(other.slice(0, 100))} belongs to no chart.`)
}
