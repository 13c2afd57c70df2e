import { asPinned } from '../../chart/dependencies/published-locks.ts'
import { type PackageRequest, packageCharts } from '../../chart/package/package.ts'
import { levelsOf } from '../../chart/source/graph.ts'
import { fromWherePublished } from '../../chart/source/local-dependencies.ts'
import type { Sources } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { type ObjectId, shortDigest } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { ClaimedRelease } from '../../plan/published/claims.ts'
import type { Written } from '../bump/write-bump.ts'
import type { PackagedRelease } from '../chart-release.ts'
import { withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Step, Uses } from '../run.ts'
import { commitsFor } from './package-commits.ts'
import { withPublishedLock } from './published-package.ts'
import { type NotesSource, releaseText } from './release-text.ts'

const FETCHES_AT_ONCE = 8

/** Packages all charts of the run, each from its release commit, before anything is pushed anywhere. */
export async function packageReleases(
  run: Uses<'facts' | 'history' | 'buildContext', 'git' | 'log' | 'secrets', 'commit' | 'tagTemplate' | 'perChart'> &
    NotesSource,
  plannedRun: PlannedRun,
  written: Written,
  releases: readonly ChartDecision[],
): Promise<Step<PackagedRelease>> {
  const planned = await requestsFor(run, plannedRun, written, releases)
  const { requests, failed } = await asTargetsHold(planned, releases, plannedRun)
  const results = await packageCharts([...requests.values()], await run.buildContext())
  const done: PackagedRelease[] = []
  for (const decision of releases) {
    const { path } = decision.chart
    const request = requests.get(path)
    const packaged = results.get(request?.path ?? path)
    if (request && packaged && !(packaged instanceof ReleaseError)) {
      run.platform.log.info(
        `${packaged.name} ${packaged.version}: packaged, ${packaged.archive.length} bytes, ${shortDigest(packaged.digest)}`,
      )
      done.push({ path, decision, packaged: { ...packaged, notes: await releaseText(run, { decision, request }) } })
    } else if (!failed.has(path)) failed.set(path, notPackaged(path, packaged))
  }
  return withoutDependents(plannedRun.sources.charts, { done, failed })
}

function notPackaged(path: string, outcome: unknown): ReleaseError {
  return outcome instanceof ReleaseError ? outcome : new ReleaseError('BUG_UNEXPECTED', `${path} was not packaged.`)
}

/** A version that is published is packaged as it was; what keeps it from that is its chart's failure alone. */
async function asTargetsHold(
  planned: ReadonlyMap<string, PackageRequest>,
  releases: readonly ChartDecision[],
  { published }: PlannedRun,
) {
  const requests = new Map(planned)
  const pinned = new Map<Sources, Sources>()
  const failed = new Map<string, ReleaseError>()
  await mapConcurrent(releases, FETCHES_AT_ONCE, async ({ chart: { path, manifest }, sightings }) => {
    const request = planned.get(path)
    if (!request) return
    try {
      const held = await withPublishedLock(request, manifest.name, sightings)
      // Charts that were read together are built together.
      const sources = pinned.get(held.sources) ?? asPinned(held.sources, published)
      pinned.set(held.sources, sources)
      requests.set(path, { ...held, sources })
    } catch (error) {
      requests.delete(path)
      failed.set(path, asReleaseError(error))
    }
  })
  return { requests, failed }
}

/** By the chart's folder of today; the release commit may have it in another one. */
async function requestsFor(
  run: Uses<'facts' | 'history' | 'buildContext', 'git' | 'log' | 'secrets', 'commit' | 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  written: Written,
  releases: readonly ChartDecision[],
): Promise<ReadonlyMap<string, PackageRequest>> {
  const commits = await commitsFor(run, plannedRun, written, releases)
  const sourcesOf = new Map<ObjectId, Sources>([[written.commit, written.sources]])
  for (const [commit, group] of Map.groupBy(
    releases,
    (decision) => commits.get(decision.chart.path)?.commit ?? written.commit,
  )) {
    if (!sourcesOf.has(commit)) {
      const paths = group.map(({ chart: { path } }) => commits.get(path)?.path ?? path)
      // With what they depend on: a chart that is named by its published address is known by reading it.
      const needed = levelsOf(written.sources.charts, paths).flatMap((level) => level.map(({ path }) => path))
      const read = await run.history.sourcesAt(commit, [...new Set([...paths, ...needed])], written.overlay)
      sourcesOf.set(commit, fromWherePublished(read, plannedRun.published))
    }
  }
  return new Map(
    releases.map((decision) => {
      const today = decision.chart.path
      const { path, commit, committedAt } = commits.get(today) as ClaimedRelease
      const request = {
        path,
        commit,
        committedAt,
        sources: sourcesOf.get(commit) as Sources,
        overlay: written.overlay,
        fingerprint: fingerprintOf(decision, written),
        version: decision.version,
        repositoryUrl: run.facts.repositoryUrl,
      }
      return [today, request]
    }),
  )
}

/** Of git's own content: edits that git never gets must not look like a change to the next run. */
function fingerprintOf(decision: ChartDecision, written: Written): string {
  if (written.overlay.size > 0) return decision.chart.fingerprint
  return written.sources.charts.get(decision.chart.path)?.fingerprint ?? decision.chart.fingerprint
}
