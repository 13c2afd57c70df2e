import { compareCharts } from '../../src/bump/auto/compare.ts'
import { highest } from '../../src/bump/auto/level.ts'
import type { ChartSide } from '../../src/bump/auto/side.ts'
import type { Finding } from '../../src/model/finding.ts'

/** One comparison, with what it took. */
export interface Judged {
  readonly level: Finding['level']
  readonly findings: readonly Finding[]
  /** Of all, the one that decided. */
  readonly deciding: Finding | undefined
  readonly milliseconds: number
}

/** Computes the level of one upgrade, before versions below 1.0.0 are mapped. */
export async function judge(old: ChartSide, now: ChartSide): Promise<Judged> {
  const start = performance.now()
  const rendered: readonly Finding[] = []
  const findings = compareCharts(old, now, rendered)
  const milliseconds = performance.now() - start
  return { level: highest(findings), findings, deciding: findings[0], milliseconds }
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** What decided, in one line. */
export function decided({ deciding }: Judged): string {
  if (!deciding) return 'nothing that is packaged changed'
  const at = deciding.at ? ` (${deciding.at.file}${deciding.at.line === undefined ? '' : `:${deciding.at.line}`})` : ''
  return `${deciding.rule} ${deciding.subject}${at}`
}
