import { ReleaseError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { BumpSetting } from '../model/settings.ts'
import { requiredLevel } from './auto/level.ts'
import type { ChartSide } from './auto/side.ts'
import type { CommitQuestion } from './conventional/commits.ts'
import { fixed } from './fixed/fixed.ts'
import { fromFindings } from './from-findings.ts'
import type { Renderer } from './renderer.ts'
import type { BumpDecision, BumpRequest, BumpStrategy, EvidenceNeed } from './strategy.ts'

// Outside this folder only this file knows its folders.
export { frozenAppVersion } from './app-version/frozen.ts'
export { parseAppVersionRule } from './app-version/rule.ts'
export { valueAt } from './app-version/values.ts'
export { rank } from './auto/level.ts'
export { type ChartSide, chartSide, packagedSide } from './auto/side.ts'
export type { CommitQuestion } from './conventional/commits.ts'
export { findingWords } from './from-findings.ts'

/** What changed for the chart's users decides; a commit that says it breaks them may raise that, and nothing else. */
const auto = fromFindings({
  name: 'auto',
  needs: ['chart', 'commits'],
  counts: ({ kind, level }) => kind !== 'commits' || level === 'major' || level === 'none',
  levelOf: requiredLevel,
  otherwise: 'nothing that its users would notice',
  isBlind: ({ rule }) => rule === 'evidence/no-release',
})

const conventional = fromFindings({
  name: 'conventional',
  needs: ['commits'],
  counts: ({ kind }) => kind === 'commits',
  levelOf: requiredLevel,
  otherwise: 'no commit says more',
  isBlind: ({ level }) => level === 'none',
})

/** Every strategy; the first that answers decides. */
export const strategies: readonly BumpStrategy[] = [auto, conventional, fixed]

/** What users may write for `bump`. */
export const bumpNames: readonly BumpSetting[] = strategies.flatMap((strategy) => strategy.names)

/** The setting that a user wrote. Fails with `BUMP_INVALID`. */
export function parseBump(text: string): BumpSetting {
  const name = text.trim()
  const known = bumpNames.find((one) => one === name)
  if (known !== undefined) return known
  throw new ReleaseError('BUMP_INVALID', `bump: ${JSON.stringify(name.slice(0, 40))} is not a way to bump`, {
    hint: `Use one of ${bumpNames.map((one) => `\`${one}\``).join(', ')}.`,
  })
}

/** How far a changed chart's version moves; `undefined` where no bump is allowed. */
export function decideBump(request: BumpRequest): BumpDecision | undefined {
  for (const strategy of answering(request.setting)) {
    const decision = strategy.decide(request)
    if (decision) return decision
  }
  return undefined
}

/** The evidence that must be there before `decideBump` is asked. */
export function needsOf(setting: BumpSetting): readonly EvidenceNeed[] {
  return [...new Set(answering(setting).flatMap(({ needs }) => needs))]
}

/** Of what was found, that which has a say under a setting. */
export function findingsThatCount(setting: BumpSetting, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => answering(setting).some((strategy) => strategy.counts(finding)))
}

function answering(setting: BumpSetting): readonly BumpStrategy[] {
  return strategies.filter(({ names }) => names.includes(setting))
}

/** What changed between two packages of a chart; rendering is handed in. Loaded late: most runs compare nothing. */
export async function chartFindings(
  old: ChartSide,
  now: ChartSide,
  rendered: readonly Finding[],
): Promise<readonly Finding[]> {
  const { compareCharts } = await import('./auto/compare.ts')
  return compareCharts(old, now, rendered)
}

/** What changed in what two packages of a chart render. Loaded late, as comparing is. */
export async function renderedFindings(
  old: ChartSide,
  now: ChartSide,
  renderer: Renderer,
): Promise<readonly Finding[]> {
  const rendered = await import('./auto/rendered/rendered.ts')
  return rendered.renderedFindings(old, now, renderer)
}

/** What commits say of a chart. Loaded late, with the parser. */
export async function commitFindings(question: CommitQuestion): Promise<readonly Finding[]> {
  const { findingsOfCommits } = await import('./conventional/findings.ts')
  return findingsOfCommits(question)
}
