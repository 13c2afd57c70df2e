import type { ChartSource, OwnRepository } from '../../chart/source/source.ts'
import { ReleaseErrors } from '../../model/errors.ts'
import { tagOf } from '../../model/git/tag-template.ts'
import type { PlannedChart, ReleasePlan } from '../../model/plan.ts'
import { type AppTagSettings, isAppTag } from '../../plan/app-version/app-tags.ts'
import { conflictingEntries, unknownCharts } from '../../plan/scope/chart-entries.ts'
import { chartSettings, named, settingsOf } from '../../plan/scope/chart-settings.ts'
import { tagCollisions } from '../../plan/scope/tag-collisions.ts'
import type { Settings } from '../../settings.ts'
import type { Uses } from '../run.ts'

/**
 * What only the charts can say of the settings, before any server is asked: entries of the config file that contradict each
 * other, and templates that give two charts one tag. Entries that mean no chart are warned of.
 */
export function checkSettings(
  run: Uses<'warn', never, 'tagTemplate' | 'perChart'>,
  charts: readonly ChartSource[],
  folders: readonly string[],
): void {
  const names = charts.map(named)
  const conflicts = conflictingEntries(names, run.settings)
  const problems = conflicts.length > 0 ? conflicts : tagCollisions(charts, run.settings)
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new ReleaseErrors(problems)
  const warnings = unknownCharts(
    names.map(({ name }) => name),
    folders,
    run.settings,
  )
  for (const warning of warnings) run.warn(warning)
}

/** What tells the tags of the application from those of charts. */
export function appTagSettings(
  charts: readonly ChartSource[],
  settings: Pick<Settings, 'tagTemplate' | 'appTagPattern' | 'perChart'>,
): AppTagSettings {
  const { tagTemplate, appTagPattern } = settings
  const own = charts.map((chart) => [chart.manifest.name, chartSettings(chart, settings).tagTemplate] as const)
  return {
    ...{ tagTemplate, appTagPattern },
    chartNames: own.map(([name]) => name),
    ownTemplates: new Map(own.flatMap(([name, template]) => (template === undefined ? [] : [[name, template]]))),
  }
}

/** What the config file says of a chart, as the plan shows it; nothing if it follows the run in all. */
export function plannedSettings(
  chart: ChartSource,
  settings: Pick<Settings, 'perChart'>,
): Pick<PlannedChart, 'settings'> {
  const given = Object.entries(chartSettings(chart, settings).given ?? {})
  if (given.length === 0) return {}
  return { settings: Object.fromEntries(given.map(([name, { value }]) => [name, { value, source: 'config' }])) }
}

/** Where dependencies may come from beside what holds for everybody, which only the config file says. */
export function dependencySettings({ dependencies }: Pick<Settings, 'dependencies'>): ReleasePlan['settings'] {
  const { schemes, privateHosts, repositories = new Map() } = dependencies
  const named = [...repositories].map(([name, address]) => `${name}: ${address}`)
  const all = { schemes, 'private-hosts': privateHosts, repositories: named }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, values]) =>
      values.length === 0 ? [] : [[`dependencies.${key}`, { value: values.join(', '), source: 'config' as const }]],
    ),
  )
}

/** Dependencies on charts of this run by an address of this run, where the config file publishes them elsewhere. */
export function publishedElsewhere(
  charts: readonly ChartSource[],
  ownRepositories: readonly OwnRepository[],
): readonly string[] {
  const byName = new Map(charts.map((chart) => [chart.manifest.name, named(chart)]))
  return charts.flatMap((chart) =>
    chart.dependencies.flatMap(({ name, repository }) => {
      const on = byName.get(name)
      const here = ownRepositories.filter(({ address }) => address === repository.replace(/\/$/, ''))
      if (!on || here.length === 0 || here.some(({ holds }) => holds(on))) return []
      return `${chart.manifest.name} depends on ${name} at ${repository}, where this run does not publish ${name}: what is there is taken, and ${chart.manifest.name} does not follow changes of ${on.path}.`
    }),
  )
}

/** Charts whose release tags count as the application's, where a chart takes its appVersion from those. */
export function mixedTags(
  charts: readonly ChartSource[],
  settings: Pick<Settings, 'tagTemplate' | 'appTagPattern' | 'appVersion' | 'perChart'>,
): readonly string[] {
  if (!charts.some((chart) => settingsOf(chart, settings).appVersion.rule === 'tag')) return []
  const tagSettings = appTagSettings(charts, settings)
  return charts.flatMap((chart) => {
    const own = chartSettings(chart, settings).tagTemplate
    const tag = own === undefined ? undefined : tagOf(own, chart.manifest)
    if (tag === undefined || !isAppTag(tag, tagSettings)) return []
    return `The release tags of ${chart.manifest.name}, such as ${tag}, count as those of the application, which \`app-tag-pattern: ${settings.appTagPattern}\` means. Put \`{{ .Name }}\` into its \`tag-template\`, or set another \`app-tag-pattern\`.`
  })
}
