import { lintSource } from '../../chart/lint/lint-source.ts'
import { type ChartDecision, isNewPackage } from '../decision/decision.ts'
import { type PlanContext, refused } from './bump.ts'

/**
 * A chart is not to be released if Helm would publish something else than its Chart.yaml says. Only charts that move are
 * linted: what is published already stays as it is.
 */
export function lintedSource(decision: ChartDecision, context: PlanContext): ChartDecision {
  if (!isNewPackage(decision)) return decision
  const { problem, findings } = lintSource(decision.chart, decision.edits)
  if (problem) return { ...refused(decision.chart, problem, context), follows: decision.follows }
  return findings.length > 0 ? { ...decision, findings: [...decision.findings, ...findings] } : decision
}
