import { ReleaseError } from '../../model/errors.ts'
import type { Identity } from '../../model/signature.ts'
import type { PublishedArtifact } from '../../model/target.ts'
import type { Requirement } from '../../model/verification.ts'
import { isOurs } from '../../signing/policy/ownership.ts'
import type { PublishedChart } from '../../verification/published/published-chart.ts'
import { verifyChart } from '../../verification/verify-chart.ts'
import type { Signing } from '../run.ts'

/** Charts that are looked at side by side, of each target. */
export const AT_ONCE = 24
/** More would hide the first. */
export const MAX_PROBLEMS = 10

/** A version that this run made visible on one target. */
export interface Shown {
  readonly artifact: PublishedArtifact
  /** This run signed it there. */
  readonly isSigned: boolean
}

/** What must be signed of it by this workflow. */
export function signedParts({ artifact, isSigned }: Shown): readonly Requirement[] {
  return [...(isSigned ? (['signature'] as const) : []), ...(artifact.signedIndex ? (['index'] as const) : [])]
}

/** Checks a chart as its consumer would: what is required, and that it is the one that was asked for. */
export async function verifyShown(
  chart: PublishedChart,
  required: readonly Requirement[],
  signing: Signing | undefined,
) {
  const policy = { required: signing ? required : [], refusal: signing && refusalOf(signing) }
  const inspector = async () => (signing ? signing.inspector : Promise.reject(notAsked('A signature')))
  return verifyChart(chart, policy, { inspector, keyring: () => Promise.reject(notAsked('A provenance file')) })
}

function refusalOf({ ours }: Signing) {
  return (identity: Identity) =>
    isOurs(identity, ours) ? undefined : `it is by ${identity.subject}, which is not a workflow of this repository`
}

function notAsked(what: string): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${what} was to be judged after a release`)
}
