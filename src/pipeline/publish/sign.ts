import { allOf } from '../../model/async/concurrency.ts'
import { archiveNames } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { StoredSignatures } from '../../model/signature.ts'
import type { StagedArtifact } from '../../model/target.ts'
import type { SignatureVerifier } from '../../signing/signer.ts'
import type { SignedOn, SignedRelease } from '../chart-release.ts'
import { releaseName, type StagedOn, type StagedRelease } from '../chart-release.ts'
import type { Signing, Uses } from '../run.ts'

/** Signs a chart's staged artifacts that have no complete signatures of ours yet, and stores them beside them. */
export async function sign(run: Uses<'signing', 'log'>, release: StagedRelease): Promise<SignedRelease> {
  const signing = await run.signing()
  if (!signing) return release
  const staged = await allOf(release.staged.map((one) => signOn(one, signing)))
  const made = staged.some((one) => one.signatures !== undefined)
  run.platform.log.info(`${releaseName(release)}: ${made ? 'signed' : 'signed by an earlier run already'}`)
  return { ...release, staged }
}

async function signOn(one: StagedOn, { signer, verifier, ours }: Signing): Promise<SignedOn> {
  const { target, artifact, subject } = one
  if (!artifact.isNew) {
    const stored = await target.signatures(artifact)
    const { missing } = await verifier.judge(subject, stored, ours)
    if (missing.length === 0) {
      return (await target.tidySignatures?.(artifact)) ? { ...one, wasTidied: true } : one
    }
    if (target.signs === 'archive') await requireNoOther(one, stored, verifier)
  }
  const signatures = await signer.sign(subject)
  await target.attach(artifact, signatures)
  return { ...one, signatures }
}

/** An archive has room for one signature. An invalid one may be replaced; a valid one of somebody else must stay. */
async function requireNoOther(
  { artifact, subject }: StagedOn,
  { bundles }: StoredSignatures,
  verifier: SignatureVerifier,
) {
  for (const bundle of bundles) {
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
