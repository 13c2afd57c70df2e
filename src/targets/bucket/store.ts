import { digestOf } from '../../chart/archive/digest.ts'
import { MAX_INDEX_BYTES } from '../../index-file/scan/guard.ts'
import type { Source } from '../../index-file/scan/source.ts'
import { archiveUrl } from '../../index-file/write/release.ts'
import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Clock } from '../../ports/process.ts'
import { isOwnBeside, type Neighbours, requireOwnBeside } from '../index/occupied.ts'
import { archiveNames, MAX_ARCHIVE_BYTES, type NamedFiles } from '../index/release-files.ts'
import { INDEX, INDEX_SIGNATURE, MAX_SIGNATURE_BYTES, readState } from '../index/state.ts'
import type { IndexStore } from '../index/store.ts'
import { createFolders, folderOf } from './archive-folders.ts'
import { type Bucket, type BucketPlace, keyIn, removalOf } from './bucket.ts'
import { bucketProblems } from './preflight.ts'
import { createIfAbsent, publishIndex, writeBeside } from './write.ts'

export interface StoreContext {
  readonly writer: () => Promise<Bucket>
  /** Shares no connection with the writer. */
  readonly reader: () => Promise<Bucket>
  readonly clock: Clock
  /** Whether indexes are signed. */
  readonly signs: boolean
}

/** A repository under a prefix of a bucket: archives and signatures at their last place at once, the index when it is time. */
export function createBucketStore(repository: BucketPlace, { writer, reader, clock, signs }: StoreContext): IndexStore {
  const url = repository.url ?? repository.name
  const indexName = `${repository.name}/${INDEX}`
  const base = repository.absoluteUrls ? `${url}/` : ''
  const folders = createFolders(base)
  const keyOf = (ref: ChartRef, file: string) => keyIn(repository, folders.of(ref) + file)

  async function readSource(): Promise<Source | undefined> {
    const there = await (await reader()).get(keyIn(repository, INDEX), MAX_INDEX_BYTES)
    return there && { bytes: there.bytes, file: indexName }
  }

  async function readBeside(file: string): Promise<Uint8Array | undefined> {
    return (await (await reader()).get(keyIn(repository, file), MAX_SIGNATURE_BYTES))?.bytes
  }

  async function read(ref: ChartRef, file: string): Promise<Uint8Array | undefined> {
    return (await (await reader()).get(keyOf(ref, file), MAX_ARCHIVE_BYTES))?.bytes
  }

  /**
   * If its name, or one beside it, is taken by other bytes, which no index lists, it goes into a folder of its own: the index
   * decides which of them consumers find. What the index lists already has its place.
   */
  async function storeArchive(ref: ChartRef, bytes: Uint8Array, files: NamedFiles): Promise<void> {
    const digest = digestOf(bytes)
    const chart = { name: ref.name, version: ref.version, digest }
    const bucket = await writer()
    const listed = folders.of(ref)
    for (const folder of listed === '' ? ['', folderOf(digest)] : [listed]) {
      const file = folder + archiveNames(ref).archive
      const neighbours = neighboursIn(bucket, folder)
      if (folder === '' && !(await isOwnBeside(chart, files, neighbours))) continue
      await requireOwnBeside(chart, files, neighbours)
      const written = await createIfAbsent({ bucket, place: repository, clock }, file, bytes)
      const there = written === 'taken' ? await bucket.get(keyIn(repository, file), MAX_ARCHIVE_BYTES) : { bytes }
      if (!there || digestOf(there.bytes) !== digest) continue
      folders.place(ref, folder)
      return
    }
    throw swappedArchive(`${repository.name}/${folderOf(digest)}${archiveNames(ref).archive}`)
  }

  const neighboursIn = (bucket: Bucket, folder: string): Neighbours => ({
    read: async (file) => (await bucket.get(keyIn(repository, folder + file), MAX_ARCHIVE_BYTES))?.bytes,
    nameOf: (file) => `${repository.name}/${folder}${file}`,
    removal: (file) => removalOf(repository, folder + file),
  })

  async function stage(ref: ChartRef, files: NamedFiles): Promise<void> {
    const { archive } = archiveNames(ref)
    const own = files.get(archive)
    if (own) await storeArchive(ref, own, files)
    const bucket = await writer()
    for (const [file, bytes] of files) {
      if (file !== archive) await writeBeside({ bucket, place: repository, clock }, folders.of(ref) + file, bytes)
    }
  }

  return {
    address: repository.address,
    // Who guesses the name of an archive can read it before the index lists it.
    hides: 'unlisted',
    url,
    site: repository.url,
    indexName,
    unloadable: repository.unloadable,
    archiveUrl: (ref) => base + folders.of(ref) + archiveUrl(ref, { kind: 'beside' }),
    async preflight() {
      try {
        await readSource()
        return await bucketProblems({ place: repository, clock, bucket: await writer() })
      } catch (thrown) {
        if (thrown instanceof ReleaseError && thrown.kind !== 'bug') return [thrown]
        throw thrown
      }
    },
    async readIndex() {
      const source = await readSource()
      folders.seen(source)
      return source
    },
    readState: () => readState({ readIndex: readSource, read: readBeside, signs }),
    readSignature: () => readBeside(INDEX_SIGNATURE),
    removal: (file, ref) => removalOf(repository, (ref ? folders.of(ref) : '') + file),
    stage,
    read,
    readBeside: async (file) => (await (await reader()).get(keyIn(repository, file), MAX_ARCHIVE_BYTES))?.bytes,
    has: async (ref, file) => (await reader()).has(keyOf(ref, file)),
    async publish(prepare) {
      await publishIndex({ bucket: await writer(), place: repository, clock, signs }, { indexName, prepare })
    },
  }
}

function swappedArchive(place: string): ReleaseError {
  return new ReleaseError('REGISTRY_DIGEST_MISMATCH', `${place} holds other bytes than its folder says`, {
    hint: 'Somebody replaced it. Find out who, delete it, and run again.',
  })
}
