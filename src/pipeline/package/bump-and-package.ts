import type { ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { type Written, writeBump } from '../bump/write-bump.ts'
import type { PackagedRelease } from '../chart-release.ts'
import { withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { packageReleases } from './package-releases.ts'
import { spareDependents } from './spare-dependents.ts'

/** Releases that only wait to be pushed: their versions are in a local commit, and their packages are made. */
export interface ReadyReleases {
  /** The plan, except for versions that dependents now take from where they are published. */
  readonly plannedRun: PlannedRun
  readonly written: Written
  readonly releases: readonly ChartDecision[]
  readonly packaged: readonly PackagedRelease[]
}

/**
 * Writes the new versions and packages every chart. A chart for which either fails is left out of the bump, together with
 * its dependents, and the rest is written again. `failed` receives the charts that were left out.
 */
export async function bumpAndPackage(
  run: Parameters<typeof writeBump>[0] &
    Parameters<typeof packageReleases>[0] &
    Uses<'targets', never, 'targets' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
  failed: Map<string, ReleaseError>,
): Promise<ReadyReleases> {
  const written = await writeBump(run, plannedRun, releases)
  const unwritable = withoutDependents(plannedRun.sources.charts, {
    done: releases.map((decision) => decision.chart),
    failed: written.problems,
  })
  const step =
    unwritable.failed.size > 0
      ? { done: [], failed: unwritable.failed }
      : await packageReleases(run, plannedRun, written, releases)
  if (step.failed.size === 0) return { plannedRun, written, releases, packaged: step.done }
  const spared = await spareDependents(run, plannedRun, releases, step.failed)
  for (const [path, error] of spared.failed) failed.set(path, error)
  const left = releases.filter((decision) => !failed.has(decision.chart.path))
  return left.length === 0
    ? { plannedRun, written: { ...written, commit: plannedRun.head }, releases: [], packaged: [] }
    : bumpAndPackage(run, spared.plannedRun, left, failed)
}
