import { allOf } from '../model/settle.ts'
import type { SignatureSet } from '../model/signature.ts'
import type { Run, Signing } from './run.ts'
import { nameOf, type StagedOn, type StagedRelease } from './stage.ts'

export interface SignedOn extends StagedOn {
  /** What this run made; absent where complete signatures of ours were there, or with `sign: none`. */
  readonly signatures?: SignatureSet
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
    const { missing } = await verifier.judge(subject, await target.signatures(artifact), ours)
    if (missing.length === 0) return one
  }
  const signatures = await signer.sign(subject)
  await target.attach(artifact, signatures)
  return { ...one, signatures }
}
