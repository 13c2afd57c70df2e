import { createHash } from 'node:crypto'
import type { Digest } from '../../../src/model/chart.ts'
import type { ErrorCode } from '../../../src/model/error-codes.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { SignatureSet, StoredSignatures, Subject } from '../../../src/model/signature.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { createHttp } from '../../../src/platform/http/http.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import { createIdentityProvider } from '../../../src/platform/runner/oidc.ts'
import { createSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { Clock } from '../../../src/ports/process.ts'
import type { Log } from '../../../src/ports/runner.ts'
import { createKeylessSigner, findServices, type KeylessOptions } from '../../../src/signing/keyless.ts'
import type { OurIdentity, SignatureVerifier } from '../../../src/signing/signer.ts'
import { createInspector } from '../../../src/signing/verify/inspect.ts'
import { createVerifier } from '../../../src/signing/verify/verifier.ts'
import { type Claims, defaultClaims, type Sigstore } from './sigstore.ts'

/** A clock whose pauses take no time; `pass` lets time go by. */
export interface PatientClock extends Clock {
  pass(milliseconds: number): void
  /** Milliseconds that were slept or passed. */
  readonly elapsed: number
}

export function patientClock(): PatientClock {
  let elapsed = 0
  return {
    now: () => new Date(Date.now() + elapsed),
    monotonic: () => elapsed,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      const wakeAt = elapsed + milliseconds
      // Others get their turn, as in a real pause; those who sleep side by side wake at the same time.
      await new Promise((turn) => setImmediate(turn))
      elapsed = Math.max(elapsed, wakeAt)
    },
    pass(milliseconds) {
      elapsed += milliseconds
    },
    get elapsed() {
      return elapsed
    },
  }
}

/** A log that keeps its lines. */
export function keptLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const keep = (text: string) => void lines.push(text)
  return { lines, info: keep, debug: keep, notice: keep, warning: keep, error: keep, group: (_title, work) => work() }
}

export function networkTools(clock: Clock = systemClock) {
  const told: string[] = []
  const secrets = createSecrets((value) => void told.push(value))
  const http = createHttp({ environment: {}, clock, journal: createJournal() })
  return { told, secrets, http, clock, log: keptLog(), files: createFiles() }
}

/** Everything of one run that signs against `sigstore`, made of the program's own parts. */
export async function aSigningRun(
  sigstore: Sigstore,
  options: Partial<KeylessOptions> & { readonly clock?: Clock; readonly claims?: Claims } = {},
) {
  const tools = networkTools(options.clock)
  const environment = options.claims ? sigstore.environmentFor(options.claims) : sigstore.environment
  const identity = createIdentityProvider({ ...tools, environment })
  const sources = {
    signingConfig: JSON.stringify(sigstore.signingConfig),
    trustedRoot: JSON.stringify(sigstore.trustedRoot),
    cacheFolder: '',
  }
  const timeoutMs = 600_000
  const services = await findServices(sources, { ...tools, timeoutMs })
  const signer = createKeylessSigner({ ...tools, identity, services, timeoutMs, ...options })
  const { trustedRoot } = services
  return { ...tools, signer, services, verifier: createVerifier(trustedRoot), inspector: createInspector(trustedRoot) }
}

let subjects = 0

export function aSubject(name = 'app'): Subject {
  subjects += 1
  const digest: Digest = `sha256:${createHash('sha256').update(`${name} ${subjects}`).digest('hex')}`
  return { repository: `ghcr.io/acme/charts/${name}`, digest }
}

/** What a registry would hold after `attach`. */
export function stored(...sets: readonly SignatureSet[]): StoredSignatures {
  return { legacy: sets.flatMap(({ legacy }) => legacy ?? []), bundles: sets.flatMap(({ bundles }) => bundles) }
}

/** One subject with both forms of its signature, and the means to change them. */
export async function aSignedSubject(sigstore: Sigstore) {
  const run = await aSigningRun(sigstore)
  const subject = aSubject()
  const made = await run.signer.sign(subject)
  const { legacy, bundles } = made
  const [bundle] = bundles
  if (legacy === undefined || bundle === undefined) throw new Error('both forms are expected')
  return {
    run,
    subject,
    made,
    legacy,
    bundle,
    judge: (signatures: Partial<StoredSignatures>, ours = acme) =>
      judged(run.verifier, subject, { legacy: [], bundles: [], ...signatures }, ours),
    /** The legacy signature with other annotations. */
    annotated: (annotations: Record<string, string>) => ({
      ...legacy,
      annotations: { ...legacy.annotations, ...annotations },
    }),
    /** A signature of somebody else, made through the same Sigstore. */
    async signedBy(claims: Claims, what = subject): Promise<SignatureSet> {
      sigstore.setClaims({ ...defaultClaims, ...claims })
      const { signer } = await aSigningRun(sigstore)
      const set = await signer.sign(what)
      sigstore.setClaims(defaultClaims)
      return set
    },
  }
}

export const acme: OurIdentity = {
  issuer: 'https://token.actions.githubusercontent.com',
  repositoryId: '4711',
  repositoryUrl: 'https://github.com/acme/charts',
  trusted: [],
}

export async function judged(verifier: SignatureVerifier, subject: Subject, signatures: StoredSignatures, ours = acme) {
  return (await verifier.judge(subject, signatures, ours)).missing
}

/** The error that `work` ends in; a success is a failed test. */
export async function failureOf(work: Promise<unknown>): Promise<ReleaseError> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof ReleaseError) return failure
  throw new Error(`expected a ReleaseError, got ${String(failure)}`)
}

export async function codeOf(work: Promise<unknown>): Promise<ErrorCode> {
  return (await failureOf(work)).code
}

/** Everything that a log or a report could show of an error: messages, hints and stacks of the whole chain. */
export function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = Object.values(error).map((value) => (typeof value === 'string' ? value : ''))
  return [error.message, error.stack ?? '', ...own, error.cause === undefined ? '' : everythingIn(error.cause)].join(
    '\n',
  )
}
