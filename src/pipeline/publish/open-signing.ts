import { ReleaseError } from '../../model/errors.ts'
import type { FileSigner } from '../../model/signature.ts'
import type { Platform } from '../../ports/platform.ts'
import type { Clock } from '../../ports/process.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { ProvenanceSigner } from '../../provenance/provenance.ts'
import type { Settings } from '../../settings.ts'
import { instanceProblem } from '../../signing/policy/github-instance.ts'
import { isOurs } from '../../signing/policy/ownership.ts'
import { createOutageRetry } from '../../signing/services/outages.ts'
import type { Run, Signing } from '../run.ts'

export const AUDIENCE = 'sigstore'

type SigningSettings = Pick<
  Settings,
  'sigstoreSigningConfig' | 'sigstoreTrustedRoot' | 'sigstoreTimeout' | 'publicLog' | 'trustedSigners' | 'part'
>

/**
 * A signer with its certificate in hand. Everything that can refuse keyless signing does it here: no `id-token: write`, a
 * server that the public Sigstore does not know, a private repository that has not consented, Fulcio itself.
 */
export async function openSigning(
  platform: Pick<Platform, 'http' | 'clock' | 'log' | 'secrets' | 'identity' | 'files'>,
  settings: SigningSettings,
  facts: RunnerFacts,
): Promise<Signing> {
  const { http, clock, log, secrets, identity, files } = platform
  const signingConfig = settings.sigstoreSigningConfig
  const problem = instanceProblem(facts.serverUrl, signingConfig !== undefined)
  if (problem) throw problem
  const timeoutMs = settings.sigstoreTimeout
  // Asked first: it tells the missing permission before anything is fetched.
  const token = await createOutageRetry({ clock, log, timeoutMs }).run({
    name: "GitHub's identity service",
    attempt: () => identity.token(AUDIENCE),
  })
  // Loaded late: Sigstore's libraries are larger than everything else together.
  const {
    createInspector,
    createKeylessSigner,
    createVerifier,
    findServices,
    ourIdentity,
    readClaims,
    requireHostedRunner,
  } = await import('../../signing/keyless.ts')
  const claims = readClaims(token)
  if (settings.part === 'release') requireHostedRunner(claims, facts)
  const cacheFolder = await files.temporaryFolder('tuf')
  const trustedRoot = settings.sigstoreTrustedRoot
  const services = await findServices(
    { signingConfig, trustedRoot, cacheFolder },
    { http, files, clock, log, timeoutMs },
  )
  const publicLog = settings.publicLog
  const signer = createKeylessSigner({ http, clock, log, identity, secrets, services, timeoutMs, publicLog })
  const prepared = await signer.prepare()
  if (prepared.sourceRepositoryId === undefined) {
    throw new ReleaseError(
      'SIGSTORE_INVALID_ANSWER',
      'The certificate does not name the repository that it was issued for.',
    )
  }
  const ours = ourIdentity(claims, { ...facts, subject: prepared.subject }, settings.trustedSigners)
  const root = services.trustedRoot
  return { signer, verifier: createVerifier(root), inspector: createInspector(root), identity: prepared, ours }
}

/** Signs single files, such as an index, with the run's signer, which is opened with the first of them. */
export function createFileSigner(open: Run['signing']): FileSigner {
  const signing = async (): Promise<Signing> => {
    const opened = await open()
    if (opened) return opened
    throw new ReleaseError('BUG_UNEXPECTED', 'A file was to be signed with `sign: none`')
  }
  return {
    async sign(subject) {
      const { bundles } = await (await signing()).signer.sign(subject)
      const [bundle] = bundles
      if (bundle && bundles.length === 1) return bundle.json
      throw new ReleaseError('BUG_UNEXPECTED', `${subject.repository} takes one bundle, and got ${bundles.length}`)
    },
    async signerOf(subject, json) {
      const { verifier, ours } = await signing()
      const identity = await verifier.signerOf(subject, { json, predicateType: '' })
      return { ...identity, isOurs: isOurs(identity, ours) }
    },
  }
}

/** Opens the OpenPGP key, if there is one. Fails with `GPG_*`. */
export async function openProvenance(
  settings: Pick<Settings, 'gpgPrivateKey' | 'gpgPassphrase'>,
  clock: Pick<Clock, 'now'>,
): Promise<ProvenanceSigner | undefined> {
  const { gpgPrivateKey, gpgPassphrase } = settings
  if (gpgPrivateKey === undefined) return undefined
  // Loaded late: OpenPGP is large, and most runs have no key.
  const { createProvenanceSigner } = await import('../../provenance/pgp.ts')
  return createProvenanceSigner({
    privateKey: gpgPrivateKey,
    passphrase: gpgPassphrase,
    now: () => clock.now(),
  })
}
