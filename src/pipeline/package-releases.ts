import { levelsOf } from '../chart/graph.ts'
import { type PackageRequest, packageCharts } from '../chart/package.ts'
import { readSources } from '../chart/read-sources.ts'
import type { ChartSource, Sources } from '../chart/source.ts'
import type { ObjectId, PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Intent } from '../plan/intent.ts'
import { releaseCommits } from '../plan/release-commit.ts'
import { buildContext } from './build-context.ts'
import { withoutDependents } from './each-chart.ts'
import type { Scene } from './look.ts'
import { ownRepositories, type Run, type Step, shortDigest } from './run.ts'
import type { Written } from './write-bump.ts'

/** A chart with the archive that every target gets. */
export interface PackagedRelease {
  readonly path: string
  readonly intent: Intent
  readonly packaged: PackagedChart
}

/** Packages all charts of the run, each from its release commit, before anything is pushed anywhere. */
export async function packageReleases(
  run: Run,
  scene: Scene,
  written: Written,
  releases: readonly Intent[],
): Promise<Step<PackagedRelease>> {
  const requests = await requestsFor(run, written, releases)
  const results = await packageCharts(requests, await buildContext(run))
  const failed = new Map<string, ReleaseError>()
  const done = releases.flatMap((intent) => {
    const { path } = intent.chart
    const packaged = results.get(path)
    if (packaged && !(packaged instanceof ReleaseError)) {
      run.platform.log.info(
        `${packaged.name} ${packaged.version}: packaged, ${packaged.archive.length} bytes, ${shortDigest(packaged.digest)}`,
      )
      return [{ path, intent, packaged }]
    }
    failed.set(path, packaged ?? new ReleaseError('BUG_UNEXPECTED', `${path} was not packaged.`))
    return []
  })
  return withoutDependents(scene.sources.charts, { done, failed })
}

async function requestsFor(
  run: Run,
  written: Written,
  releases: readonly Intent[],
): Promise<readonly PackageRequest[]> {
  const { git } = run.platform
  const options = { ownRepositories: ownRepositories(run), overlay: written.overlay }
  const commits = await commitsFor(run, written, releases)
  const sourcesOf = new Map<ObjectId, Sources>([[written.commit, written.sources]])
  for (const [commit, group] of Map.groupBy(
    releases,
    (intent) => commits.get(intent.chart.path)?.commit ?? written.commit,
  )) {
    if (!sourcesOf.has(commit)) {
      const paths = group.map((intent) => intent.chart.path)
      // With what they depend on: a chart that is named by its published address is known by reading it.
      const needed = levelsOf(written.sources.charts, paths).flatMap((level) => level.map(({ path }) => path))
      sourcesOf.set(commit, await readSources(git, commit, [...new Set([...paths, ...needed])], options))
    }
  }
  return releases.map((intent) => {
    const { path } = intent.chart
    const { commit, committedAt } = commits.get(path) as { commit: ObjectId; committedAt: Date }
    return {
      path,
      commit,
      committedAt,
      sources: sourcesOf.get(commit) as Sources,
      overlay: written.overlay,
      fingerprint: fingerprintOf(intent, written),
      version: intent.version,
      repositoryUrl: run.facts.repositoryUrl,
    }
  })
}

/** Of git's own content: edits that git never gets must not look like a change to the next run. */
function fingerprintOf(intent: Intent, written: Written): string {
  if (written.overlay.size > 0) return intent.chart.fingerprint
  return written.sources.charts.get(intent.chart.path)?.fingerprint ?? intent.chart.fingerprint
}

/**
 * The bump commit for what it changed; the recorded commit for what a target holds already; else the last commit that
 * changed the chart.
 */
async function commitsFor(run: Run, written: Written, releases: readonly Intent[]) {
  const { git } = run.platform
  const commits = new Map<string, { readonly commit: ObjectId; readonly committedAt: Date }>()
  const search: ChartSource[] = []
  for (const intent of releases) {
    const { path } = intent.chart
    const recorded = await recordedCommit(run, intent)
    if (written.changed.has(path))
      commits.set(path, { commit: written.commit, committedAt: await git.commitTime(written.commit) })
    else if (recorded !== undefined)
      commits.set(path, { commit: recorded, committedAt: await git.commitTime(recorded) })
    else search.push(written.sources.charts.get(path) ?? intent.chart)
  }
  const history = { git, ownRepositories: ownRepositories(run) }
  const base =
    written.overlay.size > 0
      ? await readSources(
          git,
          written.commit,
          search.map(({ path }) => path),
          history,
        )
      : written.sources
  const charts = search.flatMap(({ path }) => base.charts.get(path) ?? [])
  for (const [path, commit] of await releaseCommits(history, base, charts)) commits.set(path, commit)
  return commits
}

/** A published version names the commit that released it; it holds only while git has it with the same content. */
async function recordedCommit(run: Run, intent: Intent): Promise<ObjectId | undefined> {
  for (const { presence } of intent.sightings) {
    if (presence.state !== 'present' || presence.revision === undefined) continue
    if (!(await run.platform.git.ensureCommit(presence.revision))) continue
    const options = { ownRepositories: ownRepositories(run) }
    const there = await readSources(run.platform.git, presence.revision, [intent.chart.path], options)
    if (there.charts.get(intent.chart.path)?.fingerprint === intent.chart.fingerprint) return presence.revision
  }
  return undefined
}
