import type { ChartSource } from '../../chart/source/source.ts'
import type { BumpSetting, ChartSettings, Setting, ZeroMajor } from '../../model/settings.ts'
import type { Settings } from '../../settings.ts'

/** What the config file says of a chart, by its name or its folder. */
export function chartSettings(chart: ChartSource, settings: Settings): ChartSettings {
  const { perChart } = settings
  const key = [chart.manifest.name, chart.path].find((each) => Object.hasOwn(perChart, each))
  return (key !== undefined && perChart[key]) || {}
}

export function bumpOf(chart: ChartSource, settings: Settings): Setting<BumpSetting> {
  const own = chartSettings(chart, settings).bump
  return own === undefined ? { value: settings.bump, source: settings.sources.bump } : { value: own, source: 'config' }
}

export function zeroMajorOf(chart: ChartSource, settings: Settings): ZeroMajor {
  return chartSettings(chart, settings).zeroMajor ?? settings.zeroMajor
}
