import { join } from 'node:path'
import type { ChartRef, Digest } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import { withoutCase } from '../../model/git/tree-paths.ts'
import type { SharedFiles } from '../../ports/files.ts'
import { isReplaceable, notOurs, pathOccupied, requireOwnBeside } from '../index/occupied.ts'
import type { NamedFiles } from '../index/release-files.ts'
import { digestInPendingName, signedDigest } from '../index/state.ts'
import { type FolderLocation, reached } from './location.ts'
import type { FolderReader } from './reader.ts'

/** Keeps what others put into the folder. */
export interface Guard {
  /** What to type to remove a file of the folder. */
  removal(file: string): string
  /**
   * What stands in the place of these files and is not a plain file, or has a name that differs only by case: a file system
   * that ignores case takes that for the same file, and any other can't be copied to such a one. Each is named once.
   */
  obstacles(files: readonly string[]): Promise<readonly ReleaseError[]>
  /** Fails with the first of these obstacles. */
  requireFree(files: readonly string[]): Promise<void>
  /** See `requireOwnBeside` of all targets. */
  requireOwnBeside(chart: ChartRef & { readonly digest: Digest }, files: NamedFiles): Promise<void>
  /** Fails with `PATH_OCCUPIED` if what a file would replace is not about the same archive. */
  requireReplaceable(file: string, readOurs: () => Promise<Uint8Array>): Promise<void>
  /** Signatures of indexes that are on their way. By its content each is for the index that its name is bound to; other files of such names stay. */
  pendingSignatures(): Promise<readonly string[]>
}

interface Context {
  readonly place: FolderLocation
  readonly shared: Pick<SharedFiles, 'names' | 'kind'>
  readonly shelf: FolderReader
}

const MOVE_AWAY = 'Rename or remove it, or name another folder in the target.'

export function createGuard({ place, shared, shelf }: Context): Guard {
  const nameOf = (file: string) => join(place.folder, file)
  const removal = (file: string) => `rm ${nameOf(file)}`

  async function obstacleTo(file: string, names: ReadonlyMap<string, string>): Promise<ReleaseError | undefined> {
    const folder = await place.find()
    const spelled = names.get(withoutCase(file))
    if (folder === undefined || spelled === undefined) return undefined
    if (spelled !== file) {
      return pathOccupied(`${nameOf(spelled)} differs from ${file} only by case`, `${file} is not written`, MOVE_AWAY)
    }
    const kind = await shared.kind(join(folder, file))
    if (kind === 'file' || kind === undefined) return undefined
    const what = kind === 'folder' ? 'a folder' : 'a link or something else that is not a plain file'
    return pathOccupied(`${nameOf(file)} is ${what}`, 'no file can be written there', MOVE_AWAY)
  }

  async function obstacles(files: readonly string[]): Promise<readonly ReleaseError[]> {
    return reached(`${place.folder} could not be read`, async () => {
      const all = await shelf.names()
      // The exact spelling wins: then the file is there already.
      const names = new Map(
        [...all, ...files.filter((file) => all.includes(file))].map((name) => [withoutCase(name), name]),
      )
      const found = await Promise.all([...new Set(files)].map((file) => obstacleTo(file, names)))
      return found.filter((problem) => problem !== undefined)
    })
  }

  return {
    removal,
    obstacles,
    async requireFree(files) {
      const [problem] = await obstacles(files)
      if (problem) throw problem
    },
    requireOwnBeside: (chart, files) => requireOwnBeside(chart, files, { read: shelf.read, nameOf, removal }),
    async requireReplaceable(file, readOurs) {
      const there = await shelf.read(file)
      if (there && !isReplaceable(there, await readOurs())) throw notOurs(nameOf(file), removal(file))
    },
    async pendingSignatures() {
      const candidates = (await shelf.names()).map((file) => [file, digestInPendingName(file)] as const)
      const found: string[] = []
      for (const [file, digest] of candidates) {
        const there = digest && (await shelf.readSignature(file).catch(() => undefined))
        if (there && signedDigest(there) === digest) found.push(file)
      }
      return found
    },
  }
}
