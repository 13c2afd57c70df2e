import { posix } from 'node:path'
import type { ChartSide } from '../../bump/registry.ts'
import { type ArchiveFile, HELM_LIMITS } from '../../chart/archive/archive.ts'
import {
  externalDependencies,
  type LockedDependency,
  lockedExternal,
} from '../../chart/dependencies/external-dependencies.ts'
import { asPinned } from '../../chart/dependencies/published-locks.ts'
import { type ChartEdits, releaseEdits } from '../../chart/edit/release-edits.ts'
import { readExternalChartYaml } from '../../chart/manifest/chart-yaml.ts'
import { levelsOf } from '../../chart/source/graph.ts'
import { fromWherePublished, isByFolder, versionKey } from '../../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { Dependency } from '../../model/chart.ts'
import type { Git } from '../../ports/git.ts'

type Files = ChartSide['files']

export interface Beside {
  /** An earlier package of the chart. */
  readonly released?: Files
  /** Texts that stand for those of the commit, by path from the repository root. */
  readonly overlay?: ReadonlyMap<string, string>
}

/**
 * What Helm would package of a chart, from git's own files: with the charts of this repository that it depends on, and with
 * those of elsewhere as far as `released` holds the version that the lock names.
 */
export async function packagedFiles(
  git: Git,
  sources: Sources,
  chart: ChartSource,
  { released = new Map(), overlay = new Map() }: Beside = {},
): Promise<readonly ArchiveFile[]> {
  const blobs = await git.blobs(
    chart.files.map(({ object }) => object),
    HELM_LIMITS.fileBytes,
  )
  const files = chart.files.flatMap(({ path, object }) => {
    const edited = overlay.get(posix.join(chart.path, path))
    const content = edited === undefined ? blobs.get(object) : Buffer.from(edited)
    return content ? [{ path, content }] : []
  })
  for (const below of dependenciesIn(sources, chart)) {
    const { name } = below.manifest
    const inside = await packagedFiles(git, sources, below, { released: belowOf(released, name), overlay })
    files.push(...inside.map(({ path, content }) => ({ path: `charts/${name}/${path}`, content })))
  }
  for (const { dependency, entry } of lockedExternal(chart)) {
    if (!holds(released, dependency, entry)) continue
    for (const [path, content] of belowOf(released, dependency.name)) {
      files.push({ path: `charts/${dependency.name}/${path}`, content })
    }
  }
  return files
}

/** The dependencies that `packagedFiles` would be without. */
export function missingFrom(released: Files, sources: Sources, chart: ChartSource): readonly Dependency[] {
  const own = lockedExternal(chart).filter(({ dependency, entry }) => !holds(released, dependency, entry))
  const below = dependenciesIn(sources, chart).flatMap((one) =>
    missingFrom(belowOf(released, one.manifest.name), sources, one),
  )
  return [...own.map(({ dependency }) => dependency), ...below]
}

/** All dependencies that Helm would fetch for a chart and the charts of this repository that it holds. */
export function allForeign({ charts }: Sources, chart: ChartSource): readonly Dependency[] {
  return levelsOf(charts, [chart.path]).flatMap((level) => level.flatMap(externalDependencies))
}

/**
 * The charts of a commit, if those that `chart` names by their published address, and that don't move now, are what its released
 * package holds of them: that is published, and git may have something of them that is not.
 */
export function pinnedAsReleased(
  sources: Sources,
  chart: ChartSource,
  { released, moved }: { readonly released: Files; readonly moved: readonly string[] },
): Sources {
  const staying = chart.local.filter((local) => !isByFolder(local) && !moved.includes(local.path))
  const held = staying.flatMap(({ path }) => {
    const manifest = sources.charts.get(path)?.manifest
    const isHeld = manifest && versionIn(released.get(`charts/${manifest.name}/Chart.yaml`)) === manifest.version
    return isHeld ? [versionKey(manifest)] : []
  })
  const published = new Set(held)
  return asPinned(fromWherePublished(sources, published), published)
}

function dependenciesIn({ charts }: Sources, chart: ChartSource): readonly ChartSource[] {
  return [...new Set(chart.local.map(({ path }) => path))].flatMap((path) => charts.get(path) ?? [])
}

function belowOf(files: Files, name: string): Files {
  const folder = `charts/${name}/`
  return new Map(
    [...files].flatMap(([path, content]) => (path.startsWith(folder) ? [[path.slice(folder.length), content]] : [])),
  )
}

function holds(files: Files, { name }: Dependency, entry: LockedDependency['entry']): boolean {
  const version = versionIn(files.get(`charts/${name}/Chart.yaml`))
  return version !== undefined && entry !== undefined && bare(version) === bare(entry.version)
}

function versionIn(chartYaml: Uint8Array | undefined): string | undefined {
  try {
    return chartYaml && readExternalChartYaml(Buffer.from(chartYaml).toString(), 'Chart.yaml').version
  } catch {
    return undefined
  }
}

function bare(version: string): string {
  return version.replace(/^v/, '')
}

/**
 * With `commit: none` git's own versions never move, those of the packages do: to compare like with like, the charts of
 * this repository that `chart` holds get the versions that they have in its released package.
 */
export function versionsAsReleased(sources: Sources, chart: ChartSource, released: Files): ReadonlyMap<string, string> {
  const edits = new Map<string, ChartEdits>()
  for (const { path, manifest } of dependenciesIn(sources, chart)) {
    const version = versionIn(released.get(`charts/${manifest.name}/Chart.yaml`))
    if (version !== undefined && version !== manifest.version) edits.set(path, { version })
  }
  return releaseEdits(sources.charts, edits).files
}
