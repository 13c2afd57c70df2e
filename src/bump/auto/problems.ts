import type { Finding } from '../../model/finding.ts'
import type { LoadedChart } from './chart/load.ts'
import type { ChartAnalysis, ChartPair } from './chart-analysis.ts'
import { createFinding } from './finding.ts'

/**
 * Parts of either side that could not be read or exceeded a limit: never silently. Such a finding has no level of its
 * own.
 */
export function problemFindings({ old, now }: ChartPair): readonly Finding[] {
  return [...ofSide(old, 'the last release'), ...ofSide(now, 'the chart')]
}

/** Whether the values of a side are known. */
export function hasValues({ chart }: ChartAnalysis): boolean {
  return chartsIn(chart).every(({ problems }) => problems.every(({ at }) => !at?.file.endsWith('values.yaml')))
}

function ofSide({ chart, reads }: ChartAnalysis, whose: string): readonly Finding[] {
  const files = chartsIn(chart).flatMap(({ problems }) => problems)
  const read = files.map(({ message, at }) => {
    const text = `In ${whose}, ${message}; it was not compared.`
    return createFinding({ level: 'none', rule: 'files/unread', subject: at?.file ?? '', text, at })
  })
  const templates = reads.problems.map(({ file, what, line }) => {
    const text = `In ${whose}, ${file} ${what}; what comes after was not read.`
    return createFinding({ level: 'none', rule: 'templates/unread', subject: file, text, at: { file, line } })
  })
  if (reads.places.complete) return [...read, ...templates]
  const text = `The templates of ${whose} are too many to be read to the end: who reads a value is known only in part.`
  return [
    ...read,
    ...templates,
    createFinding({ level: 'none', rule: 'templates/too-much', subject: 'templates', text }),
  ]
}

function chartsIn(chart: LoadedChart): readonly LoadedChart[] {
  return [chart, ...[...chart.subcharts.values()].flatMap(chartsIn)]
}
