import type { Finding } from '../../model/finding.ts'
import { evidenceOf, type Pair } from './evidence.ts'
import { rank } from './level.ts'
import type { ChartSide } from './side.ts'
import { valuesFindings } from './values/values.ts'

/** What rendering both sides showed; made in `rendered/`, because it needs Helm. */
export interface RenderedEvidence {
  readonly findings: readonly Finding[]
}

/** All findings between two sides of a chart, highest level first. Rendering is handed in as findings, made elsewhere. */
export function compareCharts(old: ChartSide, now: ChartSide, rendered: readonly Finding[]): readonly Finding[] {
  const pair: Pair = { old: evidenceOf(old), now: evidenceOf(now) }
  const findings = [...valuesFindings(pair), ...rendered]
  return findings.sort((a, b) => rank(b.level) - rank(a.level))
}
