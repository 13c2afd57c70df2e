import { findingWords } from '../../bump/registry.ts'
import { type ChartDecision, isForGitAlone, isReleased } from '../../plan/decision/decision.ts'
import { sameAs, sameCauses } from '../../report/wording/problems.ts'
import { halfReleased } from '../half-released/words.ts'
import type { PlannedRun } from '../planned-run.ts'

/** Per chart. */
const MAX_FINDINGS = 5

/** The plan in a few lines: what will be done and why. Charts that stay as they are are only counted. */
export function planLines({ decisions, unreadable, scope, halfReleases, remarks }: PlannedRun): string {
  if (scope.kind === 'nothing') return scope.reason
  const active = decisions.filter((decision) => decision.action !== 'leave')
  const count = `${decisions.length + unreadable.length} ${decisions.length === 1 ? 'chart' : 'charts'}`
  const same = sameCauses(active.flatMap(stoppedBy))
  const counted = (action: ChartDecision['action'], words: string) => {
    const { length } = active.filter((decision) => decision.action === action)
    return length > 0 ? `, ${length} ${words}` : ''
  }
  const todo = decisions.filter((decision) => isReleased(decision) && !isForGitAlone(decision)).length
  return [
    `${count}: ${todo} to release, ${decisions.length - active.length} unchanged${counted('wait', 'changed and not released')}${counted('refuse', 'refused')}.`,
    ...halfReleases.halves.map((half) => half.problem?.message ?? halfReleased(half)),
    ...active.flatMap((decision) => [decisionLine(decision, same.get(decision.chart.path)), ...findingLines(decision)]),
    ...unreadable.map(({ path, problem }) => `${path}: ${problem.message}`),
    ...remarks,
  ].join('\n')
}

function stoppedBy({ chart, version, problem }: ChartDecision) {
  return problem ? [{ name: chart.manifest.name, path: chart.path, version, problem }] : []
}

function decisionLine(decision: ChartDecision, same: string | undefined): string {
  const { name, version } = decision.chart.manifest
  const versions = decision.version === version ? version : `${version} -> ${decision.version}`
  return `${name} ${versions}: ${decision.action}, ${same === undefined ? decision.reason : sameAs(same)}`
}

/** The findings that count, and those that say what could not be found out, which are never left out. */
function findingLines({ findings }: ChartDecision): readonly string[] {
  const shown = findings.slice(0, MAX_FINDINGS).map((finding) => `  ${finding.rule}: ${findingWords(finding)}`)
  const left = findings.length - shown.length
  return left > 0 ? [...shown, `  and ${left} more, which the plan lists`] : shown
}
