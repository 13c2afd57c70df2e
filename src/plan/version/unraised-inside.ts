import { isByHand } from '../../bump/registry.ts'
import { levelsOf } from '../../chart/source/graph.ts'
import type { Sources } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import { wantedAppVersions } from '../app-version/wanted-app-versions.ts'
import type { ChartDecision } from '../decision/decision.ts'
import { isJudged } from '../decision/judged-chart.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import { decideChart } from './decide-chart.ts'
import { judgementOf } from './judgement.ts'
import { contextOf, type PlanContext } from './plan-context.ts'
import { waitsForRaise } from './unseen-charts.ts'

/**
 * A release tag is about its chart alone, but what that packages of others must be released under the number that it has there:
 * the decisions about charts inside it that wait for a higher version.
 */
export async function unraisedInside(
  sources: Sources,
  decisions: readonly ChartDecision[],
  context: PlanContext,
): Promise<readonly ChartDecision[]> {
  if (context.scope.kind !== 'release-tag') return []
  const own = new Set(decisions.map(({ chart }) => chart.path))
  const inside = levelsOf(sources.charts, [...own])
    .flat()
    .filter(({ path }) => !own.has(path))
  const manual = inside.filter((chart) => isByHand(bumpOf(chart, context.settings).value))
  if (manual.length === 0) return []
  const wide: PlanContext = { ...context, scope: { kind: 'all' } }
  const { wanted } = await wantedAppVersions(manual, manual, wide)
  const judged = await Promise.all(
    manual.map(async (chart) => {
      const desired = wanted.get(chart.path)
      return desired === undefined || desired instanceof ReleaseError
        ? undefined
        : judgementOf(chart, desired, contextOf(chart, wide))
    }),
  )
  const waiting = judged
    .filter((one) => one !== undefined)
    .filter(isJudged)
    .filter(waitsForRaise(wide))
  const deciding = { ...wide, sources, unseen: new Set<string>() }
  const decided = await Promise.all(waiting.map((one) => decideChart(one, [], contextOf(one.chart, deciding))))
  return decided.filter(({ action }) => action === 'wait')
}
