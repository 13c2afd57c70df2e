import type { Dispatcher } from 'undici'
import type { HttpRequest, HttpResponse } from '../../ports/http.ts'

const DEFAULT_MAX_BYTES = 4 * 1024 * 1024
const DEFAULT_TIMEOUT_MS = 30_000
// Each pause in the body may be as long as `timeoutMs`; a server that drips must have a limit, too.
const WHOLE_ANSWER_IN_TIMEOUTS = 10

/** Why an exchange broke, before it is put into words. `late` if the headers had already arrived. */
export class ExchangeFailure extends Error {
  override readonly name = 'ExchangeFailure'
  readonly code: string
  readonly late: boolean

  constructor(code: string, late: boolean, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.late = late
  }
}

/** How long one exchange may take, with its whole response. */
export function longestExchange({ timeoutMs = DEFAULT_TIMEOUT_MS }: Pick<HttpRequest, 'timeoutMs'>): number {
  return timeoutMs * WHOLE_ANSWER_IN_TIMEOUTS
}

/**
 * One request and its whole response on one connection, within `withinMs`: no retries, no redirects. Fails with
 * `ExchangeFailure`.
 */
export function exchange(network: Dispatcher, request: HttpRequest, withinMs: number): Promise<HttpResponse> {
  const { url, method, timeoutMs = DEFAULT_TIMEOUT_MS } = request
  const { origin, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const handler = collect(request, withinMs, { resolve, reject })
    const options = {
      origin,
      path: pathname + search,
      method,
      headers: { 'user-agent': 'release-charts', ...request.headers },
      body: request.body ?? null,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      // Otherwise undici closes the connection after each HEAD, for servers that send a body anyway: that violates
      // HTTP, and the next request on it is made again.
      reset: false,
    }
    network.dispatch(options, handler)
  })
}

interface Outcome {
  resolve(response: HttpResponse): void
  reject(failure: ExchangeFailure): void
}

function collect(request: HttpRequest, withinMs: number, outcome: Outcome): Dispatcher.DispatchHandler {
  const { url, method, maxBytes = DEFAULT_MAX_BYTES } = request
  let answer: { status: number; headers: Record<string, string> } | undefined
  const chunks: Buffer[] = []
  let received = 0
  let deadline: NodeJS.Timeout | undefined
  const fail = (code: string, cause?: unknown) => {
    clearTimeout(deadline)
    outcome.reject(new ExchangeFailure(code, answer !== undefined, cause))
  }
  return {
    onRequestStart(controller) {
      const abort = () => controller.abort(new ExchangeFailure('DEADLINE', answer !== undefined))
      clearTimeout(deadline)
      deadline = setTimeout(abort, withinMs)
    },
    onResponseStart(controller, status, headers) {
      if (status < 200) return
      answer = { status, headers: joined(headers) }
      const announced = method === 'HEAD' ? 0 : Number(answer.headers['content-length'] ?? 0)
      if (announced > maxBytes) controller.abort(new ExchangeFailure('TOO_LARGE', true))
    },
    onResponseData(controller, chunk) {
      received += chunk.length
      if (received > maxBytes) controller.abort(new ExchangeFailure('TOO_LARGE', true))
      else chunks.push(chunk)
    },
    onResponseEnd() {
      clearTimeout(deadline)
      if (!answer) return fail('NO_ANSWER')
      if (isShort(method, answer, received)) return fail('SHORT')
      outcome.resolve({ ...answer, body: Buffer.concat(chunks), url })
    },
    onResponseError(_controller, error) {
      fail(codeOf(error), error)
    },
  }
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]),
  )
}

function isShort(
  method: string,
  { status, headers }: { status: number; headers: Record<string, string> },
  got: number,
) {
  const announced = headers['content-length']
  if (method === 'HEAD' || status === 204 || status === 304 || announced === undefined) return false
  return Number(announced) !== got
}

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code
  }
  return error instanceof Error ? error.name : 'UNKNOWN'
}
