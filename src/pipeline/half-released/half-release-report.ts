import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome } from '../../model/report.ts'
import { planProblem } from '../../plan/decision/decision.ts'
import type { HalfRelease } from '../half-release.ts'
import { finished, halfReleased } from './words.ts'

/** A half release as the plan shows it, beside the chart that the branch has now. */
export function plannedHalfRelease(half: HalfRelease): PlannedChart {
  const { release, source, problem } = half
  const { name, version, path, fingerprint } = release
  const appVersion = source?.chart.manifest.appVersion
  return {
    ...{ path, name, type: source?.chart.manifest.type ?? 'application' },
    ...{ action: problem ? 'refuse' : 'publish', currentVersion: version, version },
    ...(appVersion !== undefined && { appVersion: { from: appVersion, to: appVersion } }),
    ...{ fingerprint, reason: problem?.message ?? halfReleased(half), findings: [], follows: [] },
    evidence: half.sightings.map(({ evidence }) => evidence),
    ...(problem && { problem: planProblem(problem) }),
  }
}

/** A half release in the report: finished by this run, not touched, or still half released. */
export function halfReleaseOutcome(
  half: HalfRelease,
  end: Pick<ChartOutcome, 'result' | 'references' | 'signed'>,
): ChartOutcome {
  const { release, source, evidence } = half
  const { name, version, path } = release
  const appVersion = source?.chart.manifest.appVersion
  const reason = reasons.get(end.result)?.(evidence) ?? halfReleased(half)
  return { name, path, version, ...(appVersion !== undefined && { appVersion }), reason, ...end }
}

/** Nothing is left to do if another run was faster. */
const reasons: ReadonlyMap<ChartOutcome['result'], (evidence: HalfRelease['evidence']) => string> = new Map([
  ['released', finished],
  ['completed', finished],
  ['unchanged', () => 'an earlier run did not publish it everywhere, and another one has finished that'],
])
