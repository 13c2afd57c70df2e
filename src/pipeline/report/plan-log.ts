import { findingWords } from '../../bump/registry.ts'
import { type Intent, isForGitAlone, isReleased } from '../../plan/decision/decision.ts'
import { sameAs, sameCauses } from '../../report/shared-problems.ts'
import { halfReleased } from '../half-released/words.ts'
import type { Scene } from '../plan/plan-step.ts'

/** Of one chart. */
const MAX_FINDINGS = 5

/** The plan in a few lines: what will be done and why; charts that stay are only counted. */
export function planLines({ intents, unreadable, scope, halfReleases, remarks }: Scene): string {
  if (scope.kind === 'nothing') return scope.reason
  const active = intents.filter((intent) => intent.action !== 'leave')
  const count = `${intents.length + unreadable.length} ${intents.length === 1 ? 'chart' : 'charts'}`
  const same = sameCauses(active.flatMap(stoppedBy))
  const todo = intents.filter((intent) => isReleased(intent) && !isForGitAlone(intent)).length
  return [
    `${count}: ${todo} to release, ${intents.length - active.length} unchanged.`,
    ...halfReleases.halves.map((half) => half.problem?.message ?? halfReleased(half)),
    ...active.flatMap((intent) => [intentLine(intent, same.get(intent.chart.path)), ...findingLines(intent)]),
    ...unreadable.map(({ path, problem }) => `${path}: ${problem.message}`),
    ...remarks,
  ].join('\n')
}

function stoppedBy({ chart, version, problem }: Intent) {
  return problem ? [{ name: chart.manifest.name, path: chart.path, version, problem }] : []
}

function intentLine(intent: Intent, same: string | undefined): string {
  const { name, version } = intent.chart.manifest
  const versions = intent.version === version ? version : `${version} -> ${intent.version}`
  return `${name} ${versions}: ${intent.action}, ${same === undefined ? intent.reason : sameAs(same)}`
}

/** What changed, as far as it weighs something, and what could not be found out: that is never kept silent. */
function findingLines({ findings }: Intent): readonly string[] {
  const shown = findings.slice(0, MAX_FINDINGS).map((finding) => `  ${finding.rule}: ${findingWords(finding)}`)
  const left = findings.length - shown.length
  return left > 0 ? [...shown, `  and ${left} more, which the plan lists`] : shown
}
