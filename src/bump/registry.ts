import { ReleaseError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { BumpLevel, BumpSetting } from '../model/settings.ts'
import { requiredLevel } from './auto/level.ts'
import type { ChartSide } from './auto/side.ts'
import { calver } from './calver/calver.ts'
import type { CommitQuestion } from './conventional/commits.ts'
import { fixed, none } from './fixed/fixed.ts'
import { type FindingRules, fromFindings } from './from-findings.ts'
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
const byChanges: Omit<FindingRules, 'name' | 'summary'> = {
  needs: ['chart', 'commits'],
  counts: ({ kind, level }) => kind !== 'commits' || level === 'major' || level === 'none',
  levelOf: requiredLevel,
  otherwise: 'nothing that its users would notice',
  isBlind: ({ rule }) => rule === 'evidence/no-release',
}

const auto = fromFindings({ ...byChanges, name: 'auto', summary: 'by what changed for its users' })

/** A changed chart waits until somebody raises its version. */
const manual: BumpStrategy = {
  ...fromFindings({ ...byChanges, name: 'manual', summary: 'to wait until somebody raises it' }),
  isByHand: true,
}

const conventional = fromFindings({
  name: 'conventional',
  summary: 'by the commit messages',
  needs: ['commits'],
  counts: ({ kind }) => kind === 'commits',
  levelOf: requiredLevel,
  otherwise: 'no commit says more',
  isBlind: ({ level }) => level === 'none',
})

/** Every strategy, in the order of the documentation. */
const strategies: readonly BumpStrategy[] = [
  auto,
  conventional,
  calver,
  fixed('patch'),
  fixed('minor'),
  fixed('major'),
  manual,
  none,
]

const byName: ReadonlyMap<BumpSetting, BumpStrategy> = new Map(strategies.map((strategy) => [strategy.name, strategy]))

/** What users may write for `bump`. */
export const bumpNames: readonly BumpSetting[] = [...byName.keys()]

/** What goes without a setting. */
export const defaultBump: BumpSetting = auto.name

/** What each name means, for the documentation of the setting; names with the same summary form a group. */
export const bumpSummary: string = summaryOf(strategies)

/** Which version a changed chart gets; `undefined` if no bump is allowed. */
export async function decideBump(setting: BumpSetting, request: BumpRequest): Promise<BumpDecision | undefined> {
  return strategyOf(setting).decide(request)
}

/** The evidence that must be there before `decideBump` is asked. */
export function needsOf(setting: BumpSetting): readonly EvidenceNeed[] {
  return strategyOf(setting).needs
}

/** Of what was found, that which has a say under a setting. */
export function findingsThatCount(setting: BumpSetting, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => strategyOf(setting).counts(finding))
}

/** Whether the action may give a chart another version than the one in Chart.yaml. */
export function allowsBump(setting: BumpSetting): boolean {
  return judgesVersions(setting) && !isByHand(setting)
}

/** Whether a changed chart waits for somebody who raises its version. */
export function isByHand(setting: BumpSetting): boolean {
  return strategyOf(setting).isByHand ?? false
}

/** Whether a setting says how high the version of a changed chart must be, whoever writes it. */
export function judgesVersions(setting: BumpSetting): boolean {
  return strategyOf(setting).alwaysMovesBy !== 'none'
}

/** The level by which a setting always moves; `undefined` if its decisions differ, or if it never moves. */
export function fixedLevelOf(setting: BumpSetting): BumpLevel | undefined {
  const { alwaysMovesBy } = strategyOf(setting)
  return alwaysMovesBy === 'none' ? undefined : alwaysMovesBy
}

function strategyOf(setting: BumpSetting): BumpStrategy {
  const strategy = byName.get(setting)
  if (strategy) return strategy
  throw new ReleaseError('BUG_UNEXPECTED', `No strategy answers to bump: ${setting}.`)
}

function summaryOf(all: readonly BumpStrategy[]): string {
  const groups = [...Map.groupBy(all, ({ summary }) => summary)]
  const parts = groups.map(([summary, group]) => {
    const names = group.map(({ name }) => `\`${name}\``)
    return `${alternatives(names, ' or ')} ${summary}`
  })
  return alternatives(parts, ', or ')
}

function alternatives(items: readonly string[], or: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}${or}${last}`
}

/**
 * What changed between two packages of a chart, read and rendered, also with `values`: texts of values files that they lack. Loaded late:
 * most runs compare nothing.
 */
export async function chartFindings(
  old: ChartSide,
  now: ChartSide,
  renderer: Renderer,
  values: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  const { compareAndRender } = await import('./auto/compare.ts')
  const { renderedFindings } = await import('./auto/rendered/rendered.ts')
  return compareAndRender(old, now, (isDecided) => renderedFindings(old, now, renderer, { values, isDecided }))
}

/** What commits say of a chart. Loaded late, with the parser. */
export async function commitFindings(question: CommitQuestion): Promise<readonly Finding[]> {
  const { findingsOfCommits } = await import('./conventional/findings.ts')
  return findingsOfCommits(question)
}
