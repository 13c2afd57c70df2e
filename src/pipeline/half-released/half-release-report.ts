import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome } from '../../model/report.ts'
import { planProblem } from '../../plan/intent.ts'
import type { HalfRelease } from './half-releases.ts'
import { halfReleased } from './words.ts'

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

/** A half release that was not touched, or that could not be finished. */
export function halfReleaseOutcome(half: HalfRelease, result: 'skipped' | 'failed'): ChartOutcome {
  const { release, source } = half
  const { name, version, path } = release
  const appVersion = source?.chart.manifest.appVersion
  return {
    ...{ name, path, version, reason: halfReleased(half), result, references: [], signed: false },
    ...(appVersion !== undefined && { appVersion }),
  }
}
