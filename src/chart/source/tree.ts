import { posix } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Git, TreeEntry } from '../../ports/git.ts'

const LINK = '120000'
const SUBMODULE = '160000'
const MAX_LINK_BYTES = 4096
const MAX_LINK_STEPS = 40
const MAX_FILES = 20_000

/** One commit's files, with links followed inside the repository. */
export interface Tree {
  readonly commit: ObjectId
  /** Paths of all files, in git's order. */
  readonly paths: readonly string[]
  entry(path: string): TreeEntry | undefined
  isFolder(path: string): boolean
  /** All files below a folder, links not followed. */
  below(folder: string): readonly TreeEntry[]
  /**
   * The target of a path after every link on the way: a file's entry or a folder's path. A link may end only in a
   * tracked file or folder of the same commit; `passed` is called for each link. Fails with `CHART_LINK`.
   */
  follow(path: string, passed?: (link: string) => void): LinkEnd
}

export type LinkEnd = { readonly file: TreeEntry } | { readonly folder: string }

/** A file of a chart: its path inside the chart, and its blob. */
export interface SourceFile {
  /** From the chart's folder, e.g. `templates/a.yaml`. */
  readonly path: string
  /** From the repository root, after links. */
  readonly from: string
  readonly object: ObjectId
}

/** Reads a commit's file list and the targets of its links: two git calls, however many charts. */
export async function readTree(git: Pick<Git, 'tree' | 'blobs'>, commit: ObjectId): Promise<Tree> {
  const entries = await git.tree(commit)
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const links = entries.filter((entry) => entry.mode === LINK)
  const targets = await git.blobs(
    links.map((link) => link.object),
    MAX_LINK_BYTES,
  )
  const linkTarget = (entry: TreeEntry) => Buffer.from(targets.get(entry.object) ?? []).toString()
  const folders = indexFolders(entries)
  const tree: Tree = {
    commit,
    paths: entries.map((entry) => entry.path),
    entry: (path) => byPath.get(path),
    isFolder: (path) => folders.has(path),
    below: (folder) => folders.get(folder) ?? [],
    follow: (path, passed = () => {}) => follow(path, { byPath, folders, linkTarget, passed }),
  }
  return tree
}

interface Walk {
  readonly byPath: ReadonlyMap<string, TreeEntry>
  readonly folders: ReadonlyMap<string, unknown>
  readonly linkTarget: (entry: TreeEntry) => string
  readonly passed: (link: string) => void
}

function indexFolders(entries: readonly TreeEntry[]): ReadonlyMap<string, readonly TreeEntry[]> {
  const folders = new Map<string, TreeEntry[]>([['.', []]])
  for (const entry of entries) {
    for (let folder = posix.dirname(entry.path); ; folder = posix.dirname(folder)) {
      const files = folders.get(folder)
      if (files) files.push(entry)
      else folders.set(folder, [entry])
      if (folder === '.') break
    }
  }
  return folders
}

/** Resolves component by component, as the kernel does, because a link to a folder may be in the middle. */
function follow(path: string, { byPath, folders, linkTarget, passed }: Walk): LinkEnd {
  let done = '.'
  let todo = path.split('/')
  for (let steps = 0; todo.length > 0; steps += 1) {
    if (steps > MAX_LINK_STEPS + path.length) throw badLink(path, 'its links go round in a circle')
    const [name = '', ...rest] = todo
    const here = posix.join(done, name)
    const entry = byPath.get(here)
    if (entry?.mode === LINK) {
      passed(here)
      const target = linkTarget(entry)
      if (target === '' || target.includes('\0') || posix.isAbsolute(target)) {
        throw badLink(path, `it points at ${JSON.stringify(target)}, outside the repository`)
      }
      todo = [...target.split('/'), ...rest]
      continue
    }
    if (here === '..' || here.startsWith('../')) throw badLink(path, 'it points outside the repository')
    if (here === '.git' || here.startsWith('.git/')) throw badLink(path, 'it points into .git')
    if (entry?.mode === SUBMODULE) throw badLink(path, `it leads into the submodule ${here}`)
    if (entry && rest.length === 0) return { file: entry }
    if (!folders.has(here)) throw badLink(path, `it leads to ${here}, which this commit does not hold`)
    done = here
    todo = rest
  }
  return { folder: done }
}

function badLink(path: string, why: string): ReleaseError {
  return new ReleaseError('CHART_LINK', `${path} can't be packaged: ${why}.`, {
    hint: 'A link in a chart may lead only to a file or folder that is committed in this repository.',
    at: { file: path },
  })
}

/**
 * All files that Helm would load from a chart's folder, links followed, ignored ones left out, in path order. Fails
 * with `CHART_LINK`, `CHART_SUBMODULE`, `CHART_TOO_MANY_FILES`.
 */
export function filesOf(
  tree: Tree,
  folder: string,
  ignored: (path: string, isFolder: boolean) => boolean,
): readonly SourceFile[] {
  const files: SourceFile[] = []
  let seenThroughLinks = 0
  const visit = (from: string, inside: string, depth: number) => {
    if (depth > MAX_LINK_STEPS) throw badLink(posix.join(folder, inside), 'its links go round in a circle')
    for (const entry of tree.below(from)) {
      // Links to folders of links multiply, even if none of it is packaged in the end.
      if (depth > 0) seenThroughLinks += 1
      if (seenThroughLinks > MAX_FILES) throw tooMany(folder)
      const path = posix.join(inside, from === '.' ? entry.path : entry.path.slice(from.length + 1))
      if (isLeftOut(path, ignored)) continue
      if (entry.mode === SUBMODULE) throw submodule(entry.path)
      const end = entry.mode === LINK ? tree.follow(entry.path) : { file: entry }
      if ('folder' in end) visit(end.folder, path, depth + 1)
      else files.push({ path, from: end.file.path, object: end.file.object })
      if (files.length > MAX_FILES) throw tooMany(folder)
    }
  }
  visit(folder, '.', 0)
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * Paths whose change can change the targets of the links below a folder: every link on the way, and the files and
 * folders at their ends. Broken links have no target.
 */
export function reachedThroughLinks(tree: Tree, folder: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const seen = new Set<string>()
  const visit = (from: string) => {
    if (seen.has(from)) return
    seen.add(from)
    for (const entry of tree.below(from)) {
      const end = entry.mode === LINK ? endOf(tree, entry.path, reached) : undefined
      if (end) reached.add('folder' in end ? end.folder : end.file.path)
      if (end && 'folder' in end) visit(end.folder)
    }
  }
  visit(folder)
  return reached
}

function endOf(tree: Tree, path: string, reached: Set<string>): LinkEnd | undefined {
  try {
    return tree.follow(path, (link) => reached.add(link))
  } catch {
    return undefined
  }
}

/** Helm leaves out a folder with everything in it, so every part of the path is checked. */
function isLeftOut(path: string, ignored: (path: string, isFolder: boolean) => boolean): boolean {
  const parts = path.split('/')
  return parts.some((_, index) => ignored(parts.slice(0, index + 1).join('/'), index < parts.length - 1))
}

function submodule(path: string): ReleaseError {
  return new ReleaseError('CHART_SUBMODULE', `${path} is a git submodule, whose files are not in this repository.`, {
    hint: `Copy the files into the repository, or name ${path} in the chart's .helmignore.`,
    at: { file: path },
  })
}

function tooMany(folder: string): ReleaseError {
  return new ReleaseError('CHART_TOO_MANY_FILES', `${folder} holds more than ${MAX_FILES} files.`, {
    hint: 'Name what does not belong into the package in .helmignore.',
    at: { file: posix.join(folder, '.helmignore') },
  })
}
