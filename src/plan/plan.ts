import { isByFolder } from '../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../chart/source/source.ts'
import { mapConcurrent } from '../model/async/concurrency.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import { refProblem, tagOf } from '../model/git/tag-template.ts'
import type { Target } from '../model/target.ts'
import type { Settings } from '../settings.ts'
import { wantedAppVersions } from './app-version/wanted-app-versions.ts'
import type { ChartDecision } from './decision/decision.ts'
import { unknownState, unpublishable, untaggable } from './decision/refusals.ts'
import { duplicateNames } from './scope/duplicate-names.ts'
import type { Scope } from './scope/scope.ts'
import { type Stopped, stopDependents } from './stop-dependents.ts'
import { bumpChart, caughtUp, type PlanContext, refused } from './version/bump.ts'
import { decideInOrder } from './version/dependency-order.ts'
import { type Judgement, judgementOf } from './version/judgement.ts'
import { lintedSource } from './version/linted-source.ts'
import { againstBase, byHand } from './version/manual-version.ts'
import type { BumpedDependency } from './version/required-bump.ts'
import { judgeInside } from './version/sure.ts'

export { chartSettings } from './scope/chart-settings.ts'
export type { PlanContext } from './version/bump.ts'

/** Requests under way at once while planning. */
const CHARTS_AT_ONCE = 32

/** A chart that can't be read, with the reason. */
export interface Unreadable {
  readonly path: string
  readonly problem: ReleaseError
}

export interface Planned {
  readonly decisions: readonly ChartDecision[]
  readonly unreadable: readonly Unreadable[]
  /** About charts that go on nevertheless. */
  readonly warnings: readonly string[]
  /** For the log alone. */
  readonly remarks: readonly string[]
  /** See `Stopped`. */
  readonly published: ReadonlySet<string>
}

/**
 * Decides for every chart in `folders` by comparing its content with what the targets hold. Nothing is changed; a chart's
 * own problem is part of its decision and stops only what depends on it.
 */
export async function planCharts(sources: Sources, folders: readonly string[], context: PlanContext): Promise<Planned> {
  const unreadable = folders.flatMap((path) => {
    const problem = sources.problems.get(path)
    // A release tag that names a chart is about that chart alone.
    return problem && context.scope.kind !== 'release-tag' ? [{ path, problem }] : []
  })
  const all = folders.flatMap((path) => sources.charts.get(path) ?? [])
  const charts = inScope(all, context.scope)
  // Also of those that a release tag leaves out: it can't say which of two charts of one name it means.
  const doubled = duplicateNames(all)
  const { wanted, ...told } = await wantedAppVersions(charts, all, context)
  const first = await mapConcurrent(charts, CHARTS_AT_ONCE, async (chart): Promise<Judgement> => {
    const desired = wanted.get(chart.path) ?? lost(chart)
    const problem = doubled.get(chart.path) ?? unpublishable(chart, context.targets)
    if (problem) return { chart, refusal: problem }
    return desired instanceof ReleaseError ? { chart, refusal: desired } : judgementOf(chart, desired, context)
  })
  const { sameAtTag: _, ...byBytes } = context
  const judged = await judgeInside(sources.charts, first, ({ chart, desired }) => judgementOf(chart, desired, byBytes))
  const decided = await decideInOrder(sources.charts, judged, {
    // Where git stays, so does the lock that names a published version.
    follows: (local) => context.bumpsGoToGit || isByFolder(local),
    decide: async (judgement, moved) => {
      const decision = await decideFor(judgement, moved, context)
      const more = 'open' in judgement ? (judgement.open.desired.findings ?? []) : []
      return lintedSource(
        more.length > 0 ? { ...decision, findings: [...decision.findings, ...more] } : decision,
        context,
      )
    },
  })
  const claimable = decided.map((decision) => withTag(decision, context))
  return { ...(await stopDependents(sources, claimable, context.targets)), unreadable, ...told }
}

/** A version whose git tag git would refuse can't be claimed, and would take the tags of other charts along. */
function withTag(decision: ChartDecision, context: PlanContext): ChartDecision {
  if (decision.action !== 'publish' && decision.action !== 'bump') return decision
  const { chart, version } = decision
  const tag = tagOf(context.settings.tagTemplate, { name: chart.manifest.name, version })
  const problem = tag === undefined ? undefined : refProblem(tag)
  return problem === undefined ? decision : refused(chart, untaggable(chart, tag ?? '', problem), context)
}

function inScope(charts: readonly ChartSource[], scope: Scope): readonly ChartSource[] {
  if (scope.kind === 'nothing') return []
  return scope.kind === 'all' ? charts : charts.filter((chart) => chart.path === scope.path)
}

function lost({ path }: ChartSource): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${path} was not asked for its appVersion.`)
}

async function decideFor(
  judgement: Judgement,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<ChartDecision> {
  const { chart } = judgement
  const follows = moved.map(({ path }) => path)
  if ('refusal' in judgement) return { ...refused(chart, judgement.refusal, context), follows }
  const { open } = judgement
  const { verdict } = open.judged
  try {
    if (verdict.action === 'unknown') {
      const against = await againstBase(open, moved, context)
      return against ?? { ...refused(chart, unknownState(chart, open.judged), context), follows }
    }
    if (verdict.action === 'move')
      return await bumpChart(open, context, { reason: verdict.reason, moved, isOther: true })
    if (verdict.action === 'publish') return { ...(await byHand(open, moved, context)), follows }
    if (moved.length === 0) return await caughtUp(open, context)
    const reason = `it depends on ${moved.map(({ name }) => name).join(', ')}`
    return await bumpChart(open, context, { reason, moved, isOther: false })
  } catch (error) {
    const problem = asReleaseError(error)
    // No Helm, no history: that is nothing about this chart, and true of all.
    if (problem.kind === 'config') throw problem
    return { ...refused(chart, problem, context), follows }
  }
}

interface Broken {
  readonly problems: ReadonlyMap<string, ReleaseError>
  readonly settings: Settings
  readonly targets: readonly Target[]
}

/** The decisions with charts refused that turned out to be broken, by folder, and what depends on them. */
export function refuseBroken(
  sources: Sources,
  decisions: readonly ChartDecision[],
  { problems, settings, targets }: Broken,
): Promise<Stopped> {
  const refusing = decisions.map((decision) => {
    const problem = problems.get(decision.chart.path)
    return problem ? { ...refused(decision.chart, problem, { settings }), follows: decision.follows } : decision
  })
  return stopDependents(sources, refusing, targets)
}
