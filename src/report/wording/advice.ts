import type { Advice, ReleaseReport } from '../../model/report.ts'
import type { Remark } from '../../model/settings.ts'

/** Advice about the run as a whole, in sentences of their own. */
export function runAdvice(texts: readonly string[], level: Advice['level'] = 'warning'): readonly Advice[] {
  return texts.map((text) => ({ kind: 'run', level, text }))
}

/** Advice about settings that are given and not followed. */
export function settingsAdvice(remarks: readonly Remark[]): readonly Advice[] {
  return remarks.map((remark) => ({ kind: 'settings', level: 'warning', ...remark }))
}

/** The advice of one kind, in the order in which it came up. */
export function adviceOf({ advice }: Pick<ReleaseReport, 'advice'>, kind: Advice['kind']): readonly Advice[] {
  return advice.filter((one) => one.kind === kind)
}
