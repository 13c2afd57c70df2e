import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { asReleaseError, diskFull, ReleaseError } from '../../model/errors.ts'
import type { Workspace } from '../../ports/files.ts'
import type { Journal } from '../../ports/process.ts'
import { codeOf, reasonOf } from '../file-error.ts'
import { isMissing } from './files.ts'

/**
 * The checked-out folder: paths that settings name are read and written without leaving it. `folder` is where it is, from
 * the workspace of the job.
 */
export function createWorkspace(root: string, journal: Journal, folder = ''): Workspace {
  return {
    folder,
    read: (path, maxBytes) => read(root, path, maxBytes).catch(rethrow(path, 'cannot be read')),
    makeFolder: (folder) =>
      journal.effect(`folder ${folder}`, () =>
        makeFolder(root, folder).then(() => undefined, rethrow(folder, 'cannot be made')),
      ),
    async write(folder, name, content) {
      const shown = `${folder}/${name}`
      const place = await makeFolder(root, folder).catch(rethrow(folder, 'cannot be made'))
      await journal
        .effect(`file ${shown}`, () => replace(place, name, content, shown))
        .catch(rethrow(shown, 'cannot be written'))
    },
  }
}

async function read(root: string, path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  const [top, real] = await Promise.all([realpath(root), realpath(join(root, path)).catch(absent)])
  if (real === undefined) return undefined
  const inside = relative(top, real)
  if (inside === '' || inside.split(sep)[0] === '..' || inside.split(sep)[0] === '.git') {
    throw pathRefused(path, 'leads out of the files of the repository')
  }
  // A pipe would block forever.
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size } = await file
      .stat()
      .then((stats) => (stats.isFile() ? stats : Promise.reject(pathRefused(path, 'is no file'))))
    if (size > maxBytes) throw pathRefused(path, `holds ${size} bytes; at most ${maxBytes} are read`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Each folder on the way must be a folder, not a link to one: written files stay in the repository. */
async function makeFolder(root: string, folder: string): Promise<string> {
  let place = await realpath(root)
  for (const segment of folder.split('/')) {
    place = join(place, segment)
    const found = await lstat(place).catch(absent)
    if (found === undefined) await mkdir(place)
    else if (!found.isDirectory()) throw pathRefused(folder, `is no folder of its own, at "${segment}"`)
  }
  return place
}

/** Written next to its place and renamed; a link in its place is not followed. */
async function replace(place: string, name: string, content: Uint8Array, shown: string): Promise<void> {
  const path = join(place, name)
  const found = await lstat(path).catch(absent)
  if (found !== undefined && !found.isFile()) throw pathRefused(shown, 'stands there already and is no file')
  const partial = join(place, `.${randomUUID()}.part`)
  try {
    await writeFile(partial, content, { flag: 'wx' })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw asReleaseError(error).code === 'DISK_FULL' ? diskFull(`${shown} cannot be written`, error) : error
  }
}

/** Rethrows a system error, in words. */
function rethrow(path: string, what: string): (error: unknown) => never {
  return (error) => {
    const isOurs = codeOf(error) === undefined || error instanceof ReleaseError
    if (isOurs || asReleaseError(error).code === 'DISK_FULL') throw asReleaseError(error)
    throw pathRefused(path, `${what}: ${reasonOf(error)}`)
  }
}

function absent(error: unknown): undefined {
  if (isMissing(error)) return undefined
  throw error
}

function pathRefused(path: string, what: string): ReleaseError {
  return new ReleaseError('WORKSPACE_PATH_REFUSED', `${path} ${what}.`, {
    hint: 'Name a plain file or folder of the repository, or take the link away.',
    at: { file: path },
  })
}
