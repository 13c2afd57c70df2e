import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { asReleaseError, diskFull, ReleaseError } from '../model/errors.ts'
import { codeOf } from './file-error.ts'
import type { Files } from './platform.ts'
import { createSharedFiles } from './shared-files.ts'

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024

/**
 * Files of this machine. Temporary folders are made below `root` (RUNNER_TEMP); `removeTemporary` deletes them all,
 * `removeTemporaryNow` does so at the end of a process that was told to stop.
 */
export function createFiles(
  root: string = tmpdir(),
): Files & { removeTemporary(): Promise<void>; removeTemporaryNow(): void } {
  const folders: string[] = []
  return {
    async temporaryFolder(name) {
      await mkdir(root, { recursive: true })
      const folder = await mkdtemp(join(root, `release-charts-${name}-`))
      folders.push(folder)
      return folder
    },
    read,
    readIfPresent: (path, maxBytes) =>
      read(path, maxBytes).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      }),
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
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
    },
    removeTemporaryNow() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function read(path: string, maxBytes = DEFAULT_MAX_BYTES): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > maxBytes) {
      throw new ReleaseError('FILE_TOO_LARGE', `${path} holds ${size} bytes; at most ${maxBytes} are read.`)
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Written beside its place and renamed, so that a reader never sees half a file. */
async function write(path: string, content: Uint8Array | string, { executable = false } = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = `${path}.${randomUUID()}.part`
  await writeFile(partial, content, { mode: executable ? 0o700 : 0o600 }).catch((error: unknown) => {
    // Node does not say which file it was.
    throw asReleaseError(error).code === 'DISK_FULL' ? diskFull(`${path} cannot be written`, error) : error
  })
  await rename(partial, path)
}

/** Whether the system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
}
