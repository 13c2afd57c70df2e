import { fromWherePublished } from '../../chart/source/local-dependencies.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { Sources } from '../../chart/source/source.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleasePlan } from '../../model/plan.ts'
import { appTagsIn } from '../../plan/app-version/app-tags.ts'
import { type ChartDecision, plannedChart } from '../../plan/decision/decision.ts'
import { unreadableChart } from '../../plan/decision/refusals.ts'
import { type Planned, planCharts, type Unreadable } from '../../plan/plan.ts'
import { tagWithContent } from '../../plan/published/claims.ts'
import { ambiguousTemplate, unknownCharts } from '../../plan/scope/chart-settings.ts'
import { discover } from '../../plan/scope/discover.ts'
import { passedOver } from '../../plan/scope/passed-over.ts'
import { type Scope, scopeOf } from '../../plan/scope/scope.ts'
import { gatherEvidence } from '../evidence/evidence.ts'
import { proposedChange } from '../evidence/pull-request-base.ts'
import { plannedHalfRelease } from '../half-released/half-release-report.ts'
import { findHalfReleases, type HalfReleases } from '../half-released/half-releases.ts'
import { recordRefs } from '../half-released/records.ts'
import { ownRepositories, type Run, versionsStayOutOfGit } from '../run.ts'
import { contentComparison } from './adoption.ts'
import { byPath } from './by-path.ts'
import { dependentsLeft, vanishedCharts } from './charts-left-out.ts'
import { withoutBroken } from './trial-packages.ts'

/** The repository at one commit and what is to be done about it. */
export interface PlannedRun {
  readonly head: ObjectId
  readonly sources: Sources
  readonly scope: Scope
  readonly decisions: readonly ChartDecision[]
  readonly unreadable: readonly Unreadable[]
  readonly plan: ReleasePlan
  /** About charts that go on nevertheless. */
  readonly warnings: readonly string[]
  /** For the log alone. */
  readonly remarks: readonly string[]
  /** Versions that dependents take from where they are published: `fromWherePublished`. */
  readonly published: ReadonlySet<string>
  /** Versions that earlier runs published on some of their targets only. */
  readonly halfReleases: HalfReleases
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

/** Reads the charts of a commit and decides what each needs. Changes nothing. */
export async function planRun(run: Run, head: ObjectId): Promise<PlannedRun> {
  const { settings, facts, platform } = run
  const options = { ownRepositories: ownRepositories(run) }
  let folders: readonly string[] = []
  const sources = await readSources(
    platform.git,
    head,
    (tree) => {
      for (const notice of passedOver(tree, settings.charts, settings.exclude)) run.warn(notice)
      folders = discover(tree.paths, settings.charts, settings.exclude)
      return folders
    },
    options,
  )
  const charts = folders.flatMap((path) => sources.charts.get(path) ?? [])
  const ambiguous = ambiguousTemplate(charts, settings)
  if (ambiguous) throw ambiguous
  for (const warning of unknownCharts(charts, folders, settings)) run.warn(warning)
  const tagSettings = {
    tagTemplate: settings.tagTemplate,
    appTagPattern: settings.appTagPattern,
    chartNames: charts.map((chart) => chart.manifest.name),
  }
  const scope = scopeOf(charts, {
    ...tagSettings,
    tag: facts.refType === 'tag' ? facts.refName : undefined,
    versionFromTag: settings.versionFromTag,
  })
  const remoteTags = memoizeAsync(() => platform.git.remoteTags())
  const change = proposedChange(run, head)
  const tags = { ...options, git: platform.git, tagTemplate: settings.tagTemplate, remoteTags }
  const charting = planCharts(sources, folders, {
    ...options,
    settings,
    scope,
    git: platform.git,
    ownCommits: run.ownCommits,
    commit: head,
    tag: scope.kind === 'all' ? scope.tag : undefined,
    tagTemplate: settings.tagTemplate,
    remoteTags,
    appTags: memoizeAsync(async () => appTagsIn(await remoteTags(), tagSettings)),
    targets: run.targets,
    // Whether a version is high enough has nothing to do with who signed it.
    signatures: settings.sign !== 'none' && settings.mode !== 'check',
    adopt: settings.adopt,
    bumpsGoToGit: !versionsStayOutOfGit(run),
    sameContent: contentComparison(run, sources, change),
    sameAtTag: (chart, ref) => tagWithContent(chart, ref, tags),
    evidenceOf: gatherEvidence(run, sources, change),
    ...(settings.mode === 'check' && { proposedOn: change.base }),
  })
  const looked = { sources, folders }
  const [decided, refs, vanished] = await Promise.all([charting, recordRefs(run, scope), vanishedCharts(run, looked)])
  const planned = { ...decided, ...(await withoutBroken(run, sources, { decided, change })) }
  const halfReleases = await findHalfReleases(run, refs, { ...planned, remoteTags })
  const plan = planData(run, head, planned, halfReleases)
  const left = scope.kind === 'all' ? await dependentsLeft(run, looked, planned.decisions) : []
  const warnings = [...planned.warnings, ...vanished, ...left]
  const all = fromWherePublished(sources, planned.published)
  return { head, scope, ...planned, sources: all, plan, warnings, halfReleases, remoteTags }
}

function planData(
  run: Run,
  head: ObjectId,
  { decisions, unreadable }: Pick<Planned, 'decisions' | 'unreadable'>,
  { halves }: HalfReleases,
): ReleasePlan {
  const names = new Map(decisions.map((decision) => [decision.chart.path, decision.chart.manifest.name]))
  const charts = [
    ...halves.map(plannedHalfRelease),
    ...decisions.map((decision) => plannedChart(decision, (path) => names.get(path) ?? path)),
    ...unreadable.map(unreadableChart),
  ]
  return {
    schema: 1,
    commit: head,
    ...(run.facts.refType === 'branch' && { branch: run.facts.refName }),
    charts: charts.sort(byPath),
    settings: run.settings.effective,
  }
}
