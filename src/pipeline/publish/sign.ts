import { allOf } from '../../model/async/concurrency.ts'
import { archiveNames } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { SignatureSet, StoredSignatures } from '../../model/signature.ts'
import type { StagedArtifact } from '../../model/target.ts'
import type { SignatureVerifier } from '../../signing/signer.ts'
import type { Run, Signing } from '../run.ts'
import { nameOf, type StagedOn, type StagedRelease } from './stage.ts'

export interface SignedOn extends StagedOn {
  /** What this run made; absent where complete signatures of ours were there, or with `sign: none`. */
  readonly signatures?: SignatureSet
  /** The list of them named some that are gone, and this run took those out. */
  readonly wasTidied?: true
  /** This run recorded that it holds what git does. */
  readonly wasAdopted?: true
}

export interface SignedRelease extends StagedRelease {
  readonly staged: readonly SignedOn[]
}

/** Signs a chart's staged artifacts that have no complete signatures of ours yet, and stores them beside them. */
export async function sign(run: Run, release: StagedRelease): Promise<SignedRelease> {
  const signing = await run.signing()
  if (!signing) return release
  const staged = await allOf(release.staged.map((one) => signOn(one, signing)))
  const made = staged.some((one) => one.signatures !== undefined)
  run.platform.log.info(`${nameOf(release)}: ${made ? 'signed' : 'signed by an earlier run already'}`)
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

/** Beside an archive there is room for one signature. One that does not hold is worth nothing; one of somebody else stays. */
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

/** Anything else says nothing of the signature, and is thrown on. */
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
