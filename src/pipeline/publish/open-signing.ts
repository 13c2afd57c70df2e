import { ReleaseError } from '../../model/errors.ts'
import type { FileSigner } from '../../model/signature.ts'
import type { Platform } from '../../ports/platform.ts'
import type { Clock } from '../../ports/process.ts'
import type { ProvenanceSigner } from '../../provenance/provenance.ts'
import type { Settings } from '../../settings.ts'
import { isOurs } from '../../signing/policy/ownership.ts'
import type { Run, Signing } from '../run.ts'
import type { Sigstore } from './open-sigstore.ts'
import { withTokenInHand } from './token-in-hand.ts'

/** A signer with its certificate in hand. Fails if Fulcio refuses it. */
export async function openSigning(
  platform: Pick<Platform, 'http' | 'clock' | 'log' | 'secrets' | 'identity'>,
  settings: Pick<Settings, 'publicLog' | 'sigstoreTimeout' | 'trustedSigners'>,
  sigstore: Sigstore,
): Promise<Signing> {
  const { http, clock, log, secrets } = platform
  const { publicLog, sigstoreTimeout: timeoutMs, trustedSigners } = settings
  const { keyless, services, claims, serverUrl, held } = sigstore
  const identity = withTokenInHand(platform.identity, held, clock)
  const signer = keyless.createKeylessSigner({ http, clock, log, identity, secrets, services, timeoutMs, publicLog })
  const prepared = await signer.prepare()
  if (prepared.sourceRepositoryId === undefined) {
    throw new ReleaseError(
      'SIGSTORE_INVALID_ANSWER',
      'The certificate does not name the repository that it was issued for.',
    )
  }
  const ours = keyless.ourIdentity(claims, { serverUrl, subject: prepared.subject }, trustedSigners)
  const root = services.trustedRoot
  const [verifier, inspector] = [keyless.createVerifier(root), keyless.createInspector(root)]
  return { signer, verifier, inspector, identity: prepared, ours }
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
