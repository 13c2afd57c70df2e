import { digestOf } from '../chart/digest.ts'
import type { IndexedChart } from '../index-file/index-file.ts'
import type { ChartRef, Digest } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { FetchedChart } from '../model/target.ts'
import { MAX_ARCHIVE_BYTES, namesOf } from './beside.ts'
import type { IndexStore } from './index-store.ts'
import type { TargetContext } from './target.ts'

const MAX_REDIRECTS = 5

interface Wanted {
  readonly ref: ChartRef
  readonly digest: Digest
  /** What the index says of it, where it is published. */
  readonly entry: IndexedChart | undefined
}

type Context = Pick<TargetContext, 'newHttp'>

/**
 * A chart as a consumer gets it. Fails with `REGISTRY_NOT_FOUND` and `REGISTRY_DIGEST_MISMATCH`, and as the store and the
 * network do.
 */
export async function fetchBeside(store: IndexStore, context: Context, wanted: Wanted): Promise<FetchedChart> {
  const { ref, digest, entry } = wanted
  const archive = await archiveOf(store, context, wanted)
  const found = digestOf(archive)
  if (found !== digest) {
    throw new ReleaseError(
      'REGISTRY_DIGEST_MISMATCH',
      `${store.url} gives ${found} for the archive of ${ref.name} ${ref.version}, which is to be ${digest}`,
    )
  }
  const provenance = await store.read(ref, namesOf(ref).provenance)
  const { fingerprint, revision, created } = entry ?? {}
  return {
    ...{ digest, archive, archiveDigest: digest },
    ...(provenance && { provenance }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(revision !== undefined && { revision }),
    ...(created && { created }),
  }
}

/** For an entry that names none, as hand-made ones do. */
export async function archiveDigest(
  store: IndexStore,
  context: Context,
  wanted: Omit<Wanted, 'digest'>,
): Promise<Digest> {
  return digestOf(await archiveOf(store, context, wanted))
}

/** Where the index leads elsewhere, that is what consumers download. */
async function archiveOf(
  store: IndexStore,
  context: Context,
  { ref, entry }: Omit<Wanted, 'digest'>,
): Promise<Uint8Array> {
  const [named] = entry?.urls ?? []
  const own = new URL(store.archiveUrl(ref), `${store.url}/`).href
  const url =
    named !== undefined && URL.canParse(named, `${store.url}/`) ? new URL(named, `${store.url}/`) : new URL(own)
  const isOurs = url.href === own
  const archive = isOurs ? await store.read(ref, namesOf(ref).archive) : await downloaded(context, url, store.url)
  if (archive) return archive
  throw new ReleaseError('REGISTRY_NOT_FOUND', `The archive of ${ref.name} ${ref.version} is not at ${url.href}`)
}

async function downloaded(
  { newHttp }: Context,
  { href, protocol }: URL,
  index: string,
): Promise<Uint8Array | undefined> {
  if (!/^https?:$/.test(protocol)) {
    throw new ReleaseError('REGISTRY_NOT_FOUND', `The index leads to ${href}, which is not downloaded from here`)
  }
  // An index on the network leads into no private one, unless it is there itself; one in a folder is the user's own word.
  const named = /^https?:/.test(index) && { namedBy: index }
  const request = { method: 'GET', url: href, redirects: MAX_REDIRECTS, maxBytes: MAX_ARCHIVE_BYTES, ...named } as const
  const { status, body } = await newHttp().send(request)
  if (status === 200) return body
  throw new ReleaseError('REGISTRY_NOT_FOUND', `${href} answers ${status}`)
}
