import { asPreRelease, isPreRelease } from '../../bump/next-version.ts'
import { allowsBump, fixedLevelOf } from '../../bump/registry.ts'
import { dependentsOf, levelsOf } from '../../chart/source/graph.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { asReleaseError } from '../../model/errors.ts'
import { appLineOf } from '../app-version/app-line.ts'
import { preReleaseOf } from '../app-version/app-tags.ts'
import { mergedAppVersion } from '../app-version/merged-proposal.ts'
import { appVersionRuleOf } from '../app-version/wanted-app-versions.ts'
import type { DesiredAppVersion, JudgedChart, JudgedVersion, Judgement } from '../decision/judged-chart.ts'
import { judge } from '../published/free-version.ts'
import { lastOnLine } from '../published/last-on-line.ts'
import { bumpOf, chartSettings } from '../scope/chart-settings.ts'
import type { PlanContext } from './plan-context.ts'

/**
 * Judges the version of a chart that represents what git holds: its own, or the published one that an application's tag or
 * `commit: none` counts from. What goes wrong is the chart's own refusal.
 */
export async function judgementOf(
  chart: ChartSource,
  desired: DesiredAppVersion,
  context: PlanContext,
): Promise<Judgement> {
  try {
    const first = await judge(chart, await versionAtHand(chart, context), desired, context)
    const unended = await unfinished(chart, first, { desired, context })
    const placed = await onAppLine(chart, unended, { desired, context })
    const value = await merged(chart, placed.judged, { desired, context })
    return { chart, desired: { ...desired, ...(value !== undefined && { value }) }, ...placed }
  } catch (error) {
    return { chart, refusal: asReleaseError(error) }
  }
}

interface Judging {
  readonly desired: DesiredAppVersion
  readonly context: PlanContext
}

/** A version that ships a pre-release of the application is a pre-release itself, even if it is the first release. */
async function unfinished(
  chart: ChartSource,
  judged: JudgedVersion,
  { desired, context }: Judging,
): Promise<JudgedVersion> {
  const label = preReleaseOf(context.scope)
  const isNew =
    judged.verdict.action === 'publish' && judged.sightings.every(({ evidence }) => evidence.state === 'absent')
  if (label === undefined || !isNew || isPreRelease(judged.version)) return judged
  return judge(chart, asPreRelease(judged.version, label), desired, context)
}

/** Judges the published version that ships the same or the preceding version of the application, if there is one. */
async function onAppLine(chart: ChartSource, judged: JudgedVersion, { desired, context }: Judging) {
  if (judged.verdict.action !== 'move' || !allowsBump(bumpOf(chart, context.settings).value)) return { judged }
  const { rule } = appVersionRuleOf(chart, context)
  const question = { rule, scope: context.scope, appVersion: desired.value, judged }
  const line = await appLineOf(chart, question, context)
  if (line?.after === undefined || line.after === judged.version) return { judged, line }
  return { judged: await judge(chart, line.after, desired, context), line, inGit: judged }
}

/** The appVersion that a merged proposal wrote into a version that is to be published. */
async function merged(chart: ChartSource, { verdict }: JudgedVersion, { desired, context }: Judging) {
  const isBehind = verdict.action === 'publish' && desired.value !== chart.manifest.appVersion
  if (!isBehind || context.settings.commit !== 'pull-request') return undefined
  const { rule } = appVersionRuleOf(chart, context)
  const { appPaths = [] } = chartSettings(chart, context.settings)
  return mergedAppVersion(chart, rule, appPaths, context)
}

/**
 * The version that is compared. With `commit: none` git's own never moves, so the highest published one of its line takes
 * its place; but not on a tag, which may be on an old commit.
 */
async function versionAtHand(chart: ChartSource, context: PlanContext): Promise<string> {
  const { scope, settings } = context
  if (scope.kind === 'release-tag') return scope.version
  const bump = bumpOf(chart, settings).value
  const isFollowed = settings.commit === 'none' && allowsBump(bump) && !(scope.kind === 'all' && scope.tag)
  if (!isFollowed) return chart.manifest.version
  return (await lastOnLine(chart, fixedLevelOf(bump), context)) ?? chart.manifest.version
}

/** Packages that are downloaded and compared at once. */
const COMPARED_AT_ONCE = 32

/**
 * A git tag says nothing of what was published under its version. That is good enough to leave a chart as it is, and not for
 * packing it into another one: the charts inside those that may be released are judged again, by their bytes. What that finds
 * may move further charts, so this goes on until nothing is left to compare. One that `waits` for a higher version is not released,
 * and what holds it isn't either.
 */
export async function judgeInside(
  charts: ReadonlyMap<string, ChartSource>,
  judged: readonly Judgement[],
  byBytes: (judged: JudgedChart) => Promise<Judgement>,
  waits: (judged: JudgedChart) => boolean = () => false,
): Promise<readonly Judgement[]> {
  const moving = judged.filter((one) => 'refusal' in one || !(one.judged.verdict.action === 'leave' || waits(one)))
  const paths = moving.map(({ chart }) => chart.path)
  const released = [...paths, ...dependentsOf(charts, paths)]
  const inside = new Set(levelsOf(charts, released).flatMap((level) => level.map(({ path }) => path)))
  const unsure = judged.filter(isByTag).filter(({ chart }) => inside.has(chart.path))
  if (unsure.length === 0) return judged
  const compared = await mapConcurrent(unsure, COMPARED_AT_ONCE, byBytes)
  const again = new Map(compared.map((one) => [one.chart.path, one]))
  const all = judged.map((one) => again.get(one.chart.path) ?? one)
  return judgeInside(charts, all, byBytes, waits)
}

function isByTag(judgement: Judgement): judgement is JudgedChart {
  return !('refusal' in judgement) && judgement.judged.sightings.some(({ evidence }) => evidence.byTag !== undefined)
}
