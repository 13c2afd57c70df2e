import { type LoadedChart, loadChart } from './chart/load.ts'
import { type Reads, readTemplates } from './reads/read-chart.ts'
import type { ChartSide } from './side.ts'

/** One side with all that is known of it. */
export interface ChartAnalysis {
  readonly side: ChartSide
  readonly chart: LoadedChart
  readonly reads: Reads
}

/** Both sides of a comparison. */
export interface Pair {
  readonly old: ChartAnalysis
  readonly now: ChartAnalysis
}

/** Reads both sides. Never fails: what can't be read is told in the problems of `chart` and `reads`. */
export function pairOf(old: ChartSide, now: ChartSide): Pair {
  const [values, templates] = [new Map(), new Map()]
  const evidence = (side: ChartSide): ChartAnalysis => {
    const chart = loadChart(side, values)
    return { side, chart, reads: readTemplates(side, chart, templates) }
  }
  return { old: evidence(old), now: evidence(now) }
}
