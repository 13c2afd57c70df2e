import { fromWherePublished } from '../../chart/source/local-dependencies.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleasePlan } from '../../model/plan.ts'
import { appTagsIn } from '../../plan/app-version/app-tags.ts'
import { isNewPackage, plannedChart } from '../../plan/decision/decision.ts'
import { unreadableChart } from '../../plan/decision/refusals.ts'
import { type Planned, planCharts } from '../../plan/plan.ts'
import { tagWithContent } from '../../plan/published/claims.ts'
import { named, settingsOf } from '../../plan/scope/chart-settings.ts'
import { discover } from '../../plan/scope/discover.ts'
import { notLinted, ownLinting } from '../../plan/scope/lint-rule.ts'
import { passedOver } from '../../plan/scope/passed-over.ts'
import { scopeOf } from '../../plan/scope/scope.ts'
import { withOtherCheckouts } from '../checkout/checkout-folder.ts'
import { createEvidenceGatherer, type GatherEvidence } from '../evidence/evidence.ts'
import { proposedChange } from '../evidence/pull-request-base.ts'
import type { HalfReleases } from '../half-release.ts'
import { plannedHalfRelease } from '../half-released/half-release-report.ts'
import { findHalfReleases } from '../half-released/half-releases.ts'
import { withRecordedTargets } from '../half-released/recorded-targets.ts'
import { recordRefs } from '../half-released/records.ts'
import type { PlannedRun } from '../planned-run.ts'
import { byPath } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { planLines } from '../report/plan-log.ts'
import { type Run, type Uses, versionsStayOutOfGit } from '../run.ts'
import { contentComparison } from './adoption.ts'
import { dependentsLeft, vanishedCharts } from './charts-left-out.ts'
import { missingNotes } from './notes-files.ts'
import {
  appTagSettings,
  checkSettings,
  dependencySettings,
  mixedTags,
  plannedSettings,
  publishedElsewhere,
} from './settings-of-charts.ts'
import { withoutBroken } from './trial-packages.ts'

/** What planning takes of a run. */
type Planning = Pick<Run, 'settings' | 'relay' | 'recognition' | 'releaseTags'> &
  Parameters<typeof createEvidenceGatherer>[0] &
  Parameters<typeof proposedChange>[0] &
  Parameters<typeof withoutBroken>[0]

/**
 * The plan step: reads the charts of a commit, decides what each needs, and logs that. It changes nothing. After a lost push
 * it is called again for the new head, with the comparisons of the first time at hand; the half releases to report stay those
 * that the first plan found.
 */
export function createPlanner(
  run: Planning & Uses<'steps', 'log'>,
  progress: Progress,
): (head: ObjectId) => Promise<PlannedRun> {
  const gatherEvidence = createEvidenceGatherer(run)
  return async (head) => {
    const isFirst = progress.plannedRun === undefined
    progress.plannedRun = await run.steps.during('Plan', async () => {
      const planned = await planRun(run, head, gatherEvidence)
      const halves = isFirst ? planned.halfReleases.halves : [...progress.completions.keys()]
      const plannedRun = { ...planned, halfReleases: { ...planned.halfReleases, halves } }
      run.platform.log.info(planLines(plannedRun))
      return plannedRun
    })
    progress.failed.clear()
    return progress.plannedRun
  }
}

async function planRun(run: Planning, head: ObjectId, gatherEvidence: GatherEvidence): Promise<PlannedRun> {
  const { settings, facts, platform, relay } = run
  const { ownRepositories } = run.history
  let folders: readonly string[] = []
  const sources = await run.history
    .sourcesAt(head, (tree) => {
      for (const notice of passedOver(tree, settings.charts, settings.exclude)) run.warn(notice)
      folders = discover(tree.paths, settings.charts, settings.exclude)
      return folders
    })
    .catch(async (thrown: unknown) => {
      const { workspace } = facts
      throw await withOtherCheckouts(thrown, { files: platform.files.shared, workspace, path: settings.path })
    })
  const charts = folders.flatMap((path) => sources.charts.get(path) ?? [])
  checkSettings(run, charts, folders)
  run.releaseTags.know(charts.map(named))
  for (const warning of [...publishedElsewhere(charts, ownRepositories), ...mixedTags(charts, settings)])
    run.warn(warning)
  const scope = scopeOf(charts, { ...settings, tag: facts.refType === 'tag' ? facts.refName : undefined })
  const remoteTags = memoizeAsync(() => platform.git.remoteTags())
  const change = proposedChange(run, head)
  const sameContent = contentComparison(run, sources, change)
  const evidenceOf = gatherEvidence(sources, change)
  const tagsOf = (chart: ChartSource) => {
    const { tagTemplate } = settingsOf(chart, settings)
    return { ...run.history, tagTemplate, remoteTags }
  }
  const charting = planCharts(sources, folders, {
    ownRepositories,
    settings,
    scope,
    git: platform.git,
    ownCommits: run.ownCommits,
    commit: head,
    tag: scope.kind === 'all' ? scope.tag : undefined,
    tagTemplate: settings.tagTemplate,
    remoteTags,
    appTags: memoizeAsync(async () => appTagsIn(await remoteTags(), appTagSettings(charts, settings))),
    targets: run.targets,
    // Whether a version is high enough has nothing to do with who signed it.
    signatures: settings.sign !== 'none' && settings.mode !== 'check',
    ownSignatures: run.recognition,
    adopt: settings.adopt,
    bumpsGoToGit: !versionsStayOutOfGit(run),
    sameContent: relay ? relay.comparison(sameContent) : sameContent,
    sameContentAt: (at, held) => {
      const sameThere = contentComparison(run, at.sources, change)
      return (relay ? relay.comparison(sameThere) : sameThere)(at.chart, held)
    },
    sameAtTag: (chart, ref) => tagWithContent(chart, ref, tagsOf(chart)),
    evidenceOf: relay ? relay.evidence(evidenceOf) : evidenceOf,
    ...(settings.mode === 'check' && { proposedOn: change.base }),
  })
  const covered = { sources, folders }
  const [decided, refs, vanished] = await Promise.all([charting, recordRefs(run, scope), vanishedCharts(run, covered)])
  const whole = { ...decided, ...(await withoutBroken(run, sources, { decided, change })) }
  const halfReleases = await findHalfReleases(run, refs, { ...whole, named: charts.map(named), remoteTags })
  const planned = { ...whole, decisions: withRecordedTargets(whole.decisions, halfReleases.checked) }
  const plan = planData(run, head, planned, halfReleases)
  const left = scope.kind === 'all' ? await dependentsLeft(run, covered, planned.decisions) : []
  const packaged = planned.decisions.filter(isNewPackage).map(({ chart }) => chart)
  const notes = missingNotes(charts, sources, settings)
  const warnings = [...planned.warnings, ...vanished, ...left, ...notLinted(packaged, settings), ...notes]
  const all = fromWherePublished(sources, planned.published)
  return { head, scope, ...planned, sources: all, plan, warnings, halfReleases, remoteTags }
}

function planData(
  run: Pick<Planning, 'facts' | 'settings'>,
  head: ObjectId,
  { decisions, unreadable }: Pick<Planned, 'decisions' | 'unreadable'>,
  { halves }: HalfReleases,
): ReleasePlan {
  const names = new Map(decisions.map((decision) => [decision.chart.path, decision.chart.manifest.name]))
  const charts = [
    ...halves.map(plannedHalfRelease),
    ...decisions.map((decision) => ({
      ...plannedChart(decision, (path) => names.get(path) ?? path),
      ...ownLinting(decision.chart, run.settings),
      ...plannedSettings(decision.chart, run.settings),
    })),
    ...unreadable.map(unreadableChart),
  ]
  return {
    schema: 1,
    commit: head,
    ...(run.facts.refType === 'branch' && { branch: run.facts.refName }),
    charts: charts.sort(byPath),
    settings: { ...run.settings.effective, ...dependencySettings(run.settings) },
  }
}
