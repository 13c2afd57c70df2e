import type { ChartRef, Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { PROVENANCE, type StoredBundle, type StoredSignatures } from '../../model/signature.ts'
import type { Look, Published } from '../../model/target.ts'
import { isReplaceable, notOurs } from './occupied.ts'
import { archiveNames, keyOf } from './release-files.ts'
import type { IndexStore } from './store.ts'

/** A place with archives and the files that belong to them, whatever leads to it. */
export type FilesBeside = Pick<IndexStore, 'read' | 'readListed' | 'has' | 'stage' | 'removal'>

/** Stages signatures and attestations beside an archive, which is at `url`; what others put there stays. Fails with `PATH_OCCUPIED`. */
export async function attachBeside(
  store: FilesBeside,
  ref: ChartRef,
  bundles: readonly StoredBundle[],
  url: string,
): Promise<void> {
  const files = new Map(bundles.map(({ json, predicateType }) => [fileFor(ref, predicateType), json] as const))
  if (files.size < bundles.length) throw new ReleaseError('BUG_UNEXPECTED', `${keyOf(ref)} takes one bundle of a kind`)
  for (const [file, json] of files) {
    const there = await store.read(ref, file)
    const name = url + file.slice(archiveNames(ref).archive.length)
    if (there && !isReplaceable(there, json)) throw notOurs(name, store.removal(file, ref))
    if (there && Buffer.from(there).equals(json)) files.delete(file)
  }
  if (files.size > 0) await store.stage(ref, files)
}

/** Whose signature consumers find beside an archive. */
export async function signedBeside(
  store: FilesBeside,
  ref: ChartRef,
  digest: Digest,
  isOurs: Look['isOurs'],
): Promise<Published['signed']> {
  const { signature } = archiveNames(ref)
  if (!isOurs) return (await store.has(ref, signature)) ? 'some' : 'none'
  const json = await (store.readListed ?? store.read)(ref, signature)
  if (!json) return 'none'
  return (await isOurs(digest, { json, predicateType: '' })) ? 'some' : 'others'
}

/** All that is stored beside an archive: its signature, and how it was built. */
export async function signaturesBeside(store: FilesBeside, ref: ChartRef): Promise<StoredSignatures> {
  const bundles = await Promise.all(['', PROVENANCE].map((type) => storedBundle(store, ref, type)))
  return { legacy: [], bundles: bundles.filter((bundle) => bundle !== undefined) }
}

/** The name of the file that a bundle of this kind has beside an archive. */
function fileFor(ref: ChartRef, predicateType: string): string {
  const { signature, attestation } = archiveNames(ref)
  return predicateType === '' ? signature : attestation
}

async function storedBundle(
  store: FilesBeside,
  ref: ChartRef,
  predicateType: string,
): Promise<StoredBundle | undefined> {
  const json = await store.read(ref, fileFor(ref, predicateType))
  return json && { json, predicateType }
}
