import { generateKeyPairSync } from 'node:crypto'
import { type CA, initializeCA } from '@sigstore/mock/dist/fulcio/ca.js'
import { initializeCTLog } from '@sigstore/mock/dist/fulcio/ctlog.js'
import type { OnSpan } from '../servers/span.ts'
import { bytes, createCertificateAuthority } from './certificates.ts'
import { type Claims, createIssuer, defaultClaims } from './issuer.ts'
import {
  type Fault,
  type Service,
  type ServiceName,
  type ServiceRequest,
  startService,
  type TracedRequest,
} from './service.ts'
import { createTimestampAuthority } from './timestamping.ts'
import { createTransparencyLog } from './transparency-log.ts'
import { describeSigningConfig, describeTrustedRoot, type Trusted } from './trust.ts'

export { defaultClaims, githubIssuer } from './issuer.ts'
export type { Claims, Fault, ServiceName, ServiceRequest, TracedRequest }

export interface SigstoreOptions {
  readonly claims?: Claims
  /** Added to every answer of every service, in milliseconds. */
  readonly latencyMs?: number
  readonly onSpan?: OnSpan | undefined
  /** Without a timestamp authority when false. */
  readonly timestamps?: boolean
  /** Without a certificate transparency log when false: certificates carry no SCT. */
  readonly certificateLog?: boolean
  /** The time of all services; the real one by default. */
  readonly now?: () => Date
  readonly ports?: Readonly<Partial<Record<ServiceName, number>>>
}

export type FaultHook = (request: ServiceRequest) => Fault | undefined

export interface Sigstore {
  readonly urls: Readonly<Record<'oidc' | 'fulcio' | 'rekor' | 'tsa', string>>
  /** JSON values, as in the files of a private Sigstore. */
  readonly trustedRoot: object
  readonly signingConfig: object
  /** What the runner tells a job that has `id-token: write`. */
  readonly environment: Readonly<Record<string, string>>
  /** The same for one of several jobs at once, with claims of its own. */
  environmentFor(claims: Claims): Readonly<Record<string, string>>
  /** Every request so far, in the order of the answers. */
  readonly trace: readonly TracedRequest[]
  /** DER of every certificate, and every token, that was given out. */
  readonly certificates: readonly Buffer[]
  readonly tokens: readonly string[]
  setClaims(claims: Claims): void
  /** Makes one service fail as `hook` says, until the next call; `undefined` heals it. */
  fail(service: ServiceName, hook: FaultHook | Fault | undefined): void
  /** Turns the clock of one service by so many milliseconds. */
  turnClock(service: ServiceName, milliseconds: number): void
  count(service: ServiceName): number
  close(): Promise<void>
}

/**
 * A whole Sigstore on loopback: an issuer like GitHub's, Fulcio with a certificate transparency log, Rekor v1 and a timestamp
 * authority. What it gives out is accepted by real verifiers that are given its trusted root.
 */
export async function startSigstore(options: SigstoreOptions = {}): Promise<Sigstore> {
  const faults = new Map<ServiceName, FaultHook>()
  const offsets = new Map<ServiceName, number>()
  const trace: TracedRequest[] = []
  const services: Service[] = []
  const real = options.now ?? (() => new Date())
  const timeOf = (name: ServiceName) => () => new Date(real().getTime() + (offsets.get(name) ?? 0))

  async function start(
    name: ServiceName,
    handle: (request: ServiceRequest) => ReturnType<StartHandle>,
  ): Promise<Service> {
    const service = await startService({
      name,
      port: options.ports?.[name] ?? 0,
      latencyMs: options.latencyMs ?? 0,
      handle,
      fault: (request) => faults.get(name)?.(request),
      trace: (request) => trace.push(request),
      onSpan: options.onSpan,
    })
    services.push(service)
    return service
  }

  const issuer = createIssuer(() => oidc.url, timeOf('oidc'), options.claims ?? defaultClaims)
  const oidc = await start('oidc', issuer.handle)
  const { ca, fulcioRoot, ctLogKey } = await createAuthority(options.certificateLog ?? true, timeOf('fulcio'))
  const authority = createCertificateAuthority(() => ca, issuer)
  const fulcio = await start('fulcio', authority.handle)
  const rekorKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const log = createTransparencyLog(rekorKey, () => new URL(rekor.url).hostname, timeOf('rekor'))
  const rekor: Service = await start('rekor', log.handle)
  const tsaAuthority = await createTimestampAuthority(timeOf('tsa'))
  const tsa = await start('tsa', tsaAuthority.handle)

  const trusted: Trusted = {
    fulcioUrl: fulcio.url,
    rekorUrl: rekor.url,
    tsaUrl: tsa.url,
    fulcioRoot,
    ctLogKey,
    rekorKey: rekorKey.publicKey,
    tsa: options.timestamps === false ? undefined : tsaAuthority,
  }

  return {
    urls: { oidc: oidc.url, fulcio: fulcio.url, rekor: rekor.url, tsa: tsa.url },
    trustedRoot: describeTrustedRoot(trusted),
    signingConfig: describeSigningConfig(trusted, oidc.url),
    environment: issuer.environment,
    environmentFor: issuer.environmentFor,
    trace,
    certificates: authority.issued,
    tokens: issuer.tokens,
    setClaims: issuer.setClaims,
    fail(service, hook) {
      if (hook === undefined) faults.delete(service)
      else faults.set(service, typeof hook === 'function' ? hook : () => hook)
    },
    turnClock: (service, milliseconds) => void offsets.set(service, milliseconds),
    count: (service) => trace.filter((request) => request.service === service).length,
    async close() {
      await Promise.all(services.map((service) => service.close()))
    },
  }
}

type StartHandle = Parameters<typeof startService>[0]['handle']

/** A certificate authority whose certificates carry the SCT of a log; both follow `now`. */
async function createAuthority(withLog: boolean, now: () => Date) {
  const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ctLog = withLog ? await initializeCTLog(keys()) : undefined
  const ca = await initializeCA(keys(), ctLog)
  // The authority of @sigstore/mock takes one fixed time or the real one.
  if (ctLog) Object.assign(ctLog, { getCurrentTime: now })
  Object.assign(ca, { getCurrentTime: now })
  return { ca: ca as CA, fulcioRoot: bytes(ca.rootCertificate), ctLogKey: ctLog?.publicKey }
}
