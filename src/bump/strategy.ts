import type { ChartManifest } from '../model/chart.ts'
import type { BumpLevel, BumpSetting } from '../model/settings.ts'

/** What a strategy may look at. A strategy that needs more evidence adds it here as a field of its own. */
export interface BumpRequest {
  readonly manifest: ChartManifest
  readonly setting: BumpSetting
}

/** How far the version moves, and why, in words for the report. */
export interface BumpDecision {
  readonly level: BumpLevel
  readonly reason: string
}

/** One way to decide how far a changed chart's version moves. */
export interface BumpStrategy {
  /** The values of the setting `bump` that it answers to. */
  readonly names: readonly string[]
  /** `undefined`: this strategy has no answer here. */
  decide(request: BumpRequest): BumpDecision | undefined
}
