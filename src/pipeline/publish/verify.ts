import { readArchive } from '../../chart/archive/archive.ts'
import { lintArchives } from '../../chart/lint/lint.ts'
import { lintable } from '../../chart/lint/schema-references.ts'
import { allOf } from '../../model/async/concurrency.ts'
import { type PackagedChart, shortDigest } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { StoredSignatures } from '../../model/signature.ts'
import type { FetchedChart, StagedArtifact } from '../../model/target.ts'
import { placeOf, releaseName, type SignedOn, type SignedRelease } from '../chart-release.ts'
import { type Signing, signingOf, type Uses } from '../run.ts'
import type { ReadBack } from './read-back.ts'
import { attachable } from './sign.ts'

/** Concurrent runs overwrite each other once or twice; a signature that is lost more often is being deleted. */
const MAX_ATTACHED = 3

/**
 * Proves a chart's artifacts as a consumer would, before they become visible: read back through a fresh client, every digest
 * checked, both signatures verified against the trusted root. What is being `read` back already is not asked for again.
 */
export async function verify(
  run: Uses<'signing', 'log', 'sign' | 'perChart'>,
  release: SignedRelease,
  read: ReadBack = new Map(),
): Promise<SignedRelease> {
  const signing = await signingOf(run, placeOf(release))
  await allOf(
    release.staged.map((one) =>
      verifyOn(one, release.packaged, { signing, fetched: read.get(one.target) ?? one.target.fetch(one.artifact) }),
    ),
  )
  run.platform.log.info(`${releaseName(release)}: read back and verified`)
  return release
}

interface Evidence {
  readonly signing: Signing | undefined
  readonly fetched: Promise<FetchedChart>
}

async function verifyOn(one: SignedOn, chart: PackagedChart, { signing, ...evidence }: Evidence): Promise<void> {
  const { target, artifact, signatures, attestation } = one
  const fetched = await evidence.fetched
  // The archive that was read back is judged, not the one that was sent.
  const subject = { ...one.subject, ...(one.subject.archive && { archive: fetched.archive }) }
  if (!one.published) requireUnchanged(artifact, chart, fetched)
  if (!signing) return
  if (signatures || attestation) return verifyMade({ ...one, subject }, signing)
  await requireSigned({ ...one, subject }, await target.signatures(artifact), signing)
}

/** What an earlier run signed. */
async function requireSigned(
  { artifact, subject }: SignedOn,
  stored: StoredSignatures,
  { verifier, ours }: Signing,
): Promise<void> {
  const { missing } = await verifier.judge(subject, stored, ours)
  if (missing.length === 0) return
  throw new ReleaseError(
    'SIGNATURE_LOST',
    `A signature of ${artifact.repository} was there and is gone (${missing.join(', ')}).`,
    {
      hint: 'Something deletes untagged versions or signatures in the registry while this run works; stop it and run again.',
    },
  )
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
async function verifyMade(one: SignedOn, signing: Signing): Promise<void> {
  const { target, artifact, subject, signatures } = one
  for (let attempt = 1; ; attempt += 1) {
    const stored = await target.signatures(artifact)
    try {
      if (signatures) await signing.verifier.verifyOwn(subject, stored, signatures)
      else await requireSigned(one, stored, signing)
      return requireAttested(one, stored, signing)
    } catch (error) {
      if (asReleaseError(error).code !== 'SIGNATURE_MISSING' || attempt === MAX_ATTACHED) throw error
      await target.attach(artifact, attachable(one))
    }
  }
}

function requireAttested({ artifact, attestation }: SignedOn, { bundles }: StoredSignatures, signing: Signing): void {
  if (!attestation) return
  const { json, predicateType } = attestation.bundle
  const found = bundles.filter((bundle) => Buffer.from(bundle.json).equals(json))
  const what = `The build provenance of ${artifact.repository}@${artifact.digest}`
  if (found.length === 0) {
    throw new ReleaseError('SIGNATURE_MISSING', `${what} was stored, but does not come back unchanged`, {
      hint: 'Something between this run and the registry changed it.',
    })
  }
  if (signing.verifier.attestation({ digest: artifact.digest, predicateType }, found, signing.ours)) return
  throw new ReleaseError('SIGNATURE_INVALID', `${what} does not verify`)
}

/**
 * What this run packaged was loaded by Helm when it was linted, and its digest was checked on reading back. An archive that
 * was published before is other bytes, so Helm loads those now.
 */
export function loadInHelm(
  run: Uses<'helm' | 'warn', 'files'>,
  releases: readonly SignedRelease[],
): Promise<ReadonlyMap<string, ReleaseError>> {
  const published = releases.filter((release) => release.staged.some((one) => one.published))
  if (published.length === 0) return Promise.resolve(new Map())
  return run.helm().then((helm) =>
    lintArchives(
      published.map(({ packaged }) => ({
        ...{ chart: packaged, ...lintable(packaged, readArchive(packaged.archive)) },
        ...(packaged.linting && { linting: packaged.linting }),
      })),
      { helm, files: run.platform.files, warn: run.warn },
    ),
  )
}
