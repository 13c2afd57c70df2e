import type { ReleaseError } from '../model/errors.ts'
import { shortCommit } from '../model/git/commits.ts'
import { isOnAllTargets, type PlannedAction, type PlannedChart, type ReleasePlan } from '../model/plan.ts'
import type { ChartOutcome, ChartResult, ReleaseReport } from '../model/report.ts'

/** What became of a chart. */
export function resultWordsOf(chart: ChartOutcome): string {
  return isRestored(chart) ? 'archive restored' : resultWords[chart.result]
}

function isRestored({ result, references }: ChartOutcome): boolean {
  return result === 'completed' && references.some(({ wasRestored }) => wasRestored)
}

const resultWords: Readonly<Record<ChartResult, string>> = {
  released: 'released',
  unchanged: 'unchanged',
  completed: 'signature added',
  failed: 'failed',
  skipped: 'skipped',
  planned: 'planned',
  checked: 'checked',
}

/** What the plan does for a chart. */
export function actionWordsOf(chart: PlannedChart): string {
  return isForGitAlone(chart) ? 'write to git' : actionWords[chart.action]
}

/** A run that left git as it was, such as one for a tag, has published the version already. */
function isForGitAlone({ action, evidence }: PlannedChart): boolean {
  return action === 'bump' && isOnAllTargets(evidence)
}

const actionWords: Readonly<Record<PlannedAction, string>> = {
  publish: 'publish',
  bump: 'bump and publish',
  leave: 'leave as it is',
  complete: 'add what is missing',
  refuse: 'refuse',
}

/** Whether the run must end as failed. A plan that refuses a chart is a good plan: nothing went wrong with it. */
export function hasFailed(report: ReleaseReport): boolean {
  return report.problems.length > 0 || report.charts.some((chart) => chart.result === 'failed')
}

/** The whole run in one sentence, without markup. */
export function headline(report: ReleaseReport): string {
  // A half release of an earlier run may have been finished before anything else went wrong.
  const isIdle = report.charts.every(({ result }) => result !== 'released' && result !== 'completed')
  if (report.problems.length > 0 && isIdle) return `Nothing was released: ${count(report.problems.length, 'problem')}.`
  if (report.supersededBy !== undefined) {
    const start = isIdle ? 'Nothing was released:' : `${finished(report).replace(/\.$/, '')};`
    return `${start} the branch moved on to ${shortCommit(report.supersededBy)}, and the run of that commit carries on.`
  }
  if (report.mode === 'plan') return planned(report.plan)
  if (report.mode === 'check') return checked(report)
  return finished(report)
}

function planned(plan: ReleasePlan | undefined): string {
  const charts = plan?.charts ?? []
  const written = charts.filter(isForGitAlone).length
  const number = (...actions: PlannedAction[]): number => charts.filter(({ action }) => actions.includes(action)).length
  const parts = [
    some(number('publish', 'bump') - written, (n) => `${count(n, 'chart')} would be released`),
    some(written, (n) => `${count(n, 'published version')} would be written to git`),
    some(number('complete'), (n) => `${count(n, 'chart')} would get what is missing`),
    some(number('refuse'), (n) => `${count(n, 'chart')} can't be released`),
    some(number('leave'), (n) => `${n} ${n === 1 ? 'stays' : 'stay'} as published`),
  ].filter((part) => part !== '')
  if (parts.length === 0) return 'There are no charts. Nothing was changed.'
  return `${parts.join(', ')}. Nothing was changed.`
}

function checked({ charts, checks = [] }: ReleaseReport): string {
  const failed = charts.filter(({ result }) => result === 'failed').length
  const left = checks.filter(({ verdict }) => verdict === 'left').length
  if (charts.length === 0) return 'There are no charts to check.'
  const changed = checks.filter(({ verdict }) => verdict !== 'unchanged').length
  const parts = [
    some(failed, (n) => `${count(n, 'chart')} ${n === 1 ? 'needs' : 'need'} a look: see what to write below`),
    some(left, (n) => `${count(n, 'version')} will be raised by the release`),
  ].filter((part) => part !== '')
  if (parts.length > 0) return `${parts.join(', ')}.`
  return changed === 0
    ? 'No chart changed.'
    : `All ${count(changed, 'changed chart')} have versions that are high enough.`
}

function finished({ charts, pullRequest, problems, bumpCommit }: ReleaseReport): string {
  const number = (result: ChartResult): number => charts.filter((chart) => chart.result === result).length
  if (charts.length === 0) return 'There was nothing to release.'
  const isWritten = ({ result, previousVersion }: ReleaseReport['charts'][number]) =>
    result === 'unchanged' && previousVersion !== undefined && bumpCommit !== undefined
  const written = charts.filter(isWritten).length
  const restored = charts.filter(isRestored).length
  if (number('unchanged') === charts.length && problems.length === 0) {
    const what =
      charts.length === 1
        ? 'the chart is published as it stands'
        : `all ${charts.length} charts are published as they stand`
    return `Nothing to release: ${what}${some(written, (n) => `; ${count(n, 'published version')} written to git`)}.`
  }
  return `${[
    some(problems.length, (n) => count(n, 'problem')),
    some(number('failed'), (n) => `${count(n, 'chart')} failed`),
    some(number('skipped'), (n) => `${count(n, 'chart')} skipped`),
    some(number('released'), (n) => `${count(n, 'chart')} released`),
    some(number('completed') - restored, (n) => `${count(n, 'signature')} added`),
    some(restored, (n) => `${count(n, 'archive')} restored`),
    some(number('planned'), (n) => `${count(n, 'chart')} proposed in pull request #${pullRequest?.number}`),
    some(written, (n) => `${count(n, 'published version')} written to git`),
    some(number('unchanged') - written, (n) => `${n} unchanged`),
  ]
    .filter((part) => part !== '')
    .join(', ')}.`
}

/** The charts that a problem stops. */
export function stopped(
  charts: readonly ChartOutcome[],
): readonly (ChartOutcome & { readonly problem: ReleaseError })[] {
  return charts.flatMap((chart) => (chart.problem ? [{ ...chart, problem: chart.problem }] : []))
}

/** A problem in plain lines: what, where, what to do. */
export function problemText(problem: ReleaseError): string {
  const lines = [problem.message, placeOf(problem), problem.hint === undefined ? '' : `What to do: ${problem.hint}`]
  return lines.filter((line) => line !== '').join('\n')
}

/** `charts/app/Chart.yaml:3:1`, as far as it is known. */
export function placeOf({ at }: Pick<ReleaseError, 'at'>): string {
  return at === undefined ? '' : [at.file, at.line, at.column].filter((part) => part !== undefined).join(':')
}

/** `1.4.2 -> 1.4.3`, or the version alone where it did not move. */
export function versions(from: string | undefined, to: string, arrow: string): string {
  return from === undefined || from === to ? to : `${from} ${arrow} ${to}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function some(number: number, words: (number: number) => string): string {
  return number === 0 ? '' : words(number)
}
