import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { archiveUrl } from '../../index-file/write/release.ts'
import type { ChartRef, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { archiveNames, keyOf, MAX_ARCHIVE_BYTES, type NamedFiles } from '../index/release-files.ts'
import { INDEX, INDEX_SIGNATURE, type IndexState, isSame, pendingName, readState } from '../index/state.ts'
import type { IndexStore, Publication } from '../index/store.ts'
import type { TargetContext } from '../target.ts'
import { type DirectoryAddress, OWN_FOLDER } from './address.ts'
import { createGuard } from './guard.ts'
import { openLocation, reached } from './location.ts'
import { nameIn, openFolderReader } from './reader.ts'
import { openStaging } from './staging.ts'

/** Whoever holds the lock renames some files: that takes no minute, also on a slow share. */
const LOCK_WAIT_MS = 120_000
/** How often a run makes its index before it has the lock; then it is made under it, so that it gets through. */
const MAX_RACES = 5

type Context = Pick<TargetContext, 'files' | 'clock' | 'journal' | 'processes' | 'environment' | 'indexSigner'> & {
  readonly facts: Pick<TargetContext['facts'], 'workspace'>
}

type Prepare = Parameters<IndexStore['publish']>[0]

/** Made before the lock is taken: a signature takes seconds, and others wait for the lock. */
interface Ready {
  readonly seen: IndexState
  readonly publication: Publication
}

/** Archives and index in a folder. What was staged is renamed to its place under a lock, the index last. */
export function openFolder(parsed: DirectoryAddress, context: Context): IndexStore {
  const { address } = parsed
  const { files, facts } = context
  const { shared } = files
  const place = openLocation(parsed, shared, facts.workspace)
  const staging = openStaging({ ...context, place, address })
  const shelf = openFolderReader(place, shared)
  const guard = createGuard({ place, shared, shelf })
  /** Names of files by version: what was staged and is not shown yet. */
  const staged = new Map<string, ReadonlySet<string>>()

  const state = () =>
    readState({ readIndex: shelf.readIndex, read: shelf.readSignature, signs: context.indexSigner !== undefined })
  const isIdle = ({ index, signature }: Publication) => staged.size === 0 && !index && !signature

  async function stage(ref: ChartRef, more: NamedFiles, chart?: PackagedChart): Promise<void> {
    const { archive } = archiveNames(ref)
    const content = more.get(archive)
    await guard.requireFree([...more.keys()])
    if (content) await isThere(archive, content)
    if (chart) await guard.requireOwnBeside(chart, more)
    await reached(`${place.folder} could not be written`, () => staging.put(named(more)))
    staged.set(keyOf(ref), new Set([...(staged.get(keyOf(ref)) ?? []), ...more.keys()]))
  }

  async function readStaged(file: string): Promise<Uint8Array> {
    return reached(`${file} could not be read back`, async () => {
      const bytes = await staging.read(file, MAX_ARCHIVE_BYTES)
      if (bytes) return bytes
      throw new Error(`it was staged in ${place.folder}, and is gone`)
    })
  }

  /** Whether consumers can get exactly this already; fails if they get something else. */
  async function isThere(archive: string, content: Uint8Array): Promise<boolean> {
    const there = await shelf.read(archive)
    if (there && !Buffer.from(there).equals(content)) throw occupied(join(place.folder, archive))
    return there !== undefined
  }

  /** Of one version, in the order in which they are shown. */
  async function toShow(ref: ChartRef, isAdded: boolean): Promise<readonly string[]> {
    const { archive } = archiveNames(ref)
    const own = staged.get(keyOf(ref)) ?? new Set<string>()
    const content = own.has(archive) ? await readStaged(archive) : undefined
    if (isAdded && !content && !(await shelf.has(archive))) throw missingArchive(place.folder, archive)
    const wanted: string[] = []
    for (const file of own) {
      if (file === archive) {
        if (content && !(await isThere(archive, content))) wanted.push(file)
        // Where somebody else was first with a version that this run made as well, what is there stays.
      } else if (isAdded || !content || !(await shelf.has(file))) wanted.push(file)
    }
    return wanted
  }

  async function show({ added, kept, keys, ...written }: Publication): Promise<void> {
    const wanted: string[] = []
    for (const ref of added) wanted.push(...(await toShow(ref, true)))
    for (const ref of kept) wanted.push(...(await toShow(ref, false)))
    for (const [file, content] of keys) {
      if (await shelf.has(file)) continue
      await staging.put(new Map([[nameIn(file), content]]))
      wanted.push(file)
    }
    await guard.requireFree([...wanted, INDEX, INDEX_SIGNATURE])
    for (const file of wanted) await guard.requireReplaceable(file, () => readStaged(file))
    for (const file of wanted) await staging.show(file)
    await showIndex(written)
  }

  /** Whoever dies in between leaves the signature of the index that is there, under one name or the other. */
  async function showIndex({ index, signature }: Pick<Publication, 'index' | 'signature'>): Promise<void> {
    if (index && signature) await showFile(pendingName(index), signature)
    if (index) await showFile(INDEX, index)
    if (!signature) return
    await showFile(INDEX_SIGNATURE, signature)
    // Only who has the lock writes any: what is left is of the dead.
    await staging.withdraw(await guard.pendingSignatures())
  }

  async function showFile(file: string, content: Uint8Array): Promise<void> {
    await staging.put(new Map([[file, content]]))
    await staging.show(file)
  }

  /** False if somebody wrote the index after `ready` was made from what was `seen`. */
  async function showUnderLock(prepare: Prepare, ready?: Ready): Promise<boolean> {
    return reached(`${place.folder} could not be published to`, async () => {
      const lock = join(await place.make(), OWN_FOLDER, 'lock')
      return shared.locked(lock, LOCK_WAIT_MS, async () => {
        const now = await state()
        if (ready && !isSame(ready.seen, now)) return false
        await show(ready?.publication ?? (await prepare(now)))
        await staging.clear()
        return true
      })
    })
  }

  return {
    address,
    hides: 'unlisted',
    url: parsed.url ?? pathToFileURL(place.folder).href,
    // A folder of the workspace ends with the job: a later step publishes it.
    site: parsed.isAbsolute ? parsed.url : undefined,
    indexName: shelf.indexName,
    unloadable: parsed.unloadable,
    archiveUrl: (ref) => archiveUrl(ref, { kind: 'beside' }),
    async preflight(refs) {
      const { environment, processes } = context
      try {
        await reached(`${place.folder} can't be published to`, () => place.requireRight())
        const names = [INDEX, INDEX_SIGNATURE, ...refs.flatMap((ref) => Object.values(archiveNames(ref)))]
        const obstacles = await guard.obstacles(names)
        if (obstacles.length > 0) return obstacles
        await processes.run('flock', ['--version'], { env: { PATH: environment.PATH ?? '' } })
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
    readIndex: () => shelf.readIndex(),
    readState: state,
    readSignature: () => shelf.readSignature(),
    removal: guard.removal,
    stage,
    async read(ref, file) {
      const own = staged.get(keyOf(ref))
      if (own?.has(file)) return readStaged(file)
      // What this run packaged itself has nothing but what it staged.
      return own?.has(archiveNames(ref).archive) ? undefined : shelf.read(file)
    },
    readBeside: (file) => shelf.read(file),
    has: (_, file) => shelf.has(file),
    async publish(prepare) {
      for (let race = 1; ; race += 1) {
        const ready = race <= MAX_RACES ? await readyFrom(prepare, await state()) : undefined
        if (ready && isIdle(ready.publication)) return
        if (await showUnderLock(prepare, ready)) break
      }
      staged.clear()
    },
  }
}

async function readyFrom(prepare: Prepare, seen: IndexState): Promise<Ready> {
  return { seen, publication: await prepare(seen) }
}

function named(files: NamedFiles): NamedFiles {
  return new Map([...files].map(([file, content]) => [nameIn(file), content]))
}

function occupied(path: string): ReleaseError {
  return new ReleaseError('CONFLICT_TAG_TAKEN', `${path} holds other content than this run made.`, {
    hint: 'No index names it, and somebody may still download it: raise the version in Chart.yaml, or delete the file.',
  })
}

function missingArchive(folder: string, archive: string): ReleaseError {
  return new ReleaseError(
    'INDEX_ENTRY_LOST',
    `${archive} was published in ${folder}, and is gone there while this run works.`,
    {
      hint: 'Something else changes the folder; find out what, and run again.',
    },
  )
}
