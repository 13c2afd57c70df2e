import { type LoadedChart, loadChart } from './chart/load.ts'
import { type Reads, readTemplates } from './reads/read-chart.ts'
import type { ChartSide } from './side.ts'

/** One side with all that is known of it. */
export interface Evidence {
  readonly side: ChartSide
  readonly chart: LoadedChart
  readonly reads: Reads
}

/** Both sides of a comparison. */
export interface Pair {
  readonly old: Evidence
  readonly now: Evidence
}

/** Reads one side. Never fails: what can't be read is told in the problems of `chart` and `reads`. */
export function evidenceOf(side: ChartSide): Evidence {
  const chart = loadChart(side)
  return { side, chart, reads: readTemplates(side, chart) }
}
