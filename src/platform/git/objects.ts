import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { createTreePaths } from '../../model/git/tree-paths.ts'
import type { TreeEntry } from '../../ports/git.ts'
import type { GitCall, GitCommand } from './command.ts'

const DEFAULT_MAX_BLOB = 16 * 1024 * 1024
/** The bot account of commits made by workflows. */
/** The author of this action's commits. */
export const BOT = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

export async function readTree(git: GitCommand, commit: ObjectId): Promise<readonly TreeEntry[]> {
  const { stdout } = await git(['ls-tree', '-r', '-z', '--full-tree', commit])
  return nulSeparated(stdout).map((line) => {
    // `<mode> SP <type> SP <object> TAB <path>`; a path may contain anything but NUL.
    const tab = line.indexOf('\t')
    const [mode = '', , object = ''] = line.slice(0, tab).split(' ')
    return { mode, object, path: line.slice(tab + 1) }
  })
}

export async function readSizes(git: GitCommand, objects: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, number>> {
  if (objects.length === 0) return new Map()
  const input = `${objects.join('\n')}\n`
  const { stdout } = await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], fetching(input))
  const lines = Buffer.from(stdout).toString().trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [object = '', size = ''] = line.split(' ')
      // `<object> missing`
      if (!/^\d+$/.test(size)) throw noBlob(object, size)
      return [object, Number(size)]
    }),
  )
}

export async function readBlobs(
  git: GitCommand,
  objects: readonly ObjectId[],
  maxBytesEach = DEFAULT_MAX_BLOB,
): Promise<ReadonlyMap<ObjectId, Uint8Array>> {
  const sizes = await readSizes(git, [...new Set(objects)])
  const wanted = [...sizes].flatMap(([object, size]) => (size <= maxBytesEach ? [object] : []))
  if (wanted.length === 0) return new Map()
  const { stdout } = await git(['cat-file', '--batch'], fetching(`${wanted.join('\n')}\n`))
  return splitBatch(stdout)
}

/** In a clone without blobs (`filter: blob:none`) git fetches the requested ones. */
function fetching(input: string): GitCall {
  return { input, remote: true }
}

/** `<object> SP <type> SP <size> LF <content> LF`, see https://git-scm.com/docs/git-cat-file#_batch_output. */
function splitBatch(output: Uint8Array): ReadonlyMap<ObjectId, Uint8Array> {
  const bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength)
  const blobs = new Map<ObjectId, Uint8Array>()
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    const [object = '', type, size] = bytes.toString('utf8', at, end).split(' ')
    if (type !== 'blob') throw noBlob(object, type)
    blobs.set(object, bytes.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return blobs
}

function noBlob(object: string, said: string | undefined): ReleaseError {
  return new ReleaseError('GIT_FAILED', `git has no blob ${object} (it says ${said}).`)
}

/**
 * Writes blobs through an index of their own, so that the conversions of `.gitattributes` (line endings, LFS) happen as
 * on any checkout. The work tree given to git is the empty folder: attributes come from the index alone.
 */
export async function checkOutFiles(
  git: GitCommand,
  files: readonly { readonly path: string; readonly object: ObjectId }[],
  folder: string,
  scratch: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const env = { GIT_INDEX_FILE: join(scratch, 'index'), GIT_WORK_TREE: folder }
  const input = files.map(({ path, object }) => `100644 ${object}\t${path}\0`).join('')
  await git(['update-index', '-z', '--index-info'], { input, env })
  // Filters such as LFS may fetch missing content, so they get the server's credentials.
  await git(['checkout-index', '--all', '--force', `--prefix=${folder}/`], { env, remote: true })
}

export interface CommitDraft {
  readonly parent: ObjectId
  /** Path from the repository root to the complete new text. */
  readonly files: ReadonlyMap<string, string>
  readonly message: string
  readonly at: Date
}

/** Makes a commit without touching index or work tree; the mode of a replaced file stays. */
export async function writeCommit(git: GitCommand, draft: CommitDraft, scratch: string): Promise<ObjectId> {
  const paths = [...draft.files.keys()]
  const there = await readTree(git, draft.parent)
  requirePlaces(there, paths)
  const objects = await writeBlobs(git, [...draft.files.values()], scratch)
  const modes = new Map(there.map((entry) => [entry.path, entry.mode]))
  const env = { GIT_INDEX_FILE: join(scratch, 'index') }
  await git(['read-tree', draft.parent], { env })
  const input = paths.map((path, index) => `${modes.get(path) ?? '100644'} ${objects[index]}\t${path}\0`).join('')
  await git(['update-index', '-z', '--index-info'], { input, env })
  const tree = text((await git(['write-tree'], { env })).stdout)
  const call = { input: draft.message, env: signature(draft.at) }
  return text((await git(['commit-tree', tree, '-p', draft.parent, '-F', '-'], call)).stdout)
}

/**
 * `git update-index` silently replaces whatever is in the way of a path: a link, a submodule, a file in place of a
 * folder, a whole folder. So each writer of trees checks here first, whoever has checked before. Fails with
 * `PATH_OCCUPIED`.
 */
export function requirePlaces(there: readonly TreeEntry[], paths: Iterable<string>): void {
  const tree = createTreePaths(there)
  for (const path of paths) {
    const obstacle = tree.obstacleTo(path)
    if (obstacle === undefined) continue
    throw new ReleaseError('PATH_OCCUPIED', `${path} can't be written: ${obstacle.path} ${obstacle.what}.`, {
      hint: 'What this action did not write is not replaced. Rename or remove it, and run again.',
    })
  }
}

/** Stores contents as they are; returns their ids in the given order. */
export async function writeBlobs(
  git: GitCommand,
  contents: readonly (string | Uint8Array)[],
  scratch: string,
): Promise<readonly ObjectId[]> {
  if (contents.length === 0) return []
  const drafts = contents.map((_, index) => join(scratch, `draft-${index}`))
  await Promise.all(contents.map((content, index) => writeFile(drafts[index] ?? '', content)))
  const { stdout } = await git(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    input: `${drafts.join('\n')}\n`,
  })
  return text(stdout).split('\n')
}

/** Author, committer and time, as git reads them from the environment. */
export function signature(at: Date): Record<string, string> {
  // Without the sign git reads small numbers as something else.
  const date = `@${Math.floor(at.getTime() / 1000)} +0000`
  return {
    GIT_AUTHOR_NAME: BOT.name,
    GIT_AUTHOR_EMAIL: BOT.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: BOT.name,
    GIT_COMMITTER_EMAIL: BOT.email,
    GIT_COMMITTER_DATE: date,
  }
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().trim()
}

export function nulSeparated(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString()
    .split('\0')
    .filter((part) => part !== '')
}
