import { constants } from 'node:fs'
import { access, chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import type { SharedFiles } from '../../ports/files.ts'
import { codeOf } from '../file-error.ts'
import { locked } from './lock.ts'

/** Files in folders that others use as well: modes follow the umask, and written files are on the disk. */
export function createSharedFiles(): SharedFiles {
  return {
    kind: (path) => lstat(path).then(kindOf, absent),
    names: (folder) => readdir(folder).catch(absent),
    realPath: (path) => realpath(path).catch(absent),
    isWritable: (folder) =>
      access(folder, constants.W_OK | constants.X_OK).then(
        () => true,
        () => false,
      ),
    async makeFolder(path) {
      await mkdir(path, { recursive: true })
    },
    makePrivateFolder: (prefix) => mkdtemp(prefix),
    read,
    write,
    replace,
    flush,
    locked,
  }
}

function kindOf(found: Awaited<ReturnType<typeof lstat>>): 'file' | 'folder' | 'other' {
  if (found.isFile()) return 'file'
  return found.isDirectory() ? 'folder' : 'other'
}

/** Only this means absence: a file in place of a folder does not, nor does a missing permission. */
function absent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function read(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  // A link may lead anywhere, and a pipe would block.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(absent)
  if (!file) return undefined
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new Error(`${path} is no file`)
    if (found.size > maxBytes) {
      throw new ReleaseError('FILE_TOO_LARGE', `${path} holds ${found.size} bytes; at most ${maxBytes} are read.`)
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function replace(from: string, to: string): Promise<void> {
  const there = await lstat(to).catch(absent)
  if (there && !there.isFile()) throw notPlain(to)
  // Keep the mode: someone chose who may read the file.
  if (there) await chmod(from, there.mode & 0o777)
  await rename(from, to)
  await flush(dirname(to))
}

/** A rename would silently replace a link. */
function notPlain(path: string): ReleaseError {
  return new ReleaseError('PATH_OCCUPIED', `${path} is not a plain file, so it is not replaced.`, {
    hint: 'Find out who put it there, move it out of the way, and run again.',
  })
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems, mostly network ones, can't do that for folders.
    if (!['EINVAL', 'ENOTSUP', 'EBADF', 'EPERM'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}
