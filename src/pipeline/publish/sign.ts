import { allOf } from '../../model/async/concurrency.ts'
import { shared } from '../../model/async/memoize.ts'
import { archiveNames } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Attestation, SignatureSet, StoredSignatures } from '../../model/signature.ts'
import type { Attachable, StagedArtifact } from '../../model/target.ts'
import type { SignatureVerifier } from '../../signing/signer.ts'
import { type Attesting, attest, type Inspected, isToBeAttested } from '../attestation/attest.ts'
import type { SignedOn, SignedRelease } from '../chart-release.ts'
import { placeOf, releaseName, type StagedOn, type StagedRelease } from '../chart-release.ts'
import { type Signing, signingOf, type Uses } from '../run.ts'

/** What signing takes of a run. */
export type SigningRun = Uses<'signing', 'log', 'sign' | 'perChart'> & Attesting

/** Signatures that are being made, in the order of the targets, and the attestation for those that want it. */
export interface Started {
  /** `undefined` where complete signatures of ours are stored. */
  readonly signatures: readonly Promise<SignatureSet | undefined>[]
  readonly wanted: readonly Judged[]
  readonly attesting: ReturnType<typeof attest>
}

/** Starts to make what is missing, all of it at the same time. */
export function beginSigning(
  run: SigningRun,
  release: StagedRelease,
  inspected: readonly Judged[],
  signing: Signing,
): Started {
  const wanted = inspected.filter((each) => isToBeAttested(run, release, each, signing))
  return {
    signatures: inspected.map(({ one, isSigned }) =>
      shared(isSigned ? Promise.resolve(undefined) : signing.signer.sign(one.subject)),
    ),
    wanted,
    attesting: shared(attest(run, release, { inspected, wanted }, signing)),
  }
}

/**
 * Signs a chart's staged artifacts that have no complete signatures of ours yet, attests how it was built, and stores both beside
 * them. What was started `ahead` is awaited.
 */
export async function sign(
  run: SigningRun,
  release: StagedRelease,
  ahead?: Promise<Started | undefined>,
): Promise<SignedRelease> {
  const signing = await signingOf(run, placeOf(release))
  if (!signing) return release
  const inspected = await allOf(release.staged.map((one) => inspect(one, signing)))
  const { signatures, wanted, attesting } = (await ahead) ?? beginSigning(run, release, inspected, signing)
  const isWanted = ({ one }: Judged) => wanted.some((each) => each.one.target === one.target)
  const staged = await allOf(
    inspected.map(async (each, index) =>
      store(each, await signatures[index], isWanted(each) ? await attesting : undefined),
    ),
  )
  const attestation = await attesting
  const made = staged.some((one) => one.signatures !== undefined)
  run.platform.log.info(`${releaseName(release)}: ${made ? 'signed' : 'signed by an earlier run already'}`)
  return { ...release, staged, ...(attestation && { attestation }) }
}

export interface Judged extends Inspected {
  readonly isSigned: boolean
}

async function inspect(one: StagedOn, { verifier, ours }: Signing): Promise<Judged> {
  const { target, artifact, subject } = one
  if (artifact.isNew) return { one, isSigned: false }
  const stored = await target.signatures(artifact)
  const isShown = one.published || (await target.isPartlyShown?.(artifact.ref))
  const { missing } = await verifier.judge(subject, stored, ours)
  if (missing.length > 0 && target.signs === 'archive') await requireNoOther(one, stored, verifier)
  return { one, stored, isShown, isSigned: missing.length === 0 }
}

/** Stores what is not there. */
async function store(
  { one, stored }: Judged,
  signatures: SignatureSet | undefined,
  attestation: Attestation | undefined,
): Promise<SignedOn> {
  const { target, artifact } = one
  const isThere = stored?.bundles.some(({ json }) => attestation && Buffer.from(json).equals(attestation.bundle.json))
  const made = { ...(signatures && { signatures }), ...(attestation && !isThere && { attestation }) }
  const signed: SignedOn = { ...one, ...made, ...(attestation && { isAttested: true }) }
  if (made.signatures || made.attestation) {
    await target.attach(artifact, attachable(made))
    return signed
  }
  return (await target.tidySignatures?.(artifact)) ? { ...signed, wasTidied: true } : signed
}

/** Both in one, so that lists of them are written once. */
export function attachable({ signatures, attestation }: Pick<SignedOn, 'signatures' | 'attestation'>): Attachable {
  return {
    ...(signatures?.legacy && { legacy: signatures.legacy }),
    bundles: [...(signatures?.bundles ?? []), ...(attestation ? [attestation.bundle] : [])],
    signedAt: signatures?.signedAt ?? attestation?.signedAt ?? new Date(0),
  }
}

/** An archive has room for one signature. An invalid one may be replaced; a valid one of somebody else must stay. */
async function requireNoOther(
  { artifact, subject }: StagedOn,
  { bundles }: StoredSignatures,
  verifier: SignatureVerifier,
) {
  for (const bundle of bundles.filter(({ predicateType }) => predicateType === '')) {
    const signer = await verifier.signerOf(subject, bundle).catch(isInvalid)
    if (signer) throw foreignSignature(artifact, signer.subject)
  }
}

/** Any other error does not concern the signature, and is thrown on. */
function isInvalid(error: unknown): undefined {
  if (error instanceof ReleaseError && error.code === 'SIGNATURE_INVALID') return undefined
  throw error
}

function foreignSignature({ ref, repository }: StagedArtifact, subject: string): ReleaseError {
  const { archive, signature } = archiveNames(ref)
  const what = `${archive} of ${repository} is signed by ${subject}, which is not a workflow of this repository`
  return new ReleaseError('ARCHIVE_SIGNATURE_FOREIGN', `${what}. That signature is not replaced.`, {
    hint: `If it is to be trusted, name it under \`trusted-signers\` in the config file. If nobody needs it, remove ${signature}, and run again.`,
  })
}
