import { shortCommit } from '../../model/git/commits.ts'
import type { PlannedAction, ReleasePlan } from '../../model/plan.ts'
import type { ChartResult, ReleaseReport } from '../../model/report.ts'
import { countText, someOf } from '../../model/text.ts'
import { isForGitAlone, isRestored } from './chart-text.ts'

/** The whole run in one sentence, without markup. */
export function headline(report: ReleaseReport): string {
  // A half release of an earlier run may have been finished before anything else went wrong.
  const isIdle = report.charts.every(({ result }) => result !== 'released' && result !== 'completed')
  if (report.problems.length > 0 && isIdle)
    return `Nothing was released: ${countText(report.problems.length, 'problem')}.`
  if (report.supersededBy !== undefined) {
    const start = isIdle ? 'Nothing was released:' : `${releaseHeadline(report).replace(/\.$/, '')};`
    return `${start} the branch moved on to ${shortCommit(report.supersededBy)}, and the run of that commit carries on.`
  }
  if (report.heldBack) return `${report.heldBack.reason} ${planHeadline(report.plan)}`
  if (report.mode === 'plan') return planHeadline(report.plan)
  if (report.mode === 'check') return checkHeadline(report)
  return releaseHeadline(report)
}

function planHeadline(plan: ReleasePlan | undefined): string {
  const charts = plan?.charts ?? []
  const written = charts.filter(isForGitAlone).length
  const number = (...actions: PlannedAction[]): number => charts.filter(({ action }) => actions.includes(action)).length
  const parts = [
    some(number('publish', 'bump') - written, (n) => `${countText(n, 'chart')} would be released`),
    some(written, (n) => `${countText(n, 'published version')} would be written to git`),
    some(number('complete'), (n) => `${countText(n, 'chart')} would get what is missing`),
    some(number('wait'), changedWords),
    some(number('refuse'), (n) => `${countText(n, 'chart')} can't be released`),
    some(number('leave'), (n) => `${n} ${n === 1 ? 'stays' : 'stay'} as published`),
  ].filter((part) => part !== '')
  if (parts.length === 0) return 'There are no charts. Nothing was changed.'
  return `${parts.join(', ')}. Nothing was changed.`
}

function checkHeadline({ charts, checks = [] }: ReleaseReport): string {
  const failed = charts.filter(({ result }) => result === 'failed').length
  const left = checks.filter(({ verdict }) => verdict === 'left').length
  const waiting = checks.filter(({ verdict }) => verdict === 'waiting').length
  if (charts.length === 0) return 'There are no charts to check.'
  const changed = checks.filter(({ verdict }) => verdict !== 'unchanged').length
  const parts = [
    some(failed, (n) => `${countText(n, 'chart')} ${n === 1 ? 'needs' : 'need'} a look: see what to write below`),
    some(waiting, (n) => `${countText(n, 'changed chart')} ${n === 1 ? 'is' : 'are'} not raised yet`),
    some(left, (n) => `${countText(n, 'version')} will be raised by the release`),
  ].filter((part) => part !== '')
  if (parts.length > 0) return `${parts.join(', ')}.`
  return changed === 0
    ? 'No chart changed.'
    : `All ${countText(changed, 'changed chart')} have versions that are high enough.`
}

function releaseHeadline({ charts, pullRequests, problems, bumpCommit }: ReleaseReport): string {
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
    return `Nothing to release: ${what}${some(written, (n) => `; ${countText(n, 'published version')} written to git`)}.`
  }
  return `${[
    some(problems.length, (n) => countText(n, 'problem')),
    some(number('failed'), (n) => `${countText(n, 'chart')} failed`),
    some(number('skipped'), (n) => `${countText(n, 'chart')} skipped`),
    some(number('released'), (n) => `${countText(n, 'chart')} released`),
    some(number('completed') - restored, (n) => `${countText(n, 'signature')} added`),
    some(restored, (n) => `${countText(n, 'archive')} restored`),
    some(number('planned'), (n) => `${countText(n, 'chart')} proposed in ${pullsText(pullRequests)}`),
    some(written, (n) => `${countText(n, 'published version')} written to git`),
    some(number('waiting'), changedWords),
    some(number('unchanged') - written, (n) => `${n} unchanged`),
  ]
    .filter((part) => part !== '')
    .join(', ')}.`
}

function some(number: number, words: (number: number) => string): string {
  return number === 0 ? '' : words(number)
}

function changedWords(n: number): string {
  return `${countText(n, 'chart')} changed and not released`
}

/** As many as a headline has room for. */
const MAX_PULLS = 5

function pullsText(pulls: ReleaseReport['pullRequests'] = []): string {
  const numbers = pulls.map(({ number }) => `#${number}`)
  return `${pulls.length === 1 ? 'pull request' : 'pull requests'} ${someOf(numbers, MAX_PULLS)}`
}
