import { byLevel } from '../../bump/next-version.ts'
import { decideBump, findingsThatCount, needsOf, rank } from '../../bump/registry.ts'
import type { BumpDecision, EvidenceNeed, Numbering } from '../../bump/strategy.ts'
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
  /** Folders of the dependencies that get a new version. */
  readonly moved?: readonly string[]
}

/**
 * What changed for a chart's users since a release. Costs a download, processes and history, so it is asked only of
 * charts that move. Fails with what kept it from being found out; what can't be known is a finding without a level.
 */
export type EvidenceOf = (chart: ChartSource, question: EvidenceQuestion) => Promise<readonly Finding[]>

/** A dependency in this repository that gets a new version, and how far it moves if levels say that. */
export interface BumpedDependency {
  readonly path: string
  readonly name: string
  readonly level?: BumpLevel | undefined
}

export interface BumpQuestion {
  readonly setting: BumpSetting
  readonly zeroMajor: ZeroMajor
  /** `undefined` if there is nothing to compare with. */
  readonly since: Baseline | undefined
  readonly appVersion: string | undefined
  readonly moved: readonly BumpedDependency[]
  /** What is wanted beyond what the decision needs. */
  readonly also: readonly EvidenceNeed[]
  readonly committedAt: () => Promise<Date>
}

/** The lowest bump that a chart's changes allow. */
export interface RequiredBump {
  readonly numbering: Numbering
  /** How far that moves the version; absent if the strategy names versions instead. */
  readonly level?: BumpLevel
  readonly reason: string
  /** The finding that decided. */
  readonly because?: Finding
  /** All that was found, also what has no say. */
  readonly allFindings: readonly Finding[]
  readonly findings: readonly Finding[]
}

/**
 * How far a chart must move, and why; `undefined` if no bump is allowed. What a strategy does not need is never asked
 * for. A dependent moves at least by patch, and by minor if a dependency moved by that or further.
 */
export async function requiredBump(
  chart: ChartSource,
  { setting, zeroMajor, since, appVersion, moved, also, committedAt }: BumpQuestion,
  evidenceOf: EvidenceOf,
): Promise<RequiredBump | undefined> {
  const needs = needsOf(setting)
  const asked = [...new Set([...needs, ...also])]
  const below = moved.length > 0 && { moved: moved.map(({ path }) => path) }
  const question = { needs: asked, appVersion, ...below }
  const allFindings = asked.length > 0 && since ? await evidenceOf(chart, { since, ...question }) : []
  const findings = findingsThatCount(setting, allFindings)
  const released = since?.version ?? chart.manifest.version
  const decision = await decideBump(setting, { manifest: chart.manifest, released, findings, zeroMajor, committedAt })
  if (!decision) return undefined
  const raised = needs.length > 0 ? atLeast(decision, moved) : decision
  const numbering = 'level' in raised ? byLevel(raised.level) : raised.numbering
  return { ...raised, numbering, findings, allFindings }
}

function atLeast(decision: BumpDecision, moved: readonly BumpedDependency[]): BumpDecision {
  const weighty = moved.find(({ level }) => level === 'minor' || level === 'major')
  if (!weighty || !('level' in decision) || rank(decision.level) >= rank('minor')) return decision
  return { level: 'minor', reason: `its dependency ${weighty.name} moves by ${weighty.level}` }
}

/**
 * Whether only additions ask for more than a patch. Semantic versioning calls that minor, but many fixes are shipped as a
 * new key, so that never fails a chart.
 */
export function isMildlyLow({ level, findings }: Pick<RequiredBump, 'findings'> & { level?: BumpLevel | undefined }) {
  const weighty = findings.filter((finding) => rank(finding.level) >= rank('minor'))
  return level === 'minor' && weighty.length > 0 && weighty.every(isAddition)
}

function isAddition({ kind, rule, level }: Finding): boolean {
  return level === 'minor' && (kind === 'values' || kind === 'schema') && /added$/.test(rule)
}
