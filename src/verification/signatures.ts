import { ReleaseError } from '../model/errors.ts'
import type { Identity, StoredSignatures, Subject } from '../model/signature.ts'
import { countText, cut, someOf } from '../model/text.ts'
import type { CheckedRequirement, RefusedSignature, Requirement } from '../model/verification.ts'
import type { InspectedSignature, SignatureInspector } from '../signing/signer.ts'

/** Why a signature by this identity does not count, to follow `Sigstore bundle 1: `; `undefined` if it does. */
export type SignerRefusal = (identity: Identity) => string | undefined

interface Wanted {
  readonly requirement: Exclude<Requirement, 'gpg'>
  /** What is signed, for messages. */
  readonly what: string
  /** Absent if there is nothing that could be signed, such as the index of a registry. */
  readonly stored: { readonly subject: Subject; readonly signatures: StoredSignatures } | undefined
  readonly refusal: SignerRefusal
}

/** What is looked for, by requirement. */
const NAMES = {
  signature: 'keyless signature',
  provenance: 'SLSA v1 provenance',
  index: 'signature of the index',
} as const
/** More reasons would hide the first. */
const MAX_REASONS = 3
/** A certificate can name a subject of kilobytes. */
const MAX_REASON = 600
/** As many are reported. Anybody who may push can add signatures. */
const MAX_REFUSED = 20

/** Whether one of the stored signatures is of the required kind, holds, and is by whom it should be. */
export async function checkSignatures(
  wanted: Wanted,
  inspector: () => Promise<SignatureInspector>,
): Promise<CheckedRequirement> {
  const { requirement, stored, refusal } = wanted
  const count = stored ? stored.signatures.legacy.length + stored.signatures.bundles.length : 0
  // Without a signature no trusted root has to be fetched.
  const inspected = stored && count > 0 ? (await inspector()).inspect(stored.subject, stored.signatures) : []
  const kind = requirement === 'provenance' ? 'provenance' : 'signature'
  const judged = inspected
    .filter((one) => one.kind === kind || one.kind === 'unknown')
    .map((one) => judge(one, refusal))
  const accepted = judged.find(({ refusal }) => refusal === undefined)
  const refused = judged.flatMap(({ refusal }) => refusal ?? []).slice(0, MAX_REFUSED)
  const identity = accepted?.inspected.identity
  if (accepted && identity) return { requirement, accepted: { form: accepted.inspected.form, identity }, refused }
  return { requirement, problem: problemOf(wanted, judged, inspected.length - judged.length), refused }
}

interface Judged {
  readonly inspected: InspectedSignature
  /** Absent if it counts. */
  readonly refusal?: RefusedSignature
  /** It holds, and is by somebody else. */
  readonly isForeign: boolean
}

function judge(inspected: InspectedSignature, refusal: SignerRefusal): Judged {
  const { form, identity, why } = inspected
  const problem = identity ? refusal(identity) : (why ?? 'it cannot be read')
  return {
    inspected,
    isForeign: identity !== undefined,
    ...(problem !== undefined && { refusal: { form, why: cut(problem, MAX_REASON) } }),
  }
}

function problemOf({ requirement, what }: Wanted, judged: readonly Judged[], others: number): ReleaseError {
  if (judged.length === 0) return missing(requirement, what, others)
  // What holds and is by somebody else says more than what is broken.
  const foreign = judged.filter(({ isForeign }) => isForeign)
  const shown = (foreign.length > 0 ? foreign : judged).flatMap(({ refusal }) => refusal ?? [])
  const reasons = someOf(
    shown.map(({ form, why }) => `${form}: ${why}`),
    MAX_REASONS,
  )
  if (foreign.length > 0) {
    return new ReleaseError(
      'VERIFY_IDENTITY_REFUSED',
      `No ${NAMES[requirement]} of ${what} is by whom it should be. ${reasons}.`,
      {
        hint: 'If it was signed by whom you trust, change `repository`, `workflow`, `ref` or `issuer`. If not, do not deploy it: somebody else published or signed it.',
      },
    )
  }
  return new ReleaseError('VERIFY_SIGNATURE_INVALID', `No ${NAMES[requirement]} of ${what} holds. ${reasons}.`, {
    hint: 'If it comes from a private Sigstore, give its `trusted-root`. Otherwise somebody changed the chart or its signatures: do not deploy it, and ask its publisher.',
  })
}

function missing(requirement: Wanted['requirement'], what: string, others: number): ReleaseError {
  const beside = others === 0 ? '' : `; it has ${countText(others, 'signature')} of another kind`
  return new ReleaseError('VERIFY_SIGNATURE_MISSING', `${what} has no ${NAMES[requirement]}${beside}.`, {
    hint: `If it had one, somebody or a clean-up job removed it: do not deploy it before its publisher has looked; the next release run restores what is lost. If its publisher never makes one, take \`${requirement}\` out of \`require\`.`,
  })
}
