import { createHash } from 'node:crypto'
import type { Source } from '../../index-file/scan/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { createTreePaths, type TreePaths } from '../../model/git/tree-paths.ts'
import type { SideClone, TreeEntry } from '../../ports/git.ts'
import { pathOccupied } from '../index/occupied.ts'

/** Far over what any consumer of an index reads. */
const MAX_INDEX_BYTES = 256 * 1024 * 1024
const MOVE_AWAY =
  'Rename or remove it on the branch, or name another folder in the target, such as pages://gh-pages/helm.'

/** The newest state of a branch; without a commit if there is no such branch. */
export interface BranchHead {
  readonly commit: ObjectId | undefined
  /** Its files by path. */
  readonly files: ReadonlyMap<string, TreeEntry>
  readonly paths: TreePaths
}

/** Fetches the branch: names of files, and not what they hold. Fails with `INDEX_UNREACHABLE`. */
export async function readBranchHead(clone: SideClone, branch: string): Promise<BranchHead> {
  return reached(`The branch ${branch} could not be read`, async () => {
    const commit = await clone.fetchTip(`refs/heads/${branch}`, { contents: false })
    const files = commit === undefined ? [] : await clone.tree(commit)
    return { commit, files: new Map(files.map((file) => [file.path, file])), paths: createTreePaths(files) }
  })
}

/** A file of the branch; `undefined` if there is none. Fails with `INDEX_UNREACHABLE`, `FILE_TOO_LARGE`. */
export async function readFile(
  clone: SideClone,
  { files }: BranchHead,
  { path, maxBytes = MAX_INDEX_BYTES }: { readonly path: string; readonly maxBytes?: number },
): Promise<Uint8Array | undefined> {
  const entry = files.get(path)
  if (!entry) return undefined
  const found = await reached(`${path} could not be read`, () => clone.blobs([entry.object], maxBytes))
  const bytes = found.get(entry.object)
  if (bytes) return bytes
  throw new ReleaseError('FILE_TOO_LARGE', `${path} on the branch holds more than the ${maxBytes} bytes that are read.`)
}

/** Fails with `PATH_OCCUPIED` if a file at this path would replace something that is not a plain file. */
export function requireFree({ paths }: Pick<BranchHead, 'paths'>, path: string, name: string): void {
  const obstacle = paths.obstacleTo(path)
  if (obstacle)
    throw pathOccupied(`${obstacle.path} on the branch ${obstacle.what}`, `${name} can't be written`, MOVE_AWAY)
}

/** The index. Fails with `PATH_OCCUPIED` if something else stands there: to read that as absent would begin a new one. */
export async function readSource(
  clone: SideClone,
  tip: BranchHead,
  path: string,
  name: string,
): Promise<Source | undefined> {
  requireFree(tip, path, name)
  const bytes = await readFile(clone, tip, { path })
  return bytes && { bytes, file: name }
}

/** Whether a file of the branch holds exactly this, told by its id alone: contents may not be here. */
export function holds(entry: TreeEntry, content: Uint8Array): boolean {
  const hash = createHash(entry.object.length === 40 ? 'sha1' : 'sha256')
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex') === entry.object
}

/** Git's failures to reach origin, told as what they mean here. */
export async function reached<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ReleaseError) || !/^GIT_(?:FAILED|DENIED)$/.test(error.code)) throw error
    throw new ReleaseError('INDEX_UNREACHABLE', `${what}: ${error.message}`, { hint: error.hint, cause: error })
  }
}
