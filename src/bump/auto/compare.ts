import type { Finding } from '../../model/finding.ts'
import { rank } from './level.ts'
import type { ChartSide } from './side.ts'

/** What rendering both sides showed; made in `rendered/`, because it needs Helm. */
export interface RenderedEvidence {
  readonly findings: readonly Finding[]
}

/** All findings between two sides of a chart, highest level first. Rendering is handed in as findings, made elsewhere. */
export function compareCharts(_old: ChartSide, _now: ChartSide, rendered: readonly Finding[]): readonly Finding[] {
  return [...rendered].sort((a, b) => rank(b.level) - rank(a.level))
}
