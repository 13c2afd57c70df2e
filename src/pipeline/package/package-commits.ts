import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { appVersionOf, type ChartDecision } from '../../plan/decision/decision.ts'
import { settingsOf } from '../../plan/plan.ts'
import { type ClaimedRelease, claimedRelease } from '../../plan/published/claims.ts'
import type { Written } from '../bump/write-bump.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { type Run, versionsStayOutOfGit } from '../run.ts'

/**
 * What each chart is packaged from, by its folder of today: the release that its git tag claims, where there is one; the
 * bump commit for what it changed; the recorded commit for what a target holds already; else the last commit that changed
 * the chart.
 */
export async function commitsFor(
  run: Uses<'facts' | 'history', 'git', 'commit' | 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  written: Written,
  releases: readonly ChartDecision[],
): Promise<ReadonlyMap<string, ClaimedRelease>> {
  const { git } = run.platform
  const commits = new Map<string, ClaimedRelease>()
  const at = async (path: string, commit: ObjectId) =>
    void commits.set(path, { path, commit, committedAt: await git.commitTime(commit) })
  const search: ChartSource[] = []
  for (const decision of releases) {
    const { path } = decision.chart
    const claimed = await claimedBefore(run, plannedRun, written, decision)
    const recorded = await recordedCommit(run, decision)
    if (claimed) commits.set(path, claimed)
    else if (written.changed.has(path)) await at(path, written.commit)
    else if (recorded !== undefined) await at(path, recorded)
    else search.push(written.sources.charts.get(path) ?? decision.chart)
  }
  for (const [path, commit] of await lastChanges(run, written, search)) commits.set(path, { path, ...commit })
  return commits
}

async function lastChanges({ history }: Pick<Run, 'history'>, written: Written, search: readonly ChartSource[]) {
  const paths = search.map(({ path }) => path)
  const isPlain = written.overlay.size === 0
  const base = isPlain ? written.sources : await history.sourcesAt(written.commit, paths)
  return history.releaseCommits(
    base,
    paths.flatMap((path) => base.charts.get(path) ?? []),
  )
}

/**
 * Where a run that died, or one that is under way, has claimed the version with this content: what both release must be
 * the same to the byte. Of what a target shows already the bytes are known.
 */
async function claimedBefore(
  run: Uses<'facts' | 'history', 'git', 'commit' | 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  written: Written,
  decision: ChartDecision,
): Promise<ClaimedRelease | undefined> {
  if (decision.sightings.some(({ presence }) => presence.state === 'present')) return undefined
  const edited = written.overlay.size > 0 ? undefined : written.sources.charts.get(decision.chart.path)
  const wanted = { name: decision.chart.manifest.name, version: decision.version, appVersion: appVersionOf(decision) }
  return claimedRelease(edited ?? decision.chart, wanted, {
    ...run.history,
    tagTemplate: settingsOf(decision.chart, run.settings).tagTemplate,
    remoteTags: plannedRun.remoteTags,
    bumpsGoToGit: !versionsStayOutOfGit(run),
  })
}

/** A published version names the commit that released it; it holds only while git has it with the same content. */
async function recordedCommit(
  run: Uses<'facts' | 'history', 'git', 'commit' | 'tagTemplate' | 'perChart'>,
  decision: ChartDecision,
): Promise<ObjectId | undefined> {
  for (const { presence } of decision.sightings) {
    if (presence.state !== 'present' || presence.revision === undefined) continue
    if (!(await run.platform.git.ensureCommit(presence.revision))) continue
    const there = await run.history.sourcesAt(presence.revision, [decision.chart.path])
    if (there.charts.get(decision.chart.path)?.fingerprint === decision.chart.fingerprint) return presence.revision
  }
  return undefined
}
