import { ReleaseError } from '../../model/errors.ts'
import { PrivateHost } from '../../model/http/private-host.ts'
import type { HttpRequest } from '../../ports/http.ts'
import type { ExchangeFailure } from './exchange.ts'

const TIMEOUTS = new Set([
  'DEADLINE',
  'ETIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    DEADLINE: 'the answer took too long',
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'connection reset',
    EPIPE: 'connection reset',
    ENOTFOUND: 'no such host',
    EAI_AGAIN: 'the host name cannot be resolved now',
    EHOSTUNREACH: 'no route to the host',
    ENETUNREACH: 'no route to the host',
    UND_ERR_SOCKET: 'connection closed',
    UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
    UND_ERR_BODY_TIMEOUT: 'the answer stopped in the middle',
    UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
    PROXY_CLOSED: 'the proxy closed the connection',
    UND_ERR_HEADERS_OVERFLOW: 'the answer has too large headers',
    ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS on this port',
  }),
)

const TRANSIENT = new Set([
  ...TIMEOUTS,
  'SHORT',
  'NO_ANSWER',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'PROXY_CLOSED',
])

/** Whether the same request may succeed a moment later. */
export function isTransient({ code }: Pick<ExchangeFailure, 'code'>): boolean {
  return TRANSIENT.has(code) || code.startsWith('HPE_')
}

interface Circumstances {
  readonly attempts: number
  /** By this machine's clock. */
  readonly now: Date
}

/** The failure in words: method, host and path (never a query), attempts, reason. */
export function failureOf(
  request: HttpRequest,
  failure: ExchangeFailure,
  { attempts, now }: Circumstances,
): ReleaseError {
  const { code, late } = failure
  const what = `${request.method} ${placeOf(request.url)}`
  const tried = attempts > 1 ? ` after ${attempts} attempts` : ''
  if (code === 'UND_ERR_INVALID_ARG') {
    return new ReleaseError('REQUEST_INVALID', `${what} cannot be sent: it holds what HTTP does not allow`, {
      hint: 'Usually a token or user name with a line break or a special character in it: store that secret again.',
      cause: failure,
    })
  }
  if (code === 'PRIVATE_ADDRESS') return privateAddress(request.url, request.namedBy ?? request.url)
  if (code === 'TOO_LARGE') {
    const most = request.maxBytes ? ` of ${request.maxBytes} bytes` : ''
    return new ReleaseError('REMOTE_TOO_LARGE', `${what}: the answer is larger than the limit${most}`, {
      cause: failure,
    })
  }
  const details = { cause: failure, hint: hintFor(code) }
  const reason = reasonOf(failure, now)
  if (TIMEOUTS.has(code)) return new ReleaseError('REMOTE_TIMEOUT', `${what} failed${tried}: ${reason}`, details)
  if (late) return new ReleaseError('REMOTE_TRUNCATED', `${what} failed${tried}: the answer was cut short`, details)
  return new ReleaseError('REMOTE_UNREACHABLE', `${what} failed${tried}: ${reason}`, details)
}

export function reasonOf({ code, cause }: Pick<ExchangeFailure, 'code' | 'cause'>, now: Date): string {
  const untimely = UNTIMELY.get(code)
  if (untimely) return `its certificate ${untimely} by the clock of this machine, which says ${now.toISOString()}`
  if (isCertificateProblem(code)) return `its certificate is not trusted (${code})`
  if (code.startsWith('HPE_')) return 'the answer is no HTTP'
  const refusal = cause instanceof Error && /^Proxy response \((\d{3})\)/.exec(cause.message)
  return refusal ? `the proxy answered ${refusal[1]}` : (REASONS.get(code) ?? code)
}

export function privateAddress(url: string, namedBy: string): ReleaseError {
  const [from, to] = [new URL(namedBy).host, new URL(url).host]
  const message =
    from === to ? `${to} is in a private network` : `${from} leads to ${to}, which is in a private network`
  return new ReleaseError('REMOTE_ADDRESS_REFUSED', message, { cause: new PrivateHost(to) })
}

/** Host and path of a URL for messages and the journal: no query, no user. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname
}

const UNTIMELY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CERT_NOT_YET_VALID: 'is not valid yet',
    CERT_HAS_EXPIRED: 'has expired',
  }),
)

function hintFor(code: string): string | undefined {
  if (UNTIMELY.has(code))
    return 'If that is not the time, set the clock of the runner, e.g. with `timedatectl set-ntp true`; else the server needs another certificate.'
  if (code === 'ENOTFOUND') return 'Check the name of the host, and whether the runner’s DNS knows it.'
  return isCertificateProblem(code) ? CERTIFICATE_HINT : undefined
}

const CERTIFICATE_HINT =
  'For a private certificate authority set NODE_EXTRA_CA_CERTS to its PEM file in the `env` of the step.'

function isCertificateProblem(code: string): boolean {
  return /CERT|UNABLE_TO_(GET|VERIFY)|SELF_SIGNED|CRL_/.test(code)
}
