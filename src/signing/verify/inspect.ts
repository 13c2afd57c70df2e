import { isBundleWithMessageSignature } from '@sigstore/bundle'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { PolicyError, VerificationError } from '@sigstore/verify'
import { z } from 'zod'
import { ReleaseError } from '../../model/errors.ts'
import { PROVENANCE, type StoredBundle, type StoredSignatures, type Subject } from '../../model/signature.ts'
import { signPredicateType, statementType } from '../formats/statement.ts'
import type { InspectedSignature, SignatureInspector } from '../signer.ts'
import { verifyBlob } from './blob.ts'
import { createLibraryVerifier, type LibraryVerifier } from './trust.ts'
import { invalid, outcomeOf, type VerificationResult } from './verification-result.ts'
import { type ReadBundle, readBundle, statementIn, verifyEnvelope } from './verify-bundle.ts'
import { verifyLegacy } from './verify-legacy.ts'

/** Each takes milliseconds. Targets return the newest legacy signature last and the best bundle first. */
const MAX_STORED = 1_000
/** A build can make several files, and its provenance names all of them. */
const MAX_SUBJECTS = 1_024

const statement = z.object({
  _type: z.literal(statementType),
  subject: z
    .array(z.object({ digest: z.object({ sha256: z.string().optional() }) }))
    .min(1)
    .max(MAX_SUBJECTS),
  predicateType: z.string(),
})

/** Why a signature does not hold, by the code of the library's error. */
const REASONS: ReadonlyMap<string, string> = new Map([
  [
    'CERTIFICATE_ERROR',
    'its certificate does not lead to a certificate authority of the trusted root, or one of that chain had expired when it signed',
  ],
  ['PUBLIC_KEY_ERROR', 'its certificate was not logged, or its key is not in the trusted root'],
  ['SIGNATURE_ERROR', 'it was made over other content or with another key'],
  ['TIMESTAMP_ERROR', 'its timestamp is missing, or not from an authority of the trusted root'],
  ['TLOG_BODY_ERROR', 'its log entry is about another signature'],
  ['TLOG_ERROR', 'it has no log entry, or one of another log'],
  ['TLOG_INCLUSION_PROMISE_ERROR', 'the log did not sign its entry'],
  ['TLOG_INCLUSION_PROOF_ERROR', 'the log does not prove that it has its entry'],
  ['TLOG_MISSING_INCLUSION_ERROR', 'the log does not prove that it has its entry'],
])

/** Says of each stored signature who made it, or why it does not hold, whoever that may be. */
export function createInspector(root: TrustedRoot): SignatureInspector {
  const verifier = createLibraryVerifier(root)
  return {
    inspect: (subject, { legacy, bundles }: StoredSignatures) => [
      ...legacy.slice(-MAX_STORED).map((stored, index): InspectedSignature => {
        const outcome = outcomeOf(() => verifyLegacy(stored, subject, verifier))
        return { form: `cosign signature ${index + 1}`, kind: 'signature', ...judged(outcome) }
      }),
      ...bundles
        .slice(0, MAX_STORED)
        .map((stored, index) => inspectBundle(stored, { subject, verifier, form: `Sigstore bundle ${index + 1}` })),
    ],
  }
}

interface Inspection {
  readonly subject: Subject
  readonly verifier: LibraryVerifier
  readonly form: string
}

function inspectBundle(stored: StoredBundle, { subject, verifier, form }: Inspection): InspectedSignature {
  let kind: InspectedSignature['kind'] = 'unknown'
  const outcome = outcomeOf((): VerificationResult => {
    const read = readBundle(stored)
    if (isBundleWithMessageSignature(read.bundle)) {
      kind = 'signature'
      if (subject.archive === undefined) throw invalid('it signs a file, and not a manifest')
      return verifyBlob(stored, subject.archive, verifier)
    }
    const said = statement.parse(statementIn(read.bundle))
    kind = kindOf(said.predicateType)
    return verifyStatement(read, said, { subject, verifier })
  })
  return { form, kind, ...judged(outcome) }
}

function verifyStatement(
  read: ReadBundle,
  said: z.infer<typeof statement>,
  { subject: { digest }, verifier }: Pick<Inspection, 'subject' | 'verifier'>,
): VerificationResult {
  const digests = said.subject.map((each) => `sha256:${each.digest.sha256}`)
  if (!digests.includes(digest)) throw invalid(`it is about another digest, ${digests[0]?.slice(0, 80)}`)
  return verifyEnvelope(read, verifier)
}

/** By the statement, which is signed; what a manifest says of a bundle is not. */
function kindOf(predicateType: string): InspectedSignature['kind'] {
  if (predicateType === signPredicateType) return 'signature'
  return predicateType === PROVENANCE ? 'provenance' : 'other'
}

function judged(outcome: VerificationResult | ReleaseError): Pick<InspectedSignature, 'identity' | 'why'> {
  return outcome instanceof ReleaseError ? { why: reasonOf(outcome) } : { identity: outcome.identity }
}

function reasonOf({ cause, message }: ReleaseError): string {
  if (cause instanceof VerificationError || cause instanceof PolicyError) {
    const known = REASONS.get(cause.code)
    return known === undefined ? cause.message : `${known} (${cause.message})`
  }
  if (cause instanceof z.ZodError || cause instanceof SyntaxError) return 'it does not have the form of a signature'
  return message.replace(/^The signature is not valid: /, '')
}
