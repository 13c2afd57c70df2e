import type { ArchiveFile } from '../archive/archive.ts'
import { leftOutNotices } from '../source/left-out.ts'
import type { ChartSource, Sources } from '../source/source.ts'
import { standInFor, standInRefused } from '../source/stand-in.ts'
import type { BuildRequest } from './build.ts'

const SHOWN = 3

/**
 * Warnings for the author about the content of a package, in sentences. A file of this repository that only stands in
 * for its content is refused (`CHART_LFS_POINTER`, `CHART_STAND_IN`); in an archive that others packaged it can't be
 * fixed here.
 */
export function contentNotices(request: BuildRequest, files: readonly ArchiveFile[]): readonly string[] {
  const { path, sources } = request
  const chart = sources.charts.get(path)
  if (!chart) return []
  const own = ownPaths(chart, sources)
  const standIns = files.flatMap((file) => {
    const standIn = standInFor(file.content)
    if (standIn && own.has(file.path)) throw standInRefused(file.path, standIn)
    return standIn
      ? [`${chart.manifest.name} packages ${file.path}, which is ${standIn.what} in the archive that it comes from.`]
      : []
  })
  const twins = clashingNames(files.map((file) => file.path)).map((pair) => clash(chart, pair))
  return [...cut(standIns, chart), ...cut(twins, chart), ...leftOutNotices(chart)]
}

/** The paths of a package whose content is in this repository. */
function ownPaths(chart: ChartSource, sources: Sources): ReadonlySet<string> {
  const below = chart.local.flatMap(({ path }) => {
    const inside = sources.charts.get(path)
    return inside ? [...ownPaths(inside, sources)].map((one) => `charts/${inside.manifest.name}/${one}`) : []
  })
  return new Set([...chart.files.map(({ path }) => path), ...below])
}

/**
 * Pairs of paths of one package that are one path on file systems that ignore case (macOS, Windows) or Unicode forms:
 * unpacked there, only one of the two is left. Folders count, too.
 */
export function clashingNames(paths: readonly string[]): readonly (readonly [string, string])[] {
  const byFolded = new Map<string, string>()
  const clashes = new Map<string, readonly [string, string]>()
  for (const path of paths) {
    const parts = path.split('/')
    for (const [index] of parts.entries()) {
      const part = parts.slice(0, index + 1).join('/')
      const folded = part.normalize('NFKC').toLowerCase()
      const before = byFolded.get(folded) ?? part
      byFolded.set(folded, before)
      if (before === part) continue
      clashes.set(part, [before, part])
      // Differences further down are a consequence.
      break
    }
  }
  return [...clashes.values()]
}

function clash({ manifest }: ChartSource, [one, other]: readonly [string, string]): string {
  return `${manifest.name} packages ${one} and ${other}, whose names differ only in case or Unicode form: on macOS and Windows one takes the place of the other.`
}

function cut(notices: readonly string[], { manifest }: ChartSource): readonly string[] {
  const more = notices.length - SHOWN
  return more > 0 ? [...notices.slice(0, SHOWN), `${manifest.name}: ${more} more warnings like the last one.`] : notices
}
