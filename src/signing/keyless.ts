import { sign } from 'node:crypto'
import { dsse } from '@sigstore/core'
import { allOf, createLimiter } from '../model/async/concurrency.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Attestation, Claim, SignatureSet, Subject } from '../model/signature.ts'
import type { Http } from '../ports/http.ts'
import type { Clock } from '../ports/process.ts'
import type { IdentityProvider, Log, Secrets } from '../ports/runner.ts'
import { toStatementBundle } from './formats/bundle.ts'
import { readCertifiedRun } from './formats/identity.ts'
import { toLegacySignature } from './formats/legacy.ts'
import { dsseEntry, hashedRekordEntry, type LogEntry, type ProposedEntry } from './formats/log-entry.ts'
import {
  attestationStatement,
  payloadType,
  signPredicateType,
  signStatement,
  simpleSigningPayload,
} from './formats/statement.ts'
import { publicLogProblem } from './policy/consent.ts'
import { createCredentials } from './services/credentials.ts'
import { type Credential, obtainCredential } from './services/fulcio.ts'
import { createOutageRetry } from './services/outages.ts'
import { createRekorLog } from './services/rekor.ts'
import type { SigstoreServices } from './services/services.ts'
import { timestampOf } from './services/timestamp.ts'
import type { Signer } from './signer.ts'
import { toBlobBundle } from './verify/blob.ts'
import { createVerifier } from './verify/verifier.ts'

export { type Claims, readClaims } from './policy/claims.ts'
export { requireHostedRunner } from './policy/hosted-runner.ts'
export { ourIdentity } from './policy/ownership.ts'
export { findServices, type SigstoreServices } from './services/services.ts'
export { createInspector } from './verify/inspect.ts'
export { createVerifier } from './verify/verifier.ts'

export interface KeylessOptions {
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  readonly identity: Pick<IdentityProvider, 'token'>
  readonly secrets: Pick<Secrets, 'redact'>
  readonly services: SigstoreServices
  /** How long a service may be unavailable, in milliseconds. */
  readonly timeoutMs: number
  /** The `public-log` setting: required whenever the log is the public one. */
  readonly publicLog?: boolean | undefined
  /** How long one response of a service may take, in milliseconds. */
  readonly attemptMs?: number
  /** How many subjects are signed concurrently. */
  readonly bound?: number
}

interface Made {
  readonly entry: LogEntry
  readonly timestamp: Buffer | undefined
}

const defaultBound = 8
// Rekor responds once an entry is in the tree, which takes seconds.
const defaultAttemptMs = 30_000

/**
 * Signs with the workflow's identity: an ephemeral key, one Fulcio certificate for all subjects of a run, every
 * signature logged and timestamped; the first signature with each certificate is verified before it is returned. Fails
 * with `OIDC_*`, `PUBLIC_LOG_CONSENT`, `SIGSTORE_UNAVAILABLE`, `SIGSTORE_REFUSED`, `SIGSTORE_INVALID_ANSWER`.
 */
export function createKeylessSigner(options: KeylessOptions): Signer {
  const { services, clock, publicLog } = options
  const outageRetry = createOutageRetry(options)
  const shared = { ...options, attemptMs: options.attemptMs ?? defaultAttemptMs, outageRetry }
  const rekor = createRekorLog({ ...shared, rekor: services.rekor })
  const verifier = createVerifier(services.trustedRoot)
  const gate = createLimiter(options.bound ?? defaultBound)
  const proven = new WeakSet<Credential>()
  const credentials = createCredentials(() =>
    obtainCredential({
      ...shared,
      clock,
      fulcio: services.fulcio,
      objection: (claims) => (services.isPublic ? publicLogProblem(claims, publicLog) : undefined),
    }),
  )

  async function record(proposed: ProposedEntry, signature: Buffer, credential: Credential): Promise<Made | undefined> {
    const authority = services.timestampAuthority
    const [timestamp, entry] = await allOf([
      authority ? timestampOf(signature, { ...shared, authority }) : Promise.resolve(undefined),
      rekor.add(proposed, credential.usable),
    ] as const)
    return entry && { entry, timestamp }
  }

  /** `undefined` if the certificate expired while the log was unavailable. */
  async function make(subject: Subject, credential: Credential): Promise<SignatureSet | undefined> {
    if (subject.archive !== undefined) return makeBeside(subject.archive, credential)
    const { privateKey, certificate, certificatePem, identity } = credential
    const payload = simpleSigningPayload(subject)
    const payloadSignature = sign('sha256', payload, privateKey)
    const [first, second] = await allOf([
      record(hashedRekordEntry(payload, payloadSignature, certificatePem), payloadSignature, credential),
      signedStatement(signStatement(subject), signPredicateType, credential),
    ] as const)
    if (first === undefined || second === undefined) return undefined
    const times = [first.entry.integratedTime * 1000, second.signedAt.getTime()]
    return {
      legacy: toLegacySignature({ payload, signature: payloadSignature, credential, ...first }),
      bundles: [second.bundle],
      certificate,
      identity,
      signedAt: new Date(Math.max(...times)),
    }
  }

  /** `undefined` as `make`. */
  async function signedStatement(
    statement: Buffer,
    predicateType: string,
    credential: Credential,
  ): Promise<Attestation | undefined> {
    const { privateKey, certificate, certificatePem } = credential
    const signature = sign('sha256', dsse.preAuthEncoding(payloadType, statement), privateKey)
    const envelope = {
      payload: statement.toString('base64'),
      payloadType,
      signatures: [{ sig: signature.toString('base64') }],
    } as const
    const made = await record(dsseEntry(envelope, certificatePem), signature, credential)
    if (made === undefined) return undefined
    const bundle = toStatementBundle(predicateType, { statement, signature, certificate, ...made })
    return { bundle, signedAt: new Date(made.entry.integratedTime * 1000) }
  }

  /** Like `make`, for an archive that is signed itself. */
  async function makeBeside(archive: Uint8Array, credential: Credential): Promise<SignatureSet | undefined> {
    const { privateKey, certificate, certificatePem, identity } = credential
    const signature = sign('sha256', archive, privateKey)
    const made = await record(hashedRekordEntry(archive, signature, certificatePem), signature, credential)
    if (made === undefined) return undefined
    const bundles = [toBlobBundle(archive, { signature, certificate, ...made })]
    return { bundles, certificate, identity, signedAt: new Date(made.entry.integratedTime * 1000) }
  }

  async function signSubject(subject: Subject): Promise<SignatureSet> {
    for (;;) {
      const credential = await credentials.current()
      const made = await make(subject, credential)
      if (made === undefined) continue
      // Services that disagree with the trusted root are detected here, before anything is stored; every later
      // signature is verified once, when it is read back.
      if (!proven.has(credential)) await requireValid(made, subject)
      proven.add(credential)
      return made
    }
  }

  async function attest({ subjects, predicateType, predicate }: Claim): Promise<Attestation | undefined> {
    for (;;) {
      const credential = await credentials.current()
      const run = readCertifiedRun(credential.certificate)
      if (run === undefined) return undefined
      const statement = attestationStatement(subjects, predicateType, predicate(run))
      const made = await signedStatement(statement, predicateType, credential)
      if (made !== undefined) return made
    }
  }

  async function requireValid(made: SignatureSet, subject: Subject): Promise<void> {
    const stored = { legacy: made.legacy ? [made.legacy] : [], bundles: made.bundles }
    await verifier.verifyOwn(subject, stored, made).catch((cause: unknown) => {
      const why = cause instanceof ReleaseError ? cause.message : 'they cannot be read'
      const message = `What the Sigstore services answered does not make valid signatures, so nothing was kept. ${why}`
      throw new ReleaseError('SIGSTORE_INVALID_ANSWER', message, { cause })
    })
  }

  return {
    prepare: async () => (await credentials.current()).identity,
    sign: (subject) => gate(() => signSubject(subject)),
    attest: (claim) => gate(() => attest(claim)),
  }
}
