import { mapConcurrent } from '../../../model/async/concurrency.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { StoredBundle } from '../../../model/signature.ts'
import { getBlob } from '../artifacts/blobs.ts'
import { type Descriptor, isBundle, readManifest } from '../artifacts/manifest-reader.ts'
import { getManifest } from '../artifacts/manifests.ts'
import { ANY_BUNDLE, COSIGN_SIGN_PREDICATE } from '../artifacts/media-types.ts'
import type { RegistryClient } from '../transport/client.ts'
import { PREDICATE_TYPE } from './bundle-manifest.ts'
import type { Referrers, ReferrersReader, SubjectPlace } from './referrers.ts'

// A chart has one or two, and anybody who may push can add any number: what is beyond is passed over, never an error.
const MAX_BUNDLES = 1_000
/** Read one after the other to find one of ours. A chart has one or two; what is beyond only makes a run look closer. */
const MAX_SEARCHED = 50
const MAX_ALL_BYTES = 64 * 1024 * 1024
/** The verifier takes none that is larger. */
export const MAX_BUNDLE_BYTES = 256 * 1024
const AT_ONCE = 16
const CREATED = 'org.opencontainers.image.created'

export interface BundlesWanted {
  /** Referrers that this run stored: they are read first, however many others there are. */
  readonly own: ReadonlySet<Digest>
  readonly warn: (text: string) => void
}

/**
 * The bundles that refer to the subject, whoever made them, as far as they are read. As consumers do, what has not the form
 * of a bundle is passed over, and so is what is listed but gone. Fails as `getBlob` for bytes with a wrong digest.
 */
export async function readBundles(
  client: RegistryClient,
  reader: ReferrersReader,
  place: SubjectPlace,
  { own, warn }: BundlesWanted,
): Promise<readonly StoredBundle[]> {
  const listed = await reader.list(place)
  const all = mostWantedFirst(listed, own)
  const read = all.slice(0, MAX_BUNDLES)
  const skipped = all.length - read.length
  if (skipped > 0 || listed.isCut) {
    const more = listed.isCut ? 'more than ' : ''
    warn(
      `${client.host} lists ${more}${all.length} signature bundles of ${place.repository}@${place.digest}; the first ${read.length} are read. Somebody floods the list: delete what is not yours.`,
    )
  }
  const budget = { bytes: MAX_ALL_BYTES }
  const found = await mapConcurrent(read, AT_ONCE, (digest) => readBundle(client, place, digest, budget))
  return found.filter((bundle) => bundle !== undefined)
}

/** The first bundle that is accepted, signatures first and the newest of them first; no more are read than that takes. */
export async function findBundle(
  client: RegistryClient,
  place: SubjectPlace,
  listed: Referrers,
  accepts: (bundle: StoredBundle) => Promise<boolean>,
): Promise<StoredBundle | undefined> {
  const budget = { bytes: MAX_ALL_BYTES }
  for (const digest of mostWantedFirst(listed, new Set()).slice(0, MAX_SEARCHED)) {
    const bundle = await readBundle(client, place, digest, budget)
    if (bundle && (await accepts(bundle))) return bundle
  }
  return undefined
}

/** Ours, then signatures, then statements of other kinds; the newest of each first. */
function mostWantedFirst({ manifests, isCut }: Referrers, own: ReadonlySet<Digest>): readonly Digest[] {
  const bundles = manifests.filter(isBundle).map((one) => ({ ...one, rank: rankOf(one, own) }))
  bundles.sort((a, b) => a.rank - b.rank || (createdOf(a) < createdOf(b) ? 1 : -1))
  // What was cut off may be ours, and what this run stored it knows by its digest.
  return [...new Set([...(isCut ? own : []), ...bundles.map(({ digest }) => digest)])]
}

function rankOf(entry: Descriptor, own: ReadonlySet<Digest>): number {
  if (own.has(entry.digest)) return 0
  return isSignature(entry) ? 1 : 2
}

/** Whether a bundle may be a signature, by what its entry says; some registries list referrers without their annotations. */
export function isSignature({ annotations }: Descriptor): boolean {
  const type = annotations[PREDICATE_TYPE]
  return type === undefined || type === COSIGN_SIGN_PREDICATE
}

function createdOf({ annotations }: Descriptor): string {
  return annotations[CREATED] ?? ''
}

async function readBundle(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
  reference: Digest,
  budget: { bytes: number },
): Promise<StoredBundle | undefined> {
  const delivered = await getManifest(client, { repository, reference })
  const manifest = delivered && readManifest(delivered.bytes)
  const [layer, second] = manifest?.layers ?? []
  if (manifest?.subject?.digest !== digest || !layer?.mediaType.startsWith(ANY_BUNDLE) || second) return undefined
  if (layer.size > Math.min(MAX_BUNDLE_BYTES, budget.bytes)) return undefined
  budget.bytes -= layer.size
  const json = await readBlobIfSound(client, repository, layer, MAX_BUNDLE_BYTES)
  return json && { json, predicateType: manifest.annotations[PREDICATE_TYPE] ?? '' }
}

/**
 * A blob that somebody's manifest names; `undefined` when it is gone, too large, or of another size than the manifest says:
 * whoever may push can write such a manifest, and it must not hide the others. A wrong digest still is an error.
 */
export async function readBlobIfSound(
  client: RegistryClient,
  repository: string,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (size > maxBytes) return undefined
  const bytes = await getBlob(client, repository, { digest, size: -1 }, maxBytes).catch(noneIfUnusable)
  return bytes?.length === size ? bytes : undefined
}

function noneIfUnusable(thrown: unknown): undefined {
  if (thrown instanceof ReleaseError && ['REGISTRY_NOT_FOUND', 'REMOTE_TOO_LARGE'].includes(thrown.code))
    return undefined
  throw thrown
}
