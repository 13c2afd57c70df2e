import { dirname, join, relative } from 'node:path'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { SharedFiles } from '../../ports/files.ts'
import { type DirectoryAddress, OWN_FOLDER } from './address.ts'

/** The folder of an index on this machine. */
export interface FolderLocation {
  /** As the user meant it, absolute. */
  readonly folder: string
  /** Where it is, with links followed; `undefined` if it is not there yet. Fails with `INDEX_UNREACHABLE`. */
  find(): Promise<string | undefined>
  /** The same, made if it is missing and may be made, with our own folder in it. */
  make(): Promise<string>
  /** Why nothing can be written there. Changes nothing. */
  requireRight(): Promise<void>
}

/**
 * A relative folder stays below the workspace, also by the links in it: what is checked out there may be anybody's. An
 * absolute one is the user's own word; it has to be there, since a share that is not mounted looks like an empty folder.
 */
export function openLocation(address: DirectoryAddress, files: SharedFiles, workspace: string): FolderLocation {
  const folder = address.isAbsolute ? address.path : join(workspace, address.path)

  async function find(): Promise<string | undefined> {
    const nearest = await nearestOf(folder)
    const there = nearest === folder
    const real = (await files.realPath(nearest)) ?? nearest
    if ((await files.kind(real)) !== 'folder') throw unreachable(`${nearest} is no folder`)
    if (address.isAbsolute) {
      if (there) return real
      throw unreachable(`${folder} is not there`, 'Make the folder once, or mount the share before this step.')
    }
    const inside = relative((await files.realPath(workspace)) ?? workspace, real)
    if (inside.startsWith('..')) throw unreachable(`${folder} leads out of the workspace, to ${real}`)
    return there ? real : undefined
  }

  /** The deepest part of the path that is there; a link that leads nowhere is there. */
  async function nearestOf(path: string): Promise<string> {
    if ((await files.kind(path)) !== undefined || dirname(path) === path) return path
    return nearestOf(dirname(path))
  }

  async function requireOwn(real: string): Promise<void> {
    const own = join(real, OWN_FOLDER)
    const kind = await files.kind(own)
    if (kind !== undefined && kind !== 'folder') throw unreachable(`${own} is no folder, and is to hold what is staged`)
    if (kind === 'folder' && !(await files.isWritable(own))) throw unreachable(`${own} can't be written`)
  }

  return {
    folder,
    find,
    async make() {
      if ((await find()) === undefined) await files.makeFolder(folder)
      const real = await find()
      if (real === undefined) throw unreachable(`${folder} was made and is gone again`)
      await requireOwn(real)
      await files.makeFolder(join(real, OWN_FOLDER))
      return real
    },
    async requireRight() {
      const real = await find()
      const writable = real ?? (await nearestOf(folder))
      if (!(await files.isWritable(writable))) throw unreachable(`${writable} can't be written by the runner's user`)
      if (real !== undefined) await requireOwn(real)
    },
  }
}

/** Failures of the file system, told as what they mean here. */
export async function reached<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const known = asReleaseError(error)
    if (known.code !== 'BUG_UNEXPECTED' || error instanceof ReleaseError) throw known
    throw unreachable(`${what}: ${known.message}`)
  }
}

function unreachable(what: string, hint = 'The folder must be one that the user of the runner can read and write.') {
  return new ReleaseError('INDEX_UNREACHABLE', what, { hint })
}
