import { posix } from 'node:path'
import picomatch from 'picomatch'
import type { Tree } from '../../chart/source/tree.ts'
import { someOf } from '../../model/text.ts'
import { chartFolders, foldersWithChart, isManifest, normalGlobs } from './discover.ts'

const LINK = '120000'
const SUBMODULE = '160000'
const SHOWN = 5
/** What Helm does not read as Chart.yaml, though people and some file systems do. */
const MISNAMED = /^chart\.ya?ml$/i

/**
 * What the globs of `charts` match, or match something below of, and what is still not released: a sentence for each kind,
 * for a warning. What `exclude` names is left out on purpose, and what is inside a chart is part of that chart.
 */
export function passedOver(tree: Tree, charts: readonly string[], exclude: readonly string[]): readonly string[] {
  const look: Look = {
    tree,
    charts: normalGlobs(charts),
    isWanted: chartFolders(charts, exclude),
    isExcluded: chartFolders(exclude, []),
  }
  const found = new Set(foldersWithChart(tree.paths).filter(look.isWanted))
  const outside = tree.paths.filter((path) => isCandidate(tree, path) && !isInside(path, found))
  return KINDS.flatMap(({ pathsIn, told }) => {
    const paths = [...new Set(pathsIn(look, outside))].sort()
    if (paths.length === 0) return []
    return [`Not released, though \`charts\` matches: ${someOf(paths, SHOWN)} (${told}, or name it in \`exclude\`.`]
  })
}

/** Few paths of a large repository are candidates; the rest is skipped from here on. */
function isCandidate(tree: Tree, path: string): boolean {
  return /(?:^|\/)(?:chart\.ya?ml|values\.yaml)$/i.test(path) || !tree.entry(path)?.mode.startsWith('100')
}

interface Look {
  readonly tree: Tree
  readonly charts: readonly string[]
  readonly isWanted: (folder: string) => boolean
  readonly isExcluded: (folder: string) => boolean
}

interface Kind {
  readonly pathsIn: (look: Look, paths: readonly string[]) => readonly string[]
  readonly told: string
}

const KINDS: readonly Kind[] = [
  {
    pathsIn: submodules,
    told: 'a git submodule, whose files are not in this repository). Release it from its own repository, copy it here',
  },
  {
    pathsIn: links,
    told: 'a symbolic link). Name the folder that it leads to in `charts`',
  },
  {
    pathsIn: misnamed,
    told: 'Helm reads only a file that is named Chart.yaml). Rename it',
  },
  {
    pathsIn: withoutManifest,
    told: 'a folder with values.yaml and templates/, and without Chart.yaml in this commit). Commit its Chart.yaml',
  },
]

function submodules({ tree, charts, isWanted, isExcluded }: Look, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    if (tree.entry(path)?.mode !== SUBMODULE || isExcluded(path)) return false
    return isWanted(path) || charts.some((glob) => reachesBelow(glob, path))
  })
}

/** Folders as they are named through a link, with a chart at its end; a link that leads nowhere may have had one. */
function links({ tree, isWanted }: Look, paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => tree.entry(path)?.mode === LINK && !isManifest(path))
    .flatMap((path) => {
      const folder = folderBehind(tree, path)
      if (folder === undefined) return []
      if (folder === null) return [path]
      const charts = tree.below(folder).filter((entry) => isManifest(entry.path))
      return charts.map((entry) => posix.join(path, posix.relative(folder, folderOf(entry.path))))
    })
    .filter(isWanted)
}

/** `null`: it leads nowhere in this commit. */
function folderBehind(tree: Tree, path: string): string | null | undefined {
  try {
    const end = tree.follow(path)
    return 'folder' in end ? end.folder : undefined
  } catch {
    return null
  }
}

function misnamed({ tree, isWanted }: Look, paths: readonly string[]): readonly string[] {
  return paths.filter(
    (path) => MISNAMED.test(posix.basename(path)) && isWanted(folderOf(path)) && !hasManifest(tree, folderOf(path)),
  )
}

function withoutManifest({ tree, isWanted }: Look, paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => posix.basename(path) === 'values.yaml')
    .map(folderOf)
    .filter(
      (folder) => isWanted(folder) && tree.isFolder(posix.join(folder, 'templates')) && !hasManifest(tree, folder),
    )
    .filter(
      (folder) =>
        !tree.below(folder).some(({ path }) => folderOf(path) === folder && MISNAMED.test(posix.basename(path))),
    )
}

/** Whether a glob such as `charts/*` can only match below a folder: the files of a submodule are not known. */
function reachesBelow(glob: string, folder: string): boolean {
  const [parts, names] = [glob.split('/'), folder.split('/')]
  const fits = names.every(
    (name, index) => parts[index] !== '**' && picomatch.isMatch(name, parts[index] ?? '', { dot: true }),
  )
  return fits && parts.length > names.length
}

function isInside(path: string, charts: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (charts.has(folder)) return true
    if (folder === '.') return false
  }
}

function hasManifest(tree: Tree, folder: string): boolean {
  return tree.entry(posix.join(folder, 'Chart.yaml')) !== undefined
}

function folderOf(path: string): string {
  return posix.dirname(path)
}
