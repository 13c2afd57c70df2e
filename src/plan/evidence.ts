import type { ChartSource } from '../chart/source.ts'
import type { ChartRef } from '../model/chart.ts'
import type { TargetEvidence } from '../model/plan.ts'
import type { Presence, Published, Target } from '../model/target.ts'
import type { DesiredAppVersion } from './app-version.ts'

/** What one target holds for one version, and how it compares with the chart in git. */
export interface Sighting {
  readonly target: Target
  readonly presence: Presence
  readonly evidence: TargetEvidence
}

export interface EvidenceContext {
  readonly targets: readonly Target[]
  /** Whether missing signatures matter. */
  readonly signatures: boolean
  /** Whether a package that another tool published holds what git packages, file by file. */
  readonly sameContent: (chart: ChartSource, target: Target, published: Published) => Promise<boolean>
  /** A package of another tool that is equal counts as ours once it is signed. */
  readonly adopt: boolean
}

/** Asks every target for a version, side by side. */
export function lookAt(
  chart: ChartSource,
  ref: ChartRef,
  desired: DesiredAppVersion,
  context: EvidenceContext,
): Promise<readonly Sighting[]> {
  return Promise.all(
    context.targets.map(async (target) => {
      const presence = await target.find(ref, { signatures: context.signatures, archive: true })
      const state = await compare(presence, { chart, desired, target, context })
      const digest = presence.state === 'present' ? { digest: presence.digest } : {}
      const evidence = { target: target.address, reference: target.reference(ref), state, ...digest }
      return { target, presence, evidence }
    }),
  )
}

interface Comparison {
  readonly chart: ChartSource
  readonly desired: DesiredAppVersion
  readonly target: Target
  readonly context: EvidenceContext
}

async function compare(
  presence: Presence,
  { chart, desired, target, context }: Comparison,
): Promise<TargetEvidence['state']> {
  if (presence.state !== 'present') return presence.state
  if (presence.fingerprint === undefined) {
    if (!(await context.sameContent(chart, target, presence))) return 'other'
    return context.adopt && presence.signed === 'none' ? 'unsigned' : 'unadopted'
  }
  if (presence.fingerprint !== chart.fingerprint) return 'other'
  if (desired.evidence && presence.appVersion !== desired.value) return 'other'
  if (presence.isMissing) return 'missing'
  return context.signatures && presence.signed === 'none' ? 'unsigned' : 'same'
}
