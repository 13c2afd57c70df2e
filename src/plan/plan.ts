import { isByFolder } from '../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../chart/source/source.ts'
import { mapConcurrent } from '../model/async/concurrency.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Target } from '../model/target.ts'
import { wantedAppVersions } from './app-version/wanted-app-versions.ts'
import type { ChartDecision } from './decision/decision.ts'
import { isJudged, type JudgedChart, type Judgement } from './decision/judged-chart.ts'
import { unpublishable } from './decision/refusals.ts'
import { targetsOf } from './scope/chart-settings.ts'
import { duplicateNames } from './scope/duplicate-names.ts'
import type { Scope } from './scope/scope.ts'
import { type Stopped, stopDependents } from './stop-dependents.ts'
import { refused } from './version/base-decision.ts'
import { decideChart, requireTag } from './version/decide-chart.ts'
import { decideInOrder } from './version/dependency-order.ts'
import { judgeInside, judgementOf } from './version/judgement.ts'
import { contextOf, type PlanContext } from './version/plan-context.ts'
import { unraisedInside } from './version/unraised-inside.ts'
import { unseenCharts, waitsForRaise } from './version/unseen-charts.ts'

export { chartSettings, isSigned, type NamedChart, named, settingsOf, targetsOf } from './scope/chart-settings.ts'
export type { PlanContext } from './version/plan-context.ts'

/** Requests in flight while planning. */
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
    const own = contextOf(chart, context)
    const problem = doubled.get(chart.path) ?? unpublishable(chart, own.targets)
    if (problem) return { chart, refusal: problem }
    return desired instanceof ReleaseError ? { chart, refusal: desired } : judgementOf(chart, desired, own)
  })
  const { sameAtTag: _, ...byBytes } = context
  const waits = waitsForRaise(context)
  const again = ({ chart, desired }: JudgedChart) => judgementOf(chart, desired, contextOf(chart, byBytes))
  const judged = await judgeInside(sources.charts, first, again, waits)
  const unseen = await unseenCharts(sources, judged.filter(isJudged).filter(waits), context)
  const deciding = { ...context, sources, unseen }
  const decided = await decideInOrder(sources.charts, judged, {
    // If bumps don't go to git, the lock there goes on naming a published version.
    follows: (local) => context.bumpsGoToGit || isByFolder(local),
    decide: (judgement, moved) => decideChart(judgement, moved, contextOf(judgement.chart, deciding)),
  })
  const claimable = decided.map((decision) => requireTag(decision, contextOf(decision.chart, context)))
  const onTargets = (chart: ChartSource) => targetsOf(chart, context.targets, context.settings)
  const unraised = await unraisedInside(sources, claimable, context)
  const { decisions, published } = await stopDependents(sources, [...claimable, ...unraised], onTargets)
  return { decisions: decisions.slice(0, claimable.length), published, unreadable, ...told }
}

function inScope(charts: readonly ChartSource[], scope: Scope): readonly ChartSource[] {
  if (scope.kind === 'nothing') return []
  return scope.kind === 'all' ? charts : charts.filter((chart) => chart.path === scope.path)
}

function lost({ path }: ChartSource): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${path} was not asked for its appVersion.`)
}

interface Broken {
  readonly problems: ReadonlyMap<string, ReleaseError>
  readonly settings: PlanContext['settings']
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
  return stopDependents(sources, refusing, (chart) => targetsOf(chart, targets, settings))
}
