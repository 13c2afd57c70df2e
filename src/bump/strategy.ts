import type { ChartManifest } from '../model/chart.ts'
import type { Finding } from '../model/finding.ts'
import type { BumpLevel, BumpSetting, ZeroMajor } from '../model/settings.ts'

/** Kinds of evidence, each with its price: `chart` compares and renders two packages, `commits` reads history. */
export type EvidenceNeed = 'chart' | 'commits'

/** What a strategy may look at. A strategy that needs more evidence adds it here as a field of its own. */
export interface BumpRequest {
  readonly manifest: ChartManifest
  readonly setting: BumpSetting
  /** The release that the chart is compared with. */
  readonly released: string
  /** What changed since, as far as the strategy `needs` it. */
  readonly findings: readonly Finding[]
  readonly zeroMajor: ZeroMajor
}

/** How far the version moves, and why, in words for the report. */
export interface BumpDecision {
  readonly level: BumpLevel
  readonly reason: string
  /** The finding that decided. */
  readonly because?: Finding
}

/** One way to decide how far a changed chart's version moves. */
export interface BumpStrategy {
  /** The values of the setting `bump` that it answers to. */
  readonly names: readonly BumpSetting[]
  /** What must be found out before it can decide; empty where the setting says it all. */
  readonly needs: readonly EvidenceNeed[]
  /** Whether a finding is one that this strategy goes by. */
  counts(finding: Finding): boolean
  /** `undefined`: this strategy has no answer here. */
  decide(request: BumpRequest): BumpDecision | undefined
}
