import { digestOf } from '../../chart/archive/digest.ts'
import type { IndexedChart } from '../../index-file/index-file.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { FetchedChart } from '../../model/target.ts'
import type { TargetContext } from '../target.ts'
import { archiveNames, MAX_ARCHIVE_BYTES } from './release-files.ts'
import type { IndexStore } from './store.ts'

const MAX_REDIRECTS = 5

interface Wanted {
  readonly ref: ChartRef
  readonly digest: Digest
  /** What the index says of it, where it is published. */
  readonly entry: IndexedChart | undefined
}

type Context = Pick<TargetContext, 'newHttp'>

/**
 * A chart as a consumer gets it. Fails with `INDEX_ARCHIVE_MISSING` and `REGISTRY_DIGEST_MISMATCH`, and as the store and the
 * network do.
 */
export async function fetchBeside(store: IndexStore, context: Context, wanted: Wanted): Promise<FetchedChart> {
  const { ref, digest, entry } = wanted
  const archive = await archiveOf(store, context, wanted)
  const found = digestOf(archive)
  if (found !== digest) throw otherBytes(store, ref, { found, digest })
  const provenance = await store.read(ref, archiveNames(ref).provenance)
  const { fingerprint, revision, created } = entry ?? {}
  return {
    ...{ digest, archive, archiveDigest: digest },
    ...(provenance && { provenance }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(revision !== undefined && { revision }),
    ...(created && { created }),
  }
}

/** Where a store says what it holds without giving it: whether that is what the index lists. */
export async function checkDigest(store: IndexStore, ref: ChartRef, { digest }: IndexedChart): Promise<void> {
  if (digest === undefined || !store.digestOf) return
  const found = await store.digestOf(ref, archiveNames(ref).archive)
  if (found !== undefined && found !== digest) throw otherBytes(store, ref, { found, digest })
}

function otherBytes(
  { url }: Pick<IndexStore, 'url'>,
  { name, version }: ChartRef,
  { found, digest }: { readonly found: Digest; readonly digest: Digest },
): ReleaseError {
  const what = `${url} gives ${found} for the archive of ${name} ${version}, which is to be ${digest}`
  return new ReleaseError('REGISTRY_DIGEST_MISMATCH', what, {
    hint: 'Somebody replaced it. Find out who, delete it, and run again: what git packages is put in its place if it is what was published.',
  })
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
  const { url, isOurs } = placeOf(store, ref, entry)
  const archive = isOurs ? await store.read(ref, archiveNames(ref).archive) : await downloaded(context, url, store.url)
  if (archive) return archive
  throw archiveMissing(store, ref, { url, digest: entry?.digest })
}

/** Where the archive of a version is: where the index says, else where this store puts it. */
function placeOf(store: Pick<IndexStore, 'url' | 'archiveUrl'>, ref: ChartRef, entry: IndexedChart | undefined) {
  const [named] = entry?.urls ?? []
  const own = new URL(store.archiveUrl(ref), `${store.url}/`)
  const base = `${store.url}/`
  const url = named !== undefined && URL.canParse(named, base) ? new URL(named, base) : own
  return { url, isOurs: url.href === own.href }
}

/** Whether an entry leads to a place of this store, and nothing is there. */
export async function isMissing(store: IndexStore, ref: ChartRef, entry: IndexedChart): Promise<boolean> {
  return placeOf(store, ref, entry).isOurs && !(await store.has(ref, archiveNames(ref).archive))
}

/** The same for a version that this run would restore with other bytes than the index lists. */
export function unrestorable(
  store: IndexStore,
  { name, version, digest: made }: PackagedChart,
  entry: IndexedChart,
): ReleaseError {
  const { url } = placeOf(store, { name, version }, entry)
  return archiveMissing(store, { name, version }, { url, digest: entry.digest, made })
}

interface Missing {
  readonly url: URL
  readonly digest: Digest | undefined
  /** What this run packaged instead. */
  readonly made?: Digest
}

function archiveMissing(
  { indexName }: Pick<IndexStore, 'indexName'>,
  { name, version }: ChartRef,
  { url, digest, made }: Missing,
): ReleaseError {
  const other = made ? `, and git packages ${made}, so that it can't be restored` : ''
  const what = `${indexName} lists ${name} ${version} with ${digest ?? 'no digest'}, and its archive is missing at ${url.href}${other}.`
  return new ReleaseError('INDEX_ARCHIVE_MISSING', what, {
    hint: `Put a copy of the archive with that digest back there. Without one, remove the entry from ${indexName} and raise \`version\` in Chart.yaml: a version is never published with other content.`,
  })
}

async function downloaded(
  { newHttp }: Context,
  { href, protocol }: URL,
  index: string,
): Promise<Uint8Array | undefined> {
  if (!/^https?:$/.test(protocol)) {
    throw new ReleaseError('INDEX_UNREACHABLE', `The index leads to ${href}, which is not downloaded from here`)
  }
  // An index on the network leads into no private one, unless it is there itself; one in a folder is the user's own word.
  const named = /^https?:/.test(index) && { namedBy: index }
  const request = { method: 'GET', url: href, redirects: MAX_REDIRECTS, maxBytes: MAX_ARCHIVE_BYTES, ...named } as const
  const { status, body } = await newHttp().send(request)
  if (status === 200) return body
  if (status === 404 || status === 410) return undefined
  throw new ReleaseError('INDEX_UNREACHABLE', `${href} answers ${status}`)
}
