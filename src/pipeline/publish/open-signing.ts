import { ReleaseError } from '../../model/errors.ts'
import type { Platform } from '../../ports/platform.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Settings } from '../../settings.ts'
import { instanceProblem } from '../../signing/policy/github-instance.ts'
import { createOutageRetry } from '../../signing/services/outages.ts'
import type { Signing } from '../run.ts'

export const AUDIENCE = 'sigstore'

/**
 * A signer with its certificate in hand. Everything that can refuse keyless signing does it here: no `id-token: write`, a
 * server that the public Sigstore does not know, a private repository that has not consented, Fulcio itself.
 */
export async function openSigning(platform: Platform, settings: Settings, facts: RunnerFacts): Promise<Signing> {
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
  const { createKeylessSigner, createVerifier, findServices, ourIdentity, readClaims } = await import(
    '../../signing/keyless.ts'
  )
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
  const ours = ourIdentity(readClaims(token), { ...facts, subject: prepared.subject }, settings.trustedSigners)
  return { signer, verifier: createVerifier(services.trustedRoot), identity: prepared, ours }
}
