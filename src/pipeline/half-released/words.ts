import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'
import type { SignedRelease } from '../chart-release.ts'
import type { CheckedRelease } from '../half-release.ts'

/** What is to be said about a recorded release that this run does not finish; `undefined` if it is nobody's concern. */
export function warningFor(
  checked: CheckedRelease,
  { isCovered }: { readonly isCovered: boolean },
): string | undefined {
  const { release, state, ref } = checked
  if (state === 'withdrawn') {
    return `${halfReleased(checked)}. Its git tag ${release.tag} was deleted, so it counts as withdrawn and is not published any further.`
  }
  const giveUp = `To leave it as it is, type \`${dropping(ref)}\`.`
  if (state === 'elsewhere') {
    return `${nameOf(release)} was to be published on ${strangers(checked)} too, and that was never finished. This run does not publish it there. ${giveUp}`
  }
  if (state !== 'half' || isCovered) return undefined
  return `${halfReleased(checked)}. Its folder ${release.path} is none of this run's \`charts\`, so it is not finished here. ${giveUp}`
}

/** `app 1.0.0 is half released: it is on oci://…, and not on pages://…`. */
export function halfReleased({ release, evidence }: Pick<CheckedRelease, 'release' | 'evidence'>): string {
  const on = evidence.filter(({ state }) => state === 'same').map(({ target }) => target)
  const partly = evidence.filter(({ state }) => state === 'partly').map(({ target }) => target)
  const missing = evidence.filter(({ state }) => state !== 'same' && state !== 'partly').map(({ target }) => target)
  const places = [
    on.length > 0 ? `it is on ${on.join(', ')}` : '',
    partly.length > 0 ? `its archive is public at ${partly.join(', ')} and the index does not list it` : '',
    missing.length > 0 ? `it is not on ${missing.join(', ')}` : '',
  ]
  return `${nameOf(release)} is half released: ${places.filter((place) => place !== '').join('; ')}`
}

/** Why a release of an earlier run is in this one's report. */
export function finished(evidence: CheckedRelease['evidence']): string {
  const missing = evidence.filter(({ state }) => state !== 'same').map(({ target }) => target)
  return `an earlier run did not publish it on ${missing.join(', ')}; this run finished that`
}

/** The same for a release of this run, when some targets show it and a later one did not take it. */
export function leftHalf(
  { packaged, staged }: SignedRelease,
  on: readonly string[],
  cause: ReleaseError,
): ReleaseError {
  const missing = staged.flatMap(({ target }) => (on.includes(target.address) ? [] : [target.address]))
  const places = `it is on ${on.join(', ')}; it is not on ${missing.join(', ')}`
  const again = 'The next run tries to finish it, also if the chart changes before that.'
  return new ReleaseError(cause.code, `${nameOf(packaged)} is half released: ${places}: ${cause.message}`, {
    hint: cause.hint === undefined ? again : `${cause.hint} ${again}`,
    at: cause.at,
    cause,
  })
}

/** Keeps the code of what stopped it: a failure of trust stays one. */
export function halfReleaseProblem(checked: CheckedRelease, cause: ReleaseError): ReleaseError {
  const hints = [
    cause.hint,
    `Each run tries again. To leave ${nameOf(checked.release)} as it is, type \`${dropping(checked.ref)}\`.`,
  ]
  return new ReleaseError(cause.code, `${halfReleased(checked)}: ${cause.message}`, {
    hint: hints.filter((hint) => hint !== undefined).join(' '),
    at: cause.at,
    cause,
  })
}

export function commitGone({ name, version, commit }: RecordedRelease): ReleaseError {
  return new ReleaseError(
    'HALF_RELEASE_COMMIT_GONE',
    `Commit ${shortCommit(commit)}, which ${name} ${version} was packaged from, is not in the repository any more, or not with that content.`,
  )
}

/** Neither signatures nor history vouch for what would be signed. */
export function unverified({ name, version, commit }: RecordedRelease): ReleaseError {
  return new ReleaseError(
    'HALF_RELEASE_UNVERIFIED',
    `Nothing that is stored of ${name} ${version} has a complete signature of this repository's workflows, and commit ${shortCommit(commit)} alone does not account for it.`,
    { hint: 'Find out who published it.' },
  )
}

function dropping(ref: string): string {
  return `git push origin --delete ${ref}`
}

function nameOf({ name, version }: ChartRef): string {
  return `${name} ${version}`
}

function strangers({ release, evidence }: CheckedRelease): string {
  return release.targets.filter((address) => !evidence.some(({ target }) => target === address)).join(', ')
}
