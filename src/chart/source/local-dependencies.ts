import { posix } from 'node:path'
import type { Dependency } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { lockEntriesFor } from '../manifest/lock.ts'
import type { ChartDraft } from './read-chart.ts'
import type { ChartSource, LocalDependency, OwnRepository, Sources } from './source.ts'
import type { Tree } from './tree.ts'

export const FILE_SCHEME = 'file://'

/**
 * The dependencies of a chart that are charts of this repository: by `file://`, or by an address that this run
 * publishes to if the locked version is the one in the repository. Fails with `DEPENDENCY_OUTSIDE`,
 * `DEPENDENCY_MISSING`.
 */
export function findLocal(
  tree: Tree,
  draft: ChartDraft,
  others: ReadonlyMap<string, ChartDraft>,
  ownRepositories: readonly OwnRepository[],
): readonly LocalDependency[] {
  return draft.dependencies.flatMap((dependency, index) => {
    const path = dependency.repository.startsWith(FILE_SCHEME)
      ? folderOf(tree, draft, dependency)
      : publishedFolder(draft, index, others, ownRepositories)
    return path === undefined ? [] : [{ index, dependency, path }]
  })
}

/** Path for the archive of a dependency, from the chart's folder. */
export function archivePath({ name, version }: { readonly name: string; readonly version: string }): string {
  return `charts/${name}-${version}.tgz`
}

/** By its folder, whatever its version; else by its published address, if the lock names the version. */
export function isByFolder({ dependency }: LocalDependency): boolean {
  return dependency.repository.startsWith(FILE_SCHEME)
}

/**
 * The folder that a `file://` dependency of a chart names, from the repository root; `undefined` for any other address.
 */
export function dependencyFolder(chart: string, repository: string): string | undefined {
  if (!repository.startsWith(FILE_SCHEME)) return undefined
  return posix.normalize(posix.join(chart, repository.slice(FILE_SCHEME.length))).replace(/\/$/, '')
}

/**
 * The charts of a commit if these versions (`<name> <version>`) are taken from where they are published, by those that
 * refer to them by that address: git's state of them can't be released, and a chart that pins the published version
 * does not need it.
 */
export function fromWherePublished(sources: Sources, published: ReadonlySet<string>): Sources {
  if (published.size === 0) return sources
  const isOwn = (local: LocalDependency) => isByFolder(local) || !published.has(keyOf(sources, local))
  const charts = [...sources.charts].map(
    ([path, chart]) => [path, { ...chart, local: chart.local.filter(isOwn) }] as const,
  )
  return { ...sources, charts: new Map(charts) }
}

function keyOf({ charts }: Sources, { path }: LocalDependency): string {
  const manifest = charts.get(path)?.manifest
  return manifest ? versionKey(manifest) : ''
}

/** The key of a version in `fromWherePublished`. */
export function versionKey({ name, version }: ChartSource['manifest']): string {
  return `${name} ${version}`
}

/**
 * Helm reads a relative path from the chart's folder; an absolute one would leave the repository. If there is no chart
 * of this repository at that path, there may be a copy in `charts/`, which is all that Helm packages; the copy is
 * checked when the chart is built.
 */
function folderOf(tree: Tree, draft: ChartDraft, dependency: Dependency): string | undefined {
  try {
    return folderNamed(tree, draft, dependency)
  } catch (error) {
    if (hasCopy(tree, draft, dependency)) return undefined
    throw error
  }
}

function hasCopy(tree: Tree, { path }: ChartDraft, { name }: Dependency): boolean {
  const charts = posix.join(path, 'charts')
  if (tree.entry(posix.join(charts, name, 'Chart.yaml'))) return true
  const start = posix.join(charts, `${name}-`)
  return tree.below(charts).some((entry) => entry.path.startsWith(start) && entry.path.endsWith('.tgz'))
}

function folderNamed(tree: Tree, draft: ChartDraft, dependency: Dependency): string {
  const written = dependency.repository.slice(FILE_SCHEME.length)
  const at = { file: draft.dependencyFile.file, line: dependency.line }
  const path = dependencyFolder(draft.path, dependency.repository) ?? ''
  if (posix.isAbsolute(written) || path === '..' || path.startsWith('../')) {
    throw new ReleaseError('DEPENDENCY_OUTSIDE', `${dependency.repository} leads out of the repository.`, {
      hint: `Move the chart into this repository and write its path; or commit the copy that \`helm dependency update ${draft.path}\` puts into charts/.`,
      at,
    })
  }
  if (!tree.entry(posix.join(path, 'Chart.yaml'))) {
    throw new ReleaseError(
      'DEPENDENCY_MISSING',
      `${dependency.repository} leads to ${path}, which holds no Chart.yaml.`,
      {
        hint: 'Commit the chart there, or correct the path.',
        at,
      },
    )
  }
  return path
}

function publishedFolder(
  { dependencies, lock }: ChartDraft,
  index: number,
  others: ReadonlyMap<string, ChartDraft>,
  ownRepositories: readonly OwnRepository[],
): string | undefined {
  const dependency = dependencies[index]
  const own = ownRepositories.filter(({ address }) => address === dependency?.repository.replace(/\/$/, ''))
  if (!dependency || own.length === 0) return undefined
  const locked = (lock && lockEntriesFor(dependencies, lock)[index]?.version) ?? dependency.version
  return [...others.values()].find(
    ({ path, manifest: { name, version } }) =>
      name === dependency.name && version === locked && own.some(({ holds }) => holds({ name, path })),
  )?.path
}
