import { readArchive } from '../../chart/archive/archive.ts'
import { lintArchives } from '../../chart/lint/lint.ts'
import { lintable } from '../../chart/lint/schema-references.ts'
import { allOf } from '../../model/async/concurrency.ts'
import { type PackagedChart, shortDigest } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { SignatureSet } from '../../model/signature.ts'
import type { FetchedChart, StagedArtifact } from '../../model/target.ts'
import type { Run, Signing } from '../run.ts'
import type { SignedOn, SignedRelease } from './sign.ts'
import { nameOf } from './stage.ts'

/** Two runs at once meet once or twice; what is lost more often is being deleted. */
const MAX_ATTACHED = 3

/**
 * Proves a chart's artifacts as a consumer would, before they become visible: read back through a fresh client, every digest
 * checked, both signatures verified against the trusted root.
 */
export async function verify(run: Run, release: SignedRelease): Promise<SignedRelease> {
  const signing = await run.signing()
  await allOf(release.staged.map((one) => verifyOn(one, release.packaged, signing)))
  run.platform.log.info(`${nameOf(release)}: read back and verified`)
  return release
}

async function verifyOn(one: SignedOn, chart: PackagedChart, signing: Signing | undefined): Promise<void> {
  const { target, artifact, signatures } = one
  const fetched = await target.fetch(artifact)
  // What was read back is judged, not what was sent.
  const subject = { ...one.subject, ...(one.subject.archive && { archive: fetched.archive }) }
  if (!one.published) requireUnchanged(artifact, chart, fetched)
  if (!signing) return
  if (signatures) return verifyOwn({ ...one, subject, signatures }, signing)
  const stored = await target.signatures(artifact)
  const { missing } = await signing.verifier.judge(subject, stored, signing.ours)
  if (missing.length > 0) {
    throw new ReleaseError(
      'SIGNATURE_LOST',
      `A signature of ${artifact.repository} was there and is gone (${missing.join(', ')}).`,
      {
        hint: 'Something deletes untagged versions or signatures in the registry while this run works; stop it and run again.',
      },
    )
  }
}

function requireUnchanged({ repository }: StagedArtifact, chart: PackagedChart, fetched: FetchedChart): void {
  const hint = 'The registry, or something between it and here, changes what is stored; nothing was made visible.'
  if (fetched.archiveDigest !== chart.digest) {
    throw new ReleaseError(
      'READ_BACK_DIFFERS',
      `${repository} gives ${shortDigest(fetched.archiveDigest)} for the archive that was stored as ${shortDigest(chart.digest)}.`,
      { hint },
    )
  }
  const [stored, found] = [chart.provenance?.text ?? [], fetched.provenance ?? []].map((bytes) => Buffer.from(bytes))
  if (stored && found && !stored.equals(found)) {
    throw new ReleaseError('READ_BACK_DIFFERS', `${repository} gives another provenance file than was stored.`, {
      hint,
    })
  }
}

/**
 * Most registries write tags without comparing, so another run that signs the same digest can drop what this one has
 * just added. Then it is added again, beside the other's.
 */
async function verifyOwn(
  { target, artifact, subject, signatures }: SignedOn & { readonly signatures: SignatureSet },
  { verifier }: Signing,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await target.signatures(artifact)
    try {
      return await verifier.verifyOwn(subject, stored, signatures)
    } catch (error) {
      if (asReleaseError(error).code !== 'SIGNATURE_MISSING' || attempt === MAX_ATTACHED) throw error
      await target.attach(artifact, signatures)
    }
  }
}

/**
 * What this run packaged was loaded by Helm when it was linted, and its digest was checked on reading back. An archive that
 * was published before is other bytes, so Helm loads those now.
 */
export function loadInHelm(run: Run, releases: readonly SignedRelease[]): Promise<ReadonlyMap<string, ReleaseError>> {
  const published = releases.filter((release) => release.staged.some((one) => one.published))
  if (published.length === 0) return Promise.resolve(new Map())
  return run.helm().then((helm) =>
    lintArchives(
      published.map(({ packaged }) => ({ chart: packaged, ...lintable(packaged, readArchive(packaged.archive)) })),
      { helm, files: run.platform.files, warn: run.warn },
    ),
  )
}
