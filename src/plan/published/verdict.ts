import type { TargetEvidence } from '../../model/plan.ts'
import type { Verdict } from '../decision/judged-chart.ts'

/**
 * Decides by content what a version needs, from what the targets hold (laws 1 and 3). `claim` says whether a git tag of
 * this version stands for other content.
 */
export function verdictFor(version: string, evidence: readonly TargetEvidence[], claim: 'free' | 'taken'): Verdict {
  const by = (...states: readonly TargetEvidence['state'][]) => evidence.filter(({ state }) => states.includes(state))
  const unknown = by('unknown')
  if (unknown.length > 0) return { action: 'unknown', targets: unknown.map(({ target }) => target) }
  const other = by('other')
  if (other.length > 0) {
    const where = other.length === evidence.length ? '' : ` on ${names(other)}`
    return { action: 'move', reason: `its content changed since ${version} was published${where}` }
  }
  const absent = by('absent')
  if (absent.length === evidence.length && claim === 'taken') {
    return { action: 'move', reason: `the git tag of ${version} stands for other content` }
  }
  if (absent.length > 0) {
    const where = absent.length === evidence.length ? 'anywhere yet' : `on ${names(absent)}`
    return { action: 'publish', reason: `${version} is not published ${where}` }
  }
  const missing = by('missing')
  if (missing.length > 0) {
    return { action: 'complete', reason: `${version} is published, but its archive is missing on ${names(missing)}` }
  }
  const unsigned = by('unsigned')
  if (unsigned.length > 0) {
    const where = unsigned.length === evidence.length ? '' : ` on ${names(unsigned)}`
    const isForeign = unsigned.some(({ isSignedByOthers }) => isSignedByOthers)
    const what = isForeign ? 'somebody else signed it, and this repository did not' : 'its signatures are missing'
    return { action: 'complete', reason: `${version} is published, but ${what}${where}` }
  }
  const foreign = `${version} was published by another tool with the same content`
  if (by('unrecorded').length > 0) return { action: 'complete', reason: `${foreign}, and is adopted` }
  const unadopted = by('unadopted')
  const tag = unadopted.find(({ byTag }) => byTag !== undefined)?.byTag
  if (tag !== undefined) return { action: 'leave', reason: `${foreign}, by git tag ${tag}` }
  if (unadopted.length > 0) return { action: 'leave', reason: foreign }
  return { action: 'leave', reason: `${version} is published with this content` }
}

function names(evidence: readonly TargetEvidence[]): string {
  return evidence.map(({ target }) => target).join(', ')
}
