import type { ChartSource } from '../../chart/source/source.ts'
import type { BumpSetting, ChartSettings, Setting, ZeroMajor } from '../../model/settings.ts'
import type { Target } from '../../model/target.ts'
import type { Settings } from '../../settings.ts'
import { entriesFor } from './chart-entries.ts'

/** What settings of single charts are looked up by: the name of a chart, and its folder of today. */
export interface NamedChart {
  readonly name: string
  readonly path: string
}

type PerChart = Pick<Settings, 'perChart'>

/** What only single charts have. */
export interface OwnSettings {
  readonly appPaths: readonly string[]
  readonly unlocked?: 'allow' | 'refuse'
}

export function named({ path, manifest: { name } }: ChartSource): NamedChart {
  return { name, path }
}

/** What the config file says of a chart: by its name or its folder, else by a glob. */
export function chartSettings(chart: ChartSource | NamedChart, { perChart }: PerChart): ChartSettings {
  const byChart = known.get(perChart) ?? new Map<string, ChartSettings>()
  known.set(perChart, byChart)
  const { name, path } = 'manifest' in chart ? named(chart) : chart
  const key = `${name} ${path}`
  const found = byChart.get(key) ?? entriesFor({ name, path }, perChart).reduce<ChartSettings>(over, {})
  byChart.set(key, found)
  return found
}

const known = new WeakMap<Settings['perChart'], Map<string, ChartSettings>>()

function over(less: ChartSettings, [, more]: readonly [string, ChartSettings]): ChartSettings {
  return { ...less, ...more, given: { ...less.given, ...more.given } }
}

/** The settings of the run as they are for one chart: what the config file says of it stands in place of the run's. */
export function settingsOf<S extends PerChart>(chart: ChartSource | NamedChart, settings: S): S & OwnSettings {
  const { at: _, given = {}, appPaths = [], ...own } = chartSettings(chart, settings)
  return { ...settings, ...own, appPaths, ...sourcesWith(settings, Object.keys(given)) }
}

function sourcesWith(settings: PerChart & Partial<Pick<Settings, 'sources'>>, given: readonly string[]) {
  if (!settings.sources) return {}
  const own = given.map((key) => [key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), 'config'])
  return { sources: { ...settings.sources, ...Object.fromEntries(own) } }
}

export function bumpOf(
  chart: ChartSource,
  settings: Pick<Settings, 'bump' | 'sources' | 'perChart'>,
): Setting<BumpSetting> {
  const { bump, sources } = settingsOf(chart, settings)
  return { value: bump, source: sources.bump }
}

export function zeroMajorOf(chart: ChartSource, settings: Pick<Settings, 'zeroMajor' | 'perChart'>): ZeroMajor {
  return settingsOf(chart, settings).zeroMajor
}

/** Those of the run's targets that a chart is published to, in the order of the run. */
export function targetsOf<T extends Pick<Target, 'address'>>(
  chart: ChartSource | NamedChart,
  targets: readonly T[],
  settings: PerChart & Partial<Pick<Settings, 'targets'>>,
): readonly T[] {
  if (!Object.values(settings.perChart).some((own) => own.targets)) return targets
  const wanted = new Set((settingsOf(chart, settings).targets ?? []).map(placeIn))
  return targets.filter(({ address }) => wanted.has(address))
}

/** The options of a registry are not part of the address of its target. */
function placeIn(written: string): string {
  return written.startsWith('oci://') ? written.replace(/\/?(?:\?.*)?$/, '') : written
}

/** Whether this run signs what it publishes of a chart. */
export function isSigned(chart: ChartSource | NamedChart, settings: Pick<Settings, 'sign' | 'perChart'>): boolean {
  return settingsOf(chart, settings).sign !== 'none'
}
