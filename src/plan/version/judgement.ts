import { asPreRelease, isPreRelease } from '../../bump/next-version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import { appLineOf } from '../app-version/app-line.ts'
import { preReleaseOf } from '../app-version/app-tags.ts'
import { mergedAppVersion } from '../app-version/merged-proposal.ts'
import { appVersionRuleOf } from '../app-version/wanted-app-versions.ts'
import type { DesiredAppVersion, JudgedChart, JudgedVersion } from '../decision/judged-chart.ts'
import { highestOnLine, highestPublished, judge } from '../published/free-version.ts'
import { bumpOf, chartSettings } from '../scope/chart-settings.ts'
import type { PlanContext } from './bump.ts'
import type { Draft } from './dependency-order.ts'

/** A chart whose version was judged, or that is refused already. */
export type Judgement = (Draft & { readonly open: JudgedChart }) | (Draft & { readonly refusal: ReleaseError })

/**
 * Judges the version of a chart that stands for what git holds: its own, or the published one that an application's tag or
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
    return { chart, open: { chart, desired: { ...desired, ...(value !== undefined && { value }) }, ...placed } }
  } catch (error) {
    return { chart, refusal: asReleaseError(error) }
  }
}

interface Judging {
  readonly desired: DesiredAppVersion
  readonly context: PlanContext
}

/** What comes with a pre-release of the application is one itself, also a version that nobody has released yet. */
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
  if (judged.verdict.action !== 'move' || bumpOf(chart, context.settings).value === 'none') return { judged }
  const { rule } = appVersionRuleOf(chart, context)
  const question = { rule, scope: context.scope, appVersion: desired.value, judged }
  const line = await appLineOf(chart, question, context)
  if (line?.after === undefined || line.after === judged.version) return { judged, line }
  return { judged: await judge(chart, line.after, desired, context), line, inGit: judged }
}

/** The appVersion that a merged proposal wrote into a version that is to be published. */
async function merged(chart: ChartSource, { verdict }: JudgedVersion, { desired, context }: Judging) {
  const isBehind = verdict.action === 'publish' && desired.value !== chart.manifest.appVersion
  if (!isBehind || context.settings.commit.value !== 'pull-request') return undefined
  const { rule } = appVersionRuleOf(chart, context)
  const { appPaths = [] } = chartSettings(chart, context.settings)
  return mergedAppVersion(chart, rule, appPaths, context)
}

/**
 * The version that is compared. With `commit: none` git's own never moves, so the highest published one of its line stands
 * for it; but not on a tag, which may stand on an old commit.
 */
async function versionAtHand(chart: ChartSource, context: PlanContext): Promise<string> {
  const { scope, settings } = context
  if (scope.kind === 'release-tag') return scope.version
  const bump = bumpOf(chart, settings).value
  const isFollowed = settings.commit.value === 'none' && bump !== 'none' && !(scope.kind === 'all' && scope.tag)
  if (!isFollowed) return chart.manifest.version
  const decides = bump === 'auto' || bump === 'conventional'
  const highest = decides ? await highestOnLine(chart, context) : await highestPublished(chart, bump, context)
  return highest ?? chart.manifest.version
}
