import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { asReleaseError, diskFull, ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import { codeOf, reasonOf } from '../file-error.ts'
import { unusable } from '../runner/runner-paths.ts'
import { createSharedFiles } from './shared-files.ts'

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024

/** Files of this machine. Temporary folders are made below `root` (RUNNER_TEMP); `removeTemporary` deletes them all. */
export function createFiles(root: string = tmpdir()): Files & { removeTemporary(): Promise<void> } {
  const folders: string[] = []
  return {
    async temporaryFolder(name) {
      const folder = await makeTemporary(root, name).catch((error: unknown) => {
        throw unusable('RUNNER_TEMP', root, error)
      })
      folders.push(folder)
      return folder
    },
    read,
    readIfPresent,
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    write,
    list: (path) => readdir(path).then((names) => names.sort()),
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true, mode: 0o700 })
    },
    rename,
    remove: (path) => rm(path, { recursive: true, force: true }),
    shared: createSharedFiles(),
    async removeTemporary() {
      // A child may write once more while it is being killed.
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })))
    },
  }
}

async function makeTemporary(root: string, name: string): Promise<string> {
  await mkdir(root, { recursive: true })
  return mkdtemp(join(root, `release-charts-${name}-`))
}

async function read(path: string, maxBytes?: number): Promise<Uint8Array> {
  const content = await readIfPresent(path, maxBytes)
  if (content === undefined) throw unreadable(path, 'there is no such file')
  return content
}

async function readIfPresent(path: string, maxBytes = DEFAULT_MAX_BYTES): Promise<Uint8Array | undefined> {
  try {
    return await readPlainFile(path, maxBytes)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error instanceof ReleaseError ? error : unreadable(path, reasonOf(error), error)
  }
}

/** A pipe would block, and a device may have no end. */
async function readPlainFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (found.isDirectory()) throw unreadable(path, 'it is a folder')
    if (!found.isFile()) throw unreadable(path, 'it is not a file')
    if (found.size > maxBytes) {
      throw new ReleaseError('FILE_TOO_LARGE', `${path} holds ${found.size} bytes; at most ${maxBytes} are read.`, {
        hint: 'Check that it is the file that was meant, or make it smaller.',
      })
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function unreadable(path: string, why: string, cause?: unknown): ReleaseError {
  return new ReleaseError('FILE_UNREADABLE', `${path} cannot be read: ${why}.`, {
    hint: 'Put a plain file there that the user of the runner may read, or name another one.',
    cause,
  })
}

/** Written next to its place and renamed, so that a reader never sees a partial file. */
async function write(path: string, content: Uint8Array | string, { executable = false } = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = `${path}.${randomUUID()}.part`
  await writeFile(partial, content, { mode: executable ? 0o700 : 0o600 }).catch((error: unknown) => {
    // Node does not say which file it was.
    throw asReleaseError(error).code === 'DISK_FULL' ? diskFull(`${path} cannot be written`, error) : error
  })
  await rename(partial, path)
}

/** Whether the error means that there is no such file. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
}

/** A file's content as text. Fails with `FILE_UNREADABLE` if it is not UTF-8. */
export function asText(path: string, content: Uint8Array | undefined): string | undefined {
  if (content === undefined || isUtf8(content)) return content && Buffer.from(content).toString()
  throw unreadable(path, 'it is not UTF-8 text')
}
