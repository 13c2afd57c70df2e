import { posix } from 'node:path'
import picomatch from 'picomatch'
import { ReleaseError } from '../../model/errors.ts'
import { someOf } from '../../model/text.ts'

const SHOWN = 5

/**
 * Folders that hold a Chart.yaml and match a glob of `charts` but none of `exclude`, sorted. Globs name folders from the
 * repository root; `.` is the root itself. Fails with `CHARTS_NONE`, which says where charts were found instead.
 */
export function discover(
  paths: readonly string[],
  charts: readonly string[],
  exclude: readonly string[],
): readonly string[] {
  const folders = foldersWithChart(paths)
  const found = folders.filter(chartFolders(charts, exclude)).sort()
  if (found.length === 0) throw noCharts(charts, folders)
  return found
}

/** All folders with a Chart.yaml, whatever the settings say of them. */
export function foldersWithChart(paths: readonly string[]): readonly string[] {
  return paths.filter(isManifest).map((path) => posix.dirname(path))
}

/** Whether a path is that of a Chart.yaml. */
export function isManifest(path: string): boolean {
  return posix.basename(path) === 'Chart.yaml'
}

/** Whether the settings name a folder, whether or not it has a chart. */
export function chartFolders(charts: readonly string[], exclude: readonly string[]): (folder: string) => boolean {
  const wanted = folderMatcher(charts)
  const unwanted = exclude.length > 0 ? folderMatcher(exclude) : () => false
  return (folder) => wanted(folder) && !unwanted(folder)
}

/** Globs as they are compared: without `./` and a slash at the end. */
export function normalGlobs(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => posix.normalize(glob).replace(/\/$/, ''))
}

/** Whether globs, as those of `charts`, name a folder. */
export function folderMatcher(globs: readonly string[]): (folder: string) => boolean {
  const clean = [...normalGlobs(globs)]
  const matches = picomatch(clean, { dot: true })
  // The root has no name that a glob could match; `**` means it too.
  const root = clean.some((glob) => glob === '.' || glob === '**')
  return (folder) => (folder === '.' ? root : matches(folder))
}

function noCharts(charts: readonly string[], folders: readonly string[]): ReleaseError {
  const elsewhere =
    folders.length === 0 ? 'this commit holds no Chart.yaml at all' : `charts stand in ${someOf(folders, SHOWN)}`
  return new ReleaseError(
    'CHARTS_NONE',
    `No chart matches ${charts.map((glob) => `"${glob}"`).join(', ')}; ${elsewhere}.`,
    {
      hint: 'Set the input `charts` to globs of chart folders, one per line, e.g. `charts/*`.',
    },
  )
}
