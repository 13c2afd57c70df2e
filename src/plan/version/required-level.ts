import { decideBump, findingsThatCount, needsOf, rank } from '../../bump/registry.ts'
import type { BumpDecision, EvidenceNeed } from '../../bump/strategy.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { Finding } from '../../model/finding.ts'
import type { BumpLevel, BumpSetting, ZeroMajor } from '../../model/settings.ts'
import type { Baseline } from '../published/baseline.ts'

/** What is to be found out about a chart that moves. */
export interface EvidenceQuestion {
  readonly since: Baseline
  readonly needs: readonly EvidenceNeed[]
  /** What appVersion will be. */
  readonly appVersion?: string | undefined
  /** Folders of the charts below that move. */
  readonly moved?: readonly string[]
}

/**
 * What changed for a chart's users since a release. Costs a download, processes and history, so it is asked only of
 * charts that move. Fails with what kept it from being found out; what can't be known is a finding without a level.
 */
export type EvidenceOf = (chart: ChartSource, question: EvidenceQuestion) => Promise<readonly Finding[]>

/** A chart below that moves, and how far where that is known. */
export interface BumpedDependency {
  readonly path: string
  readonly name: string
  readonly level?: BumpLevel | undefined
}

export interface Weighing {
  readonly setting: BumpSetting
  readonly zeroMajor: ZeroMajor
  /** `undefined` where there is nothing to compare with. */
  readonly since: Baseline | undefined
  readonly appVersion: string | undefined
  readonly moved: readonly BumpedDependency[]
  /** What is wanted beyond what the decision needs. */
  readonly also: readonly EvidenceNeed[]
}

export interface Weighed extends BumpDecision {
  /** All that was found, also what has no say. */
  readonly allFindings: readonly Finding[]
  readonly findings: readonly Finding[]
}

/**
 * How far a chart must move, and why; `undefined` where no bump is allowed. What a strategy does not need is never asked
 * for. A dependent moves at least by patch, and by minor where what it depends on did so, or further.
 */
export async function weigh(
  chart: ChartSource,
  { setting, zeroMajor, since, appVersion, moved, also }: Weighing,
  evidenceOf: EvidenceOf,
): Promise<Weighed | undefined> {
  const needs = needsOf(setting)
  const asked = [...new Set([...needs, ...also])]
  const below = moved.length > 0 && { moved: moved.map(({ path }) => path) }
  const question = { needs: asked, appVersion, ...below }
  const found = asked.length > 0 && since ? await evidenceOf(chart, { since, ...question }) : []
  const findings = findingsThatCount(setting, found)
  const released = since?.version ?? chart.manifest.version
  const decision = decideBump({ manifest: chart.manifest, setting, released, findings, zeroMajor })
  if (!decision) return undefined
  return { ...(needs.length > 0 ? atLeast(decision, moved) : decision), findings, allFindings: found }
}

function atLeast(decision: BumpDecision, moved: readonly BumpedDependency[]): BumpDecision {
  const weighty = moved.find(({ level }) => level === 'minor' || level === 'major')
  if (!weighty || rank(decision.level) >= rank('minor')) return decision
  return { level: 'minor', reason: `its dependency ${weighty.name} moves by ${weighty.level}` }
}

/**
 * Whether only additions ask for more than a patch. Semantic versioning calls that minor, but many fixes are shipped as a
 * new key, so nobody is stopped for it.
 */
export function isMildlyLow({ level, findings }: Pick<Weighed, 'level' | 'findings'>): boolean {
  const weighty = findings.filter((finding) => rank(finding.level) >= rank('minor'))
  return level === 'minor' && weighty.length > 0 && weighty.every(isAddition)
}

function isAddition({ kind, rule, level }: Finding): boolean {
  return level === 'minor' && (kind === 'values' || kind === 'schema') && /added$/.test(rule)
}
