import type { ChartManifest } from '../model/chart.ts'
import type { Finding } from '../model/finding.ts'
import type { BumpLevel, BumpSetting, ZeroMajor } from '../model/settings.ts'

/** Kinds of evidence, each with its price: `chart` compares and renders two packages, `commits` reads history. */
export type EvidenceNeed = 'chart' | 'commits'

/** What a strategy may look at. A strategy that needs more evidence adds it here as a field of its own. */
export interface BumpRequest {
  readonly manifest: ChartManifest
  /** The release that the chart is compared with. */
  readonly released: string
  /** What changed since, as far as the strategy `needs` it. */
  readonly findings: readonly Finding[]
  readonly zeroMajor: ZeroMajor
  /** When the commit that is released was made; asks git, so only the strategy that goes by it calls this. */
  readonly committedAt: () => Promise<Date>
}

/** A way to count versions. */
export interface Numbering {
  /** The version after `current`, always a higher one. With `limit` one below that, if this numbering has one there. */
  next(current: string, limit?: string): string
  /** Whether a version that somebody wrote is high enough after `released`. */
  reaches(released: string, version: string): boolean
}

/** How far the version moves, or which numbers it takes, and why, in words for the report. */
export type BumpDecision = {
  readonly reason: string
  /** The finding that decided. */
  readonly because?: Finding
} & ({ readonly level: BumpLevel } | { readonly numbering: Numbering })

/** One way to decide which version a changed chart gets. */
export interface BumpStrategy {
  /** The value of the setting `bump` that it answers to. */
  readonly name: BumpSetting
  /** What it goes by, as the documentation of the setting puts it after the name. */
  readonly summary: string
  /** What must be found out before it can decide; empty if the setting says it all. */
  readonly needs: readonly EvidenceNeed[]
  /** The level of all its decisions; absent if they differ, so that numbers don't tell which release line they are of. */
  readonly alwaysMovesBy?: BumpLevel | 'none'
  /** Only people move the version; what it decides is the least that they must write. */
  readonly isByHand?: true
  /** Whether a finding is one that this strategy goes by. */
  counts(finding: Finding): boolean
  /** `undefined`: no bump is allowed. */
  decide(request: BumpRequest): BumpDecision | undefined | Promise<BumpDecision | undefined>
}
