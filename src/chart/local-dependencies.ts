import { posix } from 'node:path'
import type { Dependency } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { lockEntriesFor } from './lock.ts'
import type { ChartDraft } from './read-chart.ts'
import type { LocalDependency } from './source.ts'
import type { Tree } from './tree.ts'

export const FILE_SCHEME = 'file://'

/**
 * The dependencies of a chart that are charts of this repository: by `file://`, or by an address that this run publishes
 * to where the locked version is the one in the repository. Fails with `DEPENDENCY_OUTSIDE`, `DEPENDENCY_MISSING`.
 */
export function findLocal(
  tree: Tree,
  draft: ChartDraft,
  others: ReadonlyMap<string, ChartDraft>,
  ownRepositories: readonly string[],
): readonly LocalDependency[] {
  return draft.dependencies.flatMap((dependency, index) => {
    const path = dependency.repository.startsWith(FILE_SCHEME)
      ? folderOf(tree, draft, dependency)
      : publishedFolder(draft, index, others, ownRepositories)
    return path === undefined ? [] : [{ index, dependency, path }]
  })
}

/** Where the archive of a dependency is put, from the chart's folder. */
export function archivePath({ name, version }: { readonly name: string; readonly version: string }): string {
  return `charts/${name}-${version}.tgz`
}

/** By its folder, whatever version stands there; else by its published address, where the lock says which version. */
export function isByFolder({ dependency }: LocalDependency): boolean {
  return dependency.repository.startsWith(FILE_SCHEME)
}

/**
 * Helm reads a relative path from the chart's folder; an absolute one would leave the repository. Where no chart of this
 * repository is, there may be a copy in `charts/`, which is all that Helm packages; what it is, is checked when it is built.
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
  const path = posix.normalize(posix.join(draft.path, written)).replace(/\/$/, '')
  if (posix.isAbsolute(written) || path === '..' || path.startsWith('../')) {
    throw new ReleaseError('DEPENDENCY_OUTSIDE', `${dependency.repository} leads out of the repository.`, {
      hint: 'A file:// dependency must be a folder of this repository.',
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
  ownRepositories: readonly string[],
): string | undefined {
  const dependency = dependencies[index]
  if (!dependency || !ownRepositories.includes(dependency.repository.replace(/\/$/, ''))) return undefined
  const locked = (lock && lockEntriesFor(dependencies, lock)[index]?.version) ?? dependency.version
  return [...others.values()].find(
    (other) => other.manifest.name === dependency.name && other.manifest.version === locked,
  )?.path
}
