import type { ChartSource } from '../../chart/source/source.ts'
import type { BumpSetting, ChartSettings, Setting, ZeroMajor } from '../../model/settings.ts'
import type { Settings } from '../../settings.ts'

/** What the config file says of a chart, by its name or its folder. */
export function chartSettings(chart: ChartSource, settings: Pick<Settings, 'perChart'>): ChartSettings {
  const { perChart } = settings
  const key = [chart.manifest.name, chart.path].find((each) => Object.hasOwn(perChart, each))
  return (key !== undefined && perChart[key]) || {}
}

export function bumpOf(chart: ChartSource, settings: Pick<Settings, 'bump' | 'perChart'>): Setting<BumpSetting> {
  const own = chartSettings(chart, settings).bump
  return own === undefined ? settings.bump : { value: own, source: 'config' }
}

export function zeroMajorOf(chart: ChartSource, settings: Pick<Settings, 'zeroMajor' | 'perChart'>): ZeroMajor {
  return chartSettings(chart, settings).zeroMajor ?? settings.zeroMajor.value
}

/** Entries of the config file that no chart of this run answers to: a slip, or a chart of another workflow. */
export function unknownCharts(
  charts: readonly ChartSource[],
  folders: readonly string[],
  { perChart }: Settings,
): readonly string[] {
  const known = new Set([...folders, ...charts.map((chart) => chart.manifest.name)])
  // A chart that can't be read has no name here, and may be the one that is meant.
  if (charts.length !== folders.length) return []
  return Object.entries(perChart)
    .filter(([name]) => !known.has(name))
    .map(
      ([name, { at }]) =>
        `The config file has settings for ${name}${at ? ` (${at.file}:${at.line ?? 1})` : ''}, which is no chart of this run.`,
    )
}
