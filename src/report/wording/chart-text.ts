import type { CheckedChart, CheckVerdict } from '../../model/check.ts'
import { isOnAllTargets, type PlannedAction, type PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome, ChartResult } from '../../model/report.ts'

const RESULTS: Readonly<Record<ChartResult, string>> = {
  released: 'released',
  unchanged: 'unchanged',
  waiting: 'changed, not released',
  completed: 'signature added',
  failed: 'failed',
  skipped: 'skipped',
  planned: 'planned',
  checked: 'checked',
}

/** What became of a chart. */
export function resultText(chart: ChartOutcome): string {
  return isRestored(chart) ? 'archive restored' : RESULTS[chart.result]
}

export function isRestored({ result, references }: ChartOutcome): boolean {
  return result === 'completed' && references.some(({ wasRestored }) => wasRestored)
}

const ACTIONS: Readonly<Record<PlannedAction, string>> = {
  publish: 'publish',
  bump: 'bump and publish',
  leave: 'leave as it is',
  complete: 'add what is missing',
  wait: 'changed, not released',
  refuse: 'refuse',
}

/** What the plan does for a chart. */
export function actionText(chart: PlannedChart): string {
  return isForGitAlone(chart) ? 'write to git' : ACTIONS[chart.action]
}

/** A run that left git as it was, such as one for a tag, has published the version already. */
export function isForGitAlone({ action, evidence }: PlannedChart): boolean {
  return action === 'bump' && isOnAllTargets(evidence)
}

const VERDICTS: Readonly<Record<CheckVerdict, string>> = {
  enough: 'high enough',
  mild: 'rather low',
  'too-low': 'too low',
  missing: 'not raised',
  left: 'raised by the release',
  waiting: 'not raised yet',
  first: 'first release',
  unchanged: 'unchanged',
  unknown: 'not known',
}

/** The declared version, the needed one and the verdict of a check, as cells of a table. */
export function checkCells(check: CheckedChart, arrow: string): readonly [string, string, string] {
  const { released, declared, declaredLevel, requiredLevel, needed, verdict } = check
  const versions = versionsText(released, declared, arrow)
  return [
    declaredLevel === undefined ? versions : `${versions} (${declaredLevel})`,
    [needed, requiredLevel && `(${requiredLevel})`].filter((part) => part !== undefined).join(' '),
    VERDICTS[verdict],
  ]
}

/** `1.4.2 -> 1.4.3`, or the version alone if it did not move. */
export function versionsText(from: string | undefined, to: string, arrow: string): string {
  return from === undefined || from === to ? to : `${from} ${arrow} ${to}`
}
