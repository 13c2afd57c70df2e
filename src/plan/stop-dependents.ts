import { causesFor, dependentsOf } from '../chart/source/graph.ts'
import { fromWherePublished, isByFolder, versionKey } from '../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../chart/source/source.ts'
import type { ReleaseError } from '../model/errors.ts'
import type { Target } from '../model/target.ts'
import type { ChartDecision } from './decision/decision.ts'
import { dependencyNotRaised, dependencyStopped, raiseFirst } from './decision/dependency-refusals.ts'

/** Where a chart is published. */
export type TargetsOf = (chart: ChartSource) => readonly Target[]

export interface Stopped {
  readonly decisions: readonly ChartDecision[]
  /** Versions that dependents take from a target instead of from git; see `fromWherePublished`. */
  readonly published: ReadonlySet<string>
}

/**
 * A chart that can't be released stops only the charts that need its content in git. A chart that pins a version of it by its
 * published address gets that version, if it is published. The same goes for one that waits for a higher version: what git has
 * of it must not be published inside another chart under the number of its release.
 */
export async function stopDependents(
  sources: Sources,
  decisions: readonly ChartDecision[],
  targets: TargetsOf,
): Promise<Stopped> {
  const failed = pathsOf(decisions, 'refuse')
  const waiting = pathsOf(decisions, 'wait')
  const published = await publishedAmong(sources, decisions, { failed: new Set([...failed, ...waiting]), targets })
  const { charts } = fromWherePublished(sources, published)
  const held = heldBack(charts, decisions, waiting)
  const stopped = dependentsOf(charts, failed)
  const all = held.map((decision): ChartDecision => {
    const { path } = decision.chart
    if (!stopped.has(path) || !isActive(decision)) return decision
    return refusing(decision, dependencyStopped(charts, path, failed))
  })
  return { decisions: all, published }
}

function refusing(decision: ChartDecision, problem: ReleaseError): ChartDecision {
  return { ...decision, action: 'refuse', reason: problem.message, problem, edits: {} }
}

/** Charts that need one that waits: who raised the version is told what is missing, and what the action would bump waits too. */
function heldBack(
  charts: ReadonlyMap<string, ChartSource>,
  decisions: readonly ChartDecision[],
  waiting: ReadonlySet<string>,
): readonly ChartDecision[] {
  const stopped = dependentsOf(charts, waiting)
  const byPath = new Map(decisions.map((decision) => [decision.chart.path, decision]))
  return decisions.map((decision): ChartDecision => {
    const { path, manifest } = decision.chart
    const isHeld = stopped.has(path) && (decision.action === 'publish' || decision.action === 'bump')
    if (!isHeld) return decision
    const causes = causesFor(charts, path, waiting).flatMap((one) => byPath.get(one) ?? [])
    if (decision.action === 'publish') return refusing(decision, dependencyNotRaised(decision.chart, causes))
    const reason = `changed since ${manifest.version}, not released: ${raiseFirst(causes)}`
    return {
      ...decision,
      action: 'wait',
      version: manifest.version,
      requiredVersion: decision.version,
      reason,
      edits: {},
    }
  })
}

function pathsOf(decisions: readonly ChartDecision[], action: ChartDecision['action']): ReadonlySet<string> {
  return new Set(decisions.filter((decision) => decision.action === action).map(({ chart }) => chart.path))
}

function isActive({ action }: ChartDecision): boolean {
  return action !== 'leave' && action !== 'wait' && action !== 'refuse'
}

export interface Asking {
  readonly failed: ReadonlySet<string>
  readonly targets: TargetsOf
}

/** Asks only for versions of charts that can't be released, and that a chart to be released pins by address. */
export async function publishedAmong(
  { charts }: Pick<Sources, 'charts'>,
  decisions: readonly ChartDecision[],
  { failed, targets }: Asking,
): Promise<ReadonlySet<string>> {
  const active = decisions.filter(isActive)
  const pinned = new Map<string, ChartSource>()
  for (const { chart } of active) {
    for (const local of chart.local) {
      const pin = charts.get(local.path)
      if (pin && failed.has(local.path) && !isByFolder(local)) pinned.set(versionKey(pin.manifest), pin)
    }
  }
  const asked = await Promise.all(
    [...pinned].map(async ([key, chart]) => {
      const found = await Promise.all(targets(chart).map((target) => target.find(chart.manifest)))
      return found.some(({ state }) => state === 'present') ? [key] : []
    }),
  )
  return new Set(asked.flat())
}
