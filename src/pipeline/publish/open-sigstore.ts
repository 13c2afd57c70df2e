import { asReleaseError } from '../../model/errors.ts'
import type { Look, Target } from '../../model/target.ts'
import type { Platform } from '../../ports/platform.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Settings } from '../../settings.ts'
import type { Claims, SigstoreServices } from '../../signing/keyless.ts'
import { instanceProblem } from '../../signing/policy/github-instance.ts'
import { createOutageRetry } from '../../signing/services/outages.ts'

export const AUDIENCE = 'sigstore'
/** An idle run does not wait out an outage only to see whose signatures are there. */
const PATIENCE_MS = 20_000

/** What signing and verifying start from. */
export interface Sigstore {
  /** Loaded late: Sigstore's libraries are larger than everything else together. */
  readonly keyless: typeof import('../../signing/keyless.ts')
  readonly services: SigstoreServices
  /** Of the job's identity token. */
  readonly claims: Claims
  /** The identity token itself, and when it was asked for. */
  readonly held: { readonly token: string; readonly askedAt: number; readonly audience: string }
  readonly serverUrl: string
}

type SigstoreSettings = Pick<Settings, 'sigstoreSigningConfig' | 'sigstoreTrustedRoot' | 'part'>

/**
 * Everything that can refuse keyless signing before a certificate is asked for: no `id-token: write`, a server that the public
 * Sigstore does not know, a runner that GitHub does not host where one is required, services that can't be found.
 */
export async function openSigstore(
  { http, clock, log, identity, files }: Pick<Platform, 'http' | 'clock' | 'log' | 'identity' | 'files'>,
  { sigstoreSigningConfig: signingConfig, sigstoreTrustedRoot: trustedRoot, part }: SigstoreSettings,
  facts: RunnerFacts,
  timeoutMs: number,
): Promise<Sigstore> {
  const { serverUrl } = facts
  const problem = instanceProblem(serverUrl, signingConfig !== undefined)
  if (problem) throw problem
  const askedAt = clock.monotonic()
  // Asked first: it tells the missing permission before anything is fetched.
  const token = await createOutageRetry({ clock, log, timeoutMs }).run({
    name: "GitHub's identity service",
    attempt: () => identity.token(AUDIENCE),
  })
  const keyless = await import('../../signing/keyless.ts')
  const claims = keyless.readClaims(token)
  if (part === 'release') keyless.requireHostedRunner(claims, facts)
  const cacheFolder = await files.temporaryFolder('tuf')
  const services = await keyless.findServices(
    { signingConfig, trustedRoot, cacheFolder },
    { http, files, clock, log, timeoutMs },
  )
  return { keyless, services, claims, serverUrl, held: { token, askedAt, audience: AUDIENCE } }
}

/** Tells our signatures from those of others, for the targets of a run. */
export type Recognition = (target: Pick<Target, 'signs'>) => NonNullable<Look['isOurs']>

/**
 * Says whose a stored signature is, without a certificate for this run. Sigstore is opened with the first signature that
 * anybody asks about. If it can't be opened, every signature counts, as for a consumer who does not verify, and `warn` is told.
 */
export function createRecognition(
  open: (timeoutMs: number) => Promise<Sigstore>,
  { trustedSigners, sigstoreTimeout }: Pick<Settings, 'trustedSigners' | 'sigstoreTimeout'>,
  warn: (text: string) => void,
): Recognition {
  const opened = async () => {
    const { keyless, services, claims, serverUrl } = await open(Math.min(sigstoreTimeout, PATIENCE_MS))
    // As Fulcio composes it from the same claim.
    const subject = `${serverUrl}/${claims.jobWorkflowRef}`
    const ours = keyless.ourIdentity(claims, { serverUrl, subject }, trustedSigners)
    return { ours, verifier: keyless.createVerifier(services.trustedRoot) }
  }
  let once: ReturnType<typeof opened> | undefined
  return ({ signs }) =>
    async (digest, bundle) => {
      once ??= opened()
      try {
        const { ours, verifier } = await once
        return verifier.isOurs({ signs, digest }, bundle, ours)
      } catch (thrown) {
        const { kind, message } = asReleaseError(thrown)
        if (kind === 'bug') throw thrown
        warn(`Whose signatures the published charts carry was not checked: ${message}`)
        return true
      }
    }
}
