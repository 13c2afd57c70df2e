import { lintSource } from '../../chart/lint/lint-source.ts'
import { type Intent, isNewPackage } from '../decision/decision.ts'
import { type PlanContext, refused } from './bump.ts'

/**
 * A chart is not to be released if Helm would publish something else than its Chart.yaml says. Only charts that move are
 * linted: what is published already stays as it is.
 */
export function lintedSource(intent: Intent, context: PlanContext): Intent {
  if (!isNewPackage(intent)) return intent
  const { problem, findings } = lintSource(intent.chart, intent.edits)
  if (problem) return { ...refused(intent.chart, problem, context), follows: intent.follows }
  return findings.length > 0 ? { ...intent, findings: [...intent.findings, ...findings] } : intent
}
