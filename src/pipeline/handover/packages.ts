import { digestOf } from '../../chart/archive/digest.ts'
import type { BuildRequest } from '../../chart/package/build.ts'
import type { TakenArchive } from '../../chart/package/taken-archive.ts'
import type { ChartRef } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import { compareWithGit } from './differences.ts'
import type { ExpectationContext } from './expected-files.ts'
import { archiveName, type HandedPackage, type Handover } from './handover.ts'
import { notHandedOver } from './relay.ts'

const MAX_SHOWN = 5

/** Where the packages of a handover lie, and what they are compared with. */
export interface HandedOver {
  readonly folder: string
  readonly handover: Pick<Handover, 'packages' | 'failed'>
  readonly files: Pick<Files, 'shared'>
}

/**
 * Takes the package of a chart from a handover, where a run of its own would have Helm make it. It is believed only as far as it
 * was looked at: the digest is the one that was handed over, and each file is the one that git or a locked dependency has. Fails
 * with `HANDOVER_INCOMPLETE`, `HANDOVER_INVALID`, `HANDOVER_DIFFERS`, and with what failed in the build job.
 */
export async function takePackage(
  { folder, handover, files }: HandedOver,
  request: BuildRequest,
  context: ExpectationContext,
): Promise<TakenArchive> {
  const failure = handover.failed.get(request.path)
  if (failure) throw failure
  const manifest = request.sources.charts.get(request.path)?.manifest
  if (!manifest) throw request.sources.problems.get(request.path) ?? notHandedOver(`a package of ${request.path}`)
  const named = handover.packages.find((one) => isSame(one, manifest))
  if (!named) throw notHandedOver(`a package of ${manifest.name} ${manifest.version}`)
  const archive = await readPackage(files, folder, named)
  const { differences, resolved } = await compareWithGit(archive, request, context).catch((error: unknown) => {
    throw unreadable(named, asReleaseError(error))
  })
  if (differences.length > 0) throw differing(named, differences, manifest.file)
  return { archive, resolved }
}

function isSame(one: ChartRef, other: ChartRef): boolean {
  return one.name === other.name && one.version === other.version
}

/** The bytes of a package, no link followed. Fails with `HANDOVER_INVALID` if they are not those that were handed over. */
export async function readPackage(
  files: Pick<Files, 'shared'>,
  folder: string,
  named: HandedPackage,
): Promise<Uint8Array> {
  const file = archiveName(named)
  const archive = await files.shared.read(`${folder}/${file}`, named.bytes).catch((error: unknown) => {
    throw invalid(`${file} can't be read: ${asReleaseError(error).message}`, error)
  })
  if (archive === undefined) throw invalid(`${file} is not there.`)
  const digest = digestOf(archive)
  if (digest !== named.digest) throw invalid(`${file} is ${digest}, and ${named.digest} was handed over.`)
  return archive
}

/** What is wrong with a handover as a whole. */
export function invalid(what: string, cause?: unknown): ReleaseError {
  return new ReleaseError('HANDOVER_INVALID', `What the build job handed over was changed, or is not whole: ${what}`, {
    hint: 'Nothing of it was released. Find out what writes to the artifacts of this run, then run the whole workflow again.',
    cause,
  })
}

/** The chart itself, or a server that dependencies come from, may be what is wrong: that keeps its code. */
function unreadable({ name, version }: ChartRef, cause: ReleaseError): ReleaseError {
  if (!cause.code.startsWith('ARCHIVE_')) return cause
  const message = `The package of ${name} ${version} that the build job handed over can't be read: ${cause.message}`
  return new ReleaseError('HANDOVER_DIFFERS', message, { cause })
}

function differing({ name, version }: ChartRef, differences: readonly string[], file: string): ReleaseError {
  const more = differences.length - MAX_SHOWN
  const shown = `${differences.slice(0, MAX_SHOWN).join(', ')}${more > 0 ? `, and ${more} more` : ''}`
  return new ReleaseError(
    'HANDOVER_DIFFERS',
    `The package of ${name} ${version} is not what git and its locked dependencies give: ${shown}.`,
    {
      hint: 'Nothing of it was released. Filters other than Git LFS change files in a way that can’t be checked here: use the action as a step of your own workflow for such a repository.',
      at: { file },
    },
  )
}
