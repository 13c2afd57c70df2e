import { posix } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Git, TreeEntry } from '../../ports/git.ts'
import { readTree } from './tree.ts'

const FILE = /^100/
const LINK = '120000'

/**
 * A file of a commit, also through links that stay inside the repository; `undefined` if the commit has no such file. Fails
 * with `WORKSPACE_PATH_REFUSED` for anything else at that path, and for a file that is too long.
 */
export async function readFileAt(
  git: Pick<Git, 'tree' | 'blobs'>,
  commit: ObjectId,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const entry = await entryAt(git, commit, posix.normalize(path))
  if (entry === undefined) return undefined
  const content = (await git.blobs([entry.object], maxBytes)).get(entry.object)
  if (content === undefined) throw pathRefused(path, `is longer than the ${maxBytes} bytes that are read`)
  return content
}

async function entryAt(
  git: Pick<Git, 'tree' | 'blobs'>,
  commit: ObjectId,
  path: string,
): Promise<TreeEntry | undefined> {
  const entries = await git.tree(commit)
  const isOnTheWay = ({ path: other }: TreeEntry) => path === other || path.startsWith(`${other}/`)
  const met = entries.find(isOnTheWay)
  if (met === undefined) {
    if (entries.some((entry) => entry.path.startsWith(`${path}/`))) throw pathRefused(path, 'is not a file')
    return undefined
  }
  if (met.mode === LINK) return linked(git, commit, path)
  if (!FILE.test(met.mode)) throw pathRefused(path, 'is in a submodule')
  // A file where a folder is needed.
  return met.path === path ? met : undefined
}

async function linked(git: Pick<Git, 'tree' | 'blobs'>, commit: ObjectId, path: string): Promise<TreeEntry> {
  const tree = await readTree(git, commit)
  const end = endOf(() => tree.follow(path))
  if (end === undefined || !('file' in end)) throw pathRefused(path, 'leads out of the files of the repository')
  return end.file
}

function endOf<T>(follow: () => T): T | undefined {
  try {
    return follow()
  } catch (error) {
    if (error instanceof ReleaseError) return undefined
    throw error
  }
}

function pathRefused(path: string, what: string): ReleaseError {
  return new ReleaseError('WORKSPACE_PATH_REFUSED', `${path} ${what}.`, {
    hint: 'Name a plain file of the repository, or take the link away.',
    at: { file: path },
  })
}
