import { ReleaseError } from '../../model/errors.ts'
import { isConstraint, satisfies } from '../manifest/constraints.ts'
import { checkLock, lockEntriesFor } from '../manifest/lock.ts'
import type { ChartSource, LocalDependency, Sources } from '../source/source.ts'
import { lockAgain } from './words.ts'

/**
 * Compares the lock and the constraints with the charts that they name: Helm would resolve again or fail late, this
 * fails at the line. Fails with `LOCK_*`, `CONSTRAINT_INVALID` or `DEPENDENCY_OUT_OF_STEP`.
 */
export function checkInStep(chart: ChartSource, sources: Sources): void {
  const all = chart.local.flatMap((local) => {
    const version = sources.charts.get(local.path)?.manifest.version
    return version === undefined ? [] : [[local, version] as const]
  })
  // First, because Helm makes no lock before this is put right.
  for (const [local, version] of all) checkConstraint(chart, local, version)
  if (chart.lock) {
    const [problem] = checkLock(chart.dependencies, chart.lock)
    if (problem) throw problem
  }
  for (const [local, version] of all) checkLocal(chart, local, version)
}

function checkConstraint(chart: ChartSource, { dependency, path }: LocalDependency, version: string): void {
  if (!isConstraint(dependency.version) || satisfies(version, dependency.version)) return
  throw new ReleaseError(
    'DEPENDENCY_OUT_OF_STEP',
    `${chart.manifest.name} wants ${dependency.name} ${dependency.version}, but ${path} is at ${version}.`,
    { hint: allowIt(chart, version), at: { file: chart.dependencyFile.file, line: dependency.line } },
  )
}

function checkLocal(chart: ChartSource, { index, dependency, path }: LocalDependency, version: string): void {
  if (dependency.version !== '' && !isConstraint(dependency.version)) {
    throw new ReleaseError(
      'CONSTRAINT_INVALID',
      `${chart.manifest.name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is not a version constraint.`,
      {
        hint: 'Write a constraint such as `^1.2.0` to the dependency.',
        at: { file: chart.dependencyFile.file, line: dependency.line },
      },
    )
  }
  const locked = chart.lock && lockEntriesFor(chart.dependencies, chart.lock)[index]
  if (locked && locked.version !== version) {
    throw new ReleaseError(
      'DEPENDENCY_OUT_OF_STEP',
      `The lock of ${chart.manifest.name} holds ${dependency.name} ${locked.version}, but ${path} is at ${version}.`,
      {
        hint: `${sentence(lockAgain(chart))}.`,
        at: { file: chart.lock?.file ?? chart.manifest.file, line: locked.line },
      },
    )
  }
}

/** Helm refuses to make a lock as long as the constraint excludes the chart that it leads to. */
function allowIt(chart: ChartSource, version: string): string {
  const change = `Write a constraint there that allows ${version}, such as \`^${version.replace(/^v/, '')}\``
  return chart.lock ? `${change}. Then ${lockAgain(chart)}.` : `${change}.`
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
