import type { ChartRef, Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { pathOccupied } from '../index/occupied.ts'
import { archiveNames } from '../index/release-files.ts'

/** A release under the tag of a version that neither has its archive nor was made by this action. */
export function foreignRelease(tag: string, ref: ChartRef): ReleaseError {
  return pathOccupied(
    `The release ${tag} is there without ${archiveNames(ref).archive}, and this action did not make it`,
    'it is not added to',
    `Find out who made it. If nobody needs it, delete it and run again; its git tag stays: gh release delete ${tag}. If it is of something else, give charts tags of their own with \`tag-template\`.`,
  )
}

interface Digests {
  readonly found: Digest
  readonly made: Digest
}

/** The release holds the version with other content than this run made. */
export function versionTaken(tag: string, { name, version }: ChartRef, { found, made }: Digests): ReleaseError {
  const what = `The release ${tag} holds ${name} ${version} with ${found}, and this run made ${made}`
  return new ReleaseError('CONFLICT_TAG_TAKEN', what, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}

/** A release of ours that lost its archive, and this run has other bytes. */
export function archiveLost(tag: string, ref: ChartRef, { found, made }: Partial<Digests>): ReleaseError {
  const other = made ? `, and git packages ${made}, so that it can't be restored` : ''
  const what = `The release ${tag} is to hold ${ref.name} ${ref.version} with ${found}, and ${archiveNames(ref).archive} is missing there${other}.`
  return new ReleaseError('INDEX_ARCHIVE_MISSING', what, {
    hint: 'Upload a copy of the archive with that digest again. Without one, raise `version` in Chart.yaml: a version is never published with other content.',
  })
}

export function otherBytes(tag: string, ref: ChartRef, found: Digest, wanted: Digest): ReleaseError {
  const { archive } = archiveNames(ref)
  const what = `The release ${tag} gives ${found} for ${archive}, which is to be ${wanted}`
  return new ReleaseError('REGISTRY_DIGEST_MISMATCH', what, {
    hint: `Somebody replaced it. Find out who, delete it, and run again: what git packages is put in its place if it is what was published. gh release delete-asset ${tag} ${archive}`,
  })
}
