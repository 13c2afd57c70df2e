import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import { cut, showInvisible, someOf } from '../../model/text.ts'
import type { SharedFiles } from '../../ports/files.ts'

interface Place {
  readonly files: Pick<SharedFiles, 'kind' | 'names' | 'realPath'>
  /** GITHUB_WORKSPACE. */
  readonly workspace: string
  /** The input; `undefined` for the workspace itself. */
  readonly path: string | undefined
}

/** How far a workspace is searched for checkouts, for a message. */
const MAX_DEPTH = 3
const MAX_FOLDERS = 2000
const MAX_NAMED = 5
/** A name that can be written into a workflow as it is. */
const ORDINARY = /^(?!\.git$)[\p{L}\p{N}._@+-]+$/u

export interface CheckoutFolder {
  /** Absolute. */
  readonly folder: string
  /** The same from the workspace; empty for the workspace itself. */
  readonly inside: string
}

/**
 * The folder of the checkout that this run is about, with all links of `path` followed. Fails with `WORKSPACE_PATH_REFUSED` if it is
 * none below the workspace, and with `GIT_NOT_A_REPOSITORY` if nothing is checked out there, naming what is elsewhere.
 */
export async function checkoutFolder(place: Place): Promise<CheckoutFolder> {
  const { files, workspace, path } = place
  const root = (await files.realPath(workspace)) ?? workspace
  const folder = path === undefined ? root : await folderBelow(place, root, path)
  const inside = posix.relative(root, folder)
  const opened = { folder: inside === '' ? workspace : folder, inside }
  if (await isCheckout(files, folder)) return opened
  const found = await checkoutsBelow(files, root)
  if (path !== undefined) {
    const isChart = (await files.kind(posix.join(folder, 'Chart.yaml')).catch(() => undefined)) !== undefined
    throw noCheckoutAt({ path, inside, isChart }, enclosing(inside, found), found)
  }
  // It may be a folder of a larger checkout: git knows.
  if (found.length === 0) return opened
  throw new ReleaseError('GIT_NOT_A_REPOSITORY', `The workspace is no git checkout, but ${named(found)} one.`, {
    hint: pathHint(found),
  })
}

/** `CHARTS_NONE`, with what else is checked out below the workspace; any other problem as it is. */
export async function withOtherCheckouts(thrown: unknown, { files, workspace, path }: Place): Promise<unknown> {
  if (!(thrown instanceof ReleaseError) || thrown.code !== 'CHARTS_NONE' || path !== undefined) return thrown
  const found = (await checkoutsBelow(files, workspace)).filter((folder) => folder !== '')
  if (found.length === 0) return thrown
  const hint = `${thrown.hint ?? ''} If they are in another checkout of the job, name its folder (${someOf(found, MAX_NAMED)}):\npath: ${found[0]}`
  return new ReleaseError(thrown.code, thrown.message, { hint, at: thrown.at, cause: thrown })
}

async function folderBelow({ files, workspace }: Place, root: string, path: string): Promise<string> {
  const real = await files.realPath(posix.resolve(workspace, path)).catch(() => undefined)
  if (real === undefined || (await files.kind(real)) !== 'folder') {
    const found = await checkoutsBelow(files, root)
    const there = found.length === 0 ? '' : `, but ${named(found)} a checkout`
    throw refused(`\`path\` names ${shown(path)}, and the workspace has no such folder${there}.`, found)
  }
  const inside = posix.relative(root, real)
  const leaves = inside === '..' || inside.startsWith('../') || posix.isAbsolute(inside)
  if (inside.split('/').includes('.git')) throw refused(`\`path\` names ${shown(path)}, which belongs to git.`, [])
  if (leaves) throw refused(`\`path\` names ${shown(path)}, which leads out of the workspace.`, [])
  return real
}

/** The folder that `path` names, and the same from the workspace. */
interface NamedFolder {
  readonly path: string
  readonly inside: string
  readonly isChart: boolean
}

function noCheckoutAt(
  { path, inside, isChart }: NamedFolder,
  outer: string | undefined,
  found: readonly string[],
): ReleaseError {
  if (outer === undefined) {
    const there = found.length === 0 ? '' : `, but ${named(found)} a checkout`
    const text = `\`path\` names ${shown(path)}, and nothing is checked out there${there}.`
    return new ReleaseError('GIT_NOT_A_REPOSITORY', text, { hint: pathHint(found) })
  }
  // Whoever means a folder of charts has found the wrong input.
  const what = outer === '' ? 'the checkout at the workspace itself' : `the checkout at ${shown(outer)}`
  const lines = [
    ...(outer === '' ? [] : [`path: ${outer}`]),
    `charts: ${posix.relative(outer, inside)}${isChart ? '' : '/*'}`,
  ]
  return new ReleaseError('GIT_NOT_A_REPOSITORY', `\`path\` names ${shown(path)}, which is a folder of ${what}.`, {
    hint: `\`path\` is for the \`path\` of actions/checkout. For the folders with charts, write instead of it:\n${lines.join('\n')}`,
  })
}

/** The innermost checkout that holds a folder: `''` for the workspace itself. */
function enclosing(folder: string, found: readonly string[]): string | undefined {
  return found.filter((one) => one === '' || folder.startsWith(`${one}/`)).toSorted((a, b) => b.length - a.length)[0]
}

function pathHint(found: readonly string[]): string {
  if (found.length === 0) return 'Put `- uses: actions/checkout@v5` before this step.'
  const [first = '', ...others] = found.map((folder) => `path: ${folder === '' ? '.' : folder}`)
  const more = others.length === 0 ? '' : ` (or ${someOf(others, MAX_NAMED)})`
  return `Give this step the \`path\` that actions/checkout has${more}:\n${first}`
}

function refused(text: string, found: readonly string[]): ReleaseError {
  const hint =
    found.length === 0 ? 'Write the `path` that actions/checkout has, as in `path: charts-repo`.' : pathHint(found)
  return new ReleaseError('WORKSPACE_PATH_REFUSED', text, { hint })
}

function named(found: readonly string[]): string {
  const names = found.map((folder) => (folder === '' ? 'the workspace itself' : shown(folder)))
  return `${someOf(names, MAX_NAMED)} ${found.length === 1 ? 'is' : 'are each'}`
}

function shown(path: string): string {
  return cut(showInvisible(path), 100)
}

/** A clone has a folder there, a work tree or a submodule a file. */
async function isCheckout(files: Place['files'], folder: string): Promise<boolean> {
  const kind = await files.kind(posix.join(folder, '.git')).catch(() => undefined)
  return kind === 'folder' || kind === 'file'
}

/** Checkouts at and below the workspace, as paths from there; links are not followed. */
async function checkoutsBelow(files: Place['files'], root: string): Promise<readonly string[]> {
  const found: string[] = []
  let level = ['']
  let left = MAX_FOLDERS
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level.slice(0, left)) {
      left -= 1
      if (await isCheckout(files, posix.join(root, folder))) found.push(folder)
      next.push(...(await foldersIn(files, root, folder)))
    }
    level = next
  }
  return found.toSorted()
}

async function foldersIn(files: Place['files'], root: string, folder: string): Promise<readonly string[]> {
  const names = (await files.names(posix.join(root, folder)).catch(() => undefined)) ?? []
  const wanted = names.filter((name) => ORDINARY.test(name) && name !== 'node_modules').slice(0, MAX_FOLDERS)
  const kinds = await Promise.all(
    wanted.map((name) => files.kind(posix.join(root, folder, name)).catch(() => undefined)),
  )
  return wanted.filter((_, index) => kinds[index] === 'folder').map((name) => posix.join(folder, name))
}
