import type { ChartSource } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { AppVersionRule, Settings } from '../../model/settings.ts'
import { someOf } from '../../model/text.ts'
import type { DesiredAppVersion } from '../decision/judged-chart.ts'
import { chartSettings } from '../scope/chart-settings.ts'
import { type AppVersionContext, desiredAppVersion } from './app-version.ts'

const CHARTS_AT_ONCE = 32
/** Names in one sentence. */
const MAX_NAMES = 10

export interface WantedAppVersions {
  /** By the chart's folder. */
  readonly wanted: ReadonlyMap<string, DesiredAppVersion | ReleaseError>
  /** Each cause once, however many charts it concerns. */
  readonly warnings: readonly string[]
  readonly remarks: readonly string[]
}

interface WantedContext extends AppVersionContext {
  readonly settings: Settings
}

type Wanted = readonly [path: string, DesiredAppVersion | ReleaseError]

/** The rule for a chart's appVersion, and whether it is the run's rather than the chart's own. */
export function appVersionRuleOf(chart: ChartSource, { settings }: Pick<WantedContext, 'settings'>) {
  const { appVersion } = chartSettings(chart, settings)
  return { rule: appVersion ?? settings.appVersion.value, isRunWide: appVersion === undefined }
}

/**
 * The appVersion that each of `charts` should have. A place in values.yaml that the run names for all of its charts counts
 * for those that have it: only if none of them does (`all`, also those that this run does not look at), it is a mistake.
 */
export async function wantedAppVersions(
  charts: readonly ChartSource[],
  all: readonly ChartSource[],
  context: WantedContext,
): Promise<WantedAppVersions> {
  const wanted = await wantedBy(charts, context)
  const lacking = charts.filter(({ path }) => lacksValue(wanted.get(path)))
  const others = all.filter((chart) => !charts.includes(chart))
  const isMistake = lacking.length > 0 && !appliesTo(charts, wanted, context) && !(await appliesLater(others, context))
  const refused = isMistake ? lacking.map(({ path }): Wanted => [path, problemIn(wanted.get(path))]) : []
  const untagged = charts.filter(({ path }) => nothingFor(wanted.get(path)) === 'tag')
  return {
    wanted: new Map([...wanted, ...refused]),
    warnings: untagged.length > 0 ? [noTag(untagged, context)] : [],
    remarks: lacking.length > 0 && !isMistake ? [noValue(lacking, context)] : [],
  }
}

async function wantedBy(
  charts: readonly ChartSource[],
  context: WantedContext,
): Promise<ReadonlyMap<string, Wanted[1]>> {
  const wanted = await mapConcurrent(charts, CHARTS_AT_ONCE, async (chart): Promise<Wanted> => {
    const { rule, isRunWide } = appVersionRuleOf(chart, context)
    const { appPaths = [] } = chartSettings(chart, context.settings)
    const desired = desiredAppVersion(chart, rule, appPaths, { ...context, isRunWide })
    return [chart.path, await desired.catch(asReleaseError)]
  })
  return new Map(wanted)
}

function nothingFor(wanted: Wanted[1] | undefined) {
  return wanted && 'lacks' in wanted ? wanted.lacks : undefined
}

function lacksValue(wanted: Wanted[1] | undefined): boolean {
  const lacks = nothingFor(wanted)
  return lacks !== undefined && lacks !== 'tag'
}

function problemIn(wanted: Wanted[1] | undefined): ReleaseError {
  return asReleaseError(nothingFor(wanted))
}

/** Whether the run's place in values.yaml is there in one of these charts. */
function appliesTo(
  charts: readonly ChartSource[],
  wanted: ReadonlyMap<string, Wanted[1]>,
  context: WantedContext,
): boolean {
  return charts.some((chart) => {
    const { rule, isRunWide } = appVersionRuleOf(chart, context)
    const one = wanted.get(chart.path)
    return isRunWide && rule.rule === 'values' && one !== undefined && 'evidence' in one && one.lacks === undefined
  })
}

async function appliesLater(others: readonly ChartSource[], context: WantedContext): Promise<boolean> {
  return others.length > 0 && appliesTo(others, await wantedBy(others, context), context)
}

function noTag(charts: readonly ChartSource[], { settings, commit }: WantedContext): string {
  return `No release of the application is tagged like \`${settings.appTagPattern.value}\` up to ${shortCommit(commit)}, so \`app-version: tag\` leaves the appVersion of ${namesOf(charts)} as it is. If its tags have another form, set the input \`app-tag-pattern\`.`
}

function noValue(charts: readonly ChartSource[], { settings }: WantedContext): string {
  return `app-version: ${ruleText(settings.appVersion.value)} leaves the appVersion of ${namesOf(charts)} as it is: no such value in values.yaml.`
}

function ruleText(rule: AppVersionRule): string {
  return rule.rule === 'values' ? `values:${rule.paths.map((path) => path.join('.')).join(',')}` : rule.rule
}

function namesOf(charts: readonly ChartSource[]): string {
  const names = charts.map(({ manifest }) => manifest.name)
  return someOf(names, MAX_NAMES)
}
