import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { archiveUrl } from '../../index-file/release.ts'
import type { ChartRef } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { keyOf, MAX_ARCHIVE_BYTES, type NamedFiles, namesOf } from '../beside.ts'
import type { IndexStore, Publication } from '../index-store.ts'
import type { TargetContext } from '../target.ts'
import { type DirectoryAddress, OWN_FOLDER } from './address.ts'
import { openPlace, reached } from './place.ts'
import { INDEX, nameIn, openShelf } from './shelf.ts'
import { openStaging } from './staging.ts'

/** Whoever holds the lock renames some files: that takes no minute, also on a slow share. */
const LOCK_WAIT_MS = 120_000

type Context = Pick<TargetContext, 'files' | 'clock' | 'journal' | 'processes' | 'environment'> & {
  readonly facts: Pick<TargetContext['facts'], 'workspace'>
}

/** Archives and index in a folder. What was staged is renamed to its place under a lock, the index last. */
export function openFolder(parsed: DirectoryAddress, context: Context): IndexStore {
  const { address } = parsed
  const { files, facts } = context
  const { shared } = files
  const place = openPlace(parsed, shared, facts.workspace)
  const staging = openStaging({ ...context, place, address })
  const shelf = openShelf(place, shared)
  /** Names of files by version: what was staged and is not shown yet. */
  const staged = new Map<string, ReadonlySet<string>>()

  async function stage(ref: ChartRef, more: NamedFiles): Promise<void> {
    const { archive } = namesOf(ref)
    const content = more.get(archive)
    if (content) await isThere(archive, content)
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

  /** Whether consumers can get exactly this already; fails where they get something else. */
  async function isThere(archive: string, content: Uint8Array): Promise<boolean> {
    const there = await shelf.read(archive)
    if (there && !Buffer.from(there).equals(content)) throw occupied(join(place.folder, archive))
    return there !== undefined
  }

  /** Of one version, in the order in which they are shown. */
  async function toShow(ref: ChartRef, isAdded: boolean): Promise<readonly string[]> {
    const { archive } = namesOf(ref)
    const own = staged.get(keyOf(ref)) ?? new Set<string>()
    const content = own.has(archive) ? await readStaged(archive) : undefined
    if (isAdded && !content && !(await shelf.has(archive))) throw missing(place.folder, archive)
    const wanted: string[] = []
    for (const file of own) {
      if (file === archive) {
        if (content && !(await isThere(archive, content))) wanted.push(file)
        // Where somebody else was first with a version that this run made as well, what is there stays.
      } else if (isAdded || !content || !(await shelf.has(file))) wanted.push(file)
    }
    return wanted
  }

  async function show({ index, added, kept, keys }: Publication): Promise<void> {
    const wanted: string[] = []
    for (const ref of added) wanted.push(...(await toShow(ref, true)))
    for (const ref of kept) wanted.push(...(await toShow(ref, false)))
    for (const [file, content] of keys) {
      if (await shelf.has(file)) continue
      await staging.put(new Map([[nameIn(file), content]]))
      wanted.push(file)
    }
    for (const file of wanted) await staging.show(file)
    if (index) {
      await staging.put(new Map([[INDEX, index]]))
      await staging.show(INDEX)
    }
  }

  return {
    address,
    hides: 'unlisted',
    url: parsed.url ?? pathToFileURL(place.folder).href,
    indexName: shelf.indexName,
    archiveUrl: (ref) => archiveUrl(ref, { kind: 'beside' }),
    async preflight() {
      const { environment, processes } = context
      try {
        await reached(`${place.folder} can't be published to`, () => place.requireRight())
        await processes.run('flock', ['--version'], { env: { PATH: environment.PATH ?? '' } })
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
    readIndex: () => shelf.readIndex(),
    stage,
    async read(ref, file) {
      const own = staged.get(keyOf(ref))
      if (own?.has(file)) return readStaged(file)
      // What this run packaged itself has nothing but what it staged.
      return own?.has(namesOf(ref).archive) ? undefined : shelf.read(file)
    },
    has: (_, file) => shelf.has(file),
    async publish(prepare) {
      if (staged.size === 0 && !prepare(await shelf.readIndex()).index) return
      await reached(`${place.folder} could not be published to`, async () => {
        const lock = join(await place.make(), OWN_FOLDER, 'lock')
        await shared.locked(lock, LOCK_WAIT_MS, async () => {
          await show(prepare(await shelf.readIndex()))
          await staging.clear()
        })
      })
      staged.clear()
    },
  }
}

function named(files: NamedFiles): NamedFiles {
  return new Map([...files].map(([file, content]) => [nameIn(file), content]))
}

function occupied(path: string): ReleaseError {
  return new ReleaseError('CONFLICT_TAG_TAKEN', `${path} holds other content than this run made.`, {
    hint: 'No index names it, and somebody may still download it: raise the version in Chart.yaml, or delete the file.',
  })
}

function missing(folder: string, archive: string): ReleaseError {
  return new ReleaseError(
    'INDEX_ENTRY_LOST',
    `${archive} was published in ${folder}, and is gone there while this run works.`,
    {
      hint: 'Something else changes the folder; find out what, and run again.',
    },
  )
}
