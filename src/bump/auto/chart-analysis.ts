import { type LoadedChart, loadChart } from './chart/load.ts'
import { type Reads, readTemplates } from './reads/read-chart.ts'
import type { ChartSide } from './side.ts'

/** One side with everything that is known about it. */
export interface ChartAnalysis {
  readonly side: ChartSide
  readonly chart: LoadedChart
  readonly reads: Reads
}

/** Both sides of a comparison. */
export interface ChartPair {
  readonly old: ChartAnalysis
  readonly now: ChartAnalysis
}

/** Analyses both sides. Never fails: unreadable parts are in the problems of `chart` and `reads`. */
export function analysePair(old: ChartSide, now: ChartSide): ChartPair {
  const [values, templates] = [new Map(), new Map()]
  const analyse = (side: ChartSide): ChartAnalysis => {
    const chart = loadChart(side, values)
    return { side, chart, reads: readTemplates(side, chart, templates) }
  }
  return { old: analyse(old), now: analyse(now) }
}
