import { type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import type { CheckedRelease } from '../half-release.ts'

/**
 * Planned releases with the targets that only follow others, and that a run which died meant to bring the version to: the plan
 * did not ask those for what another target holds already.
 */
export function withRecordedTargets(
  decisions: readonly ChartDecision[],
  checked: readonly CheckedRelease[],
): readonly ChartDecision[] {
  return decisions.map((decision) => {
    const { chart, version, sightings } = decision
    const records = checked.filter(({ release }) => release.name === chart.manifest.name && release.version === version)
    if (records.length === 0 || !isReleased(decision)) return decision
    const known = new Set(sightings.map(({ target }) => target))
    const recorded = records.flatMap((record) => record.sightings)
    const more = recorded.filter(({ target }) => target.follows && !known.has(target))
    const byTarget = new Map(more.map((sighting) => [sighting.target, sighting]))
    return { ...decision, sightings: [...sightings, ...byTarget.values()] }
  })
}
