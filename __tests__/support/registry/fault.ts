import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

/**
 * What goes wrong with one request. Unless `applied` is set, the request is not carried out.
 * - `status`: that answer instead (with `body` as text or JSON, and `headers`, e.g. Retry-After).
 * - `hang`: no answer. `reset`: the connection is reset. `drip`: an answer without an end, a byte at a time.
 * - `truncate`: the true answer's headers, and only so many bytes of its body.
 * - `corrupt`: the true answer with one byte of its body changed.
 * - `replace`: the true answer, changed at will (a foreign Location, other headers).
 */
export type Fault =
  | {
      readonly status: number
      readonly body?: unknown
      readonly headers?: Record<string, string>
      readonly applied?: true
    }
  | { readonly hang: true; readonly applied?: true }
  | { readonly drip: true; readonly applied?: true }
  | { readonly reset: true; readonly applied?: true }
  | { readonly truncate: number }
  | { readonly corrupt: true }
  | { readonly replace: (answer: Answer) => Answer }

/** Whether the request is carried out in spite of the fault. */
export function isCarriedOut(fault: Fault | undefined): boolean {
  return !fault || 'truncate' in fault || 'corrupt' in fault || 'replace' in fault || fault.applied === true
}

/** Sends the answer as the fault has it; returns the status that the client sees, 0 for none. */
export function deliver(response: ServerResponse, answer: Answer, fault: Fault | undefined): number {
  if (fault && 'hang' in fault) return 0
  if (fault && 'drip' in fault) return drip(response, answer)
  if (fault && 'reset' in fault) {
    response.socket?.resetAndDestroy()
    return 0
  }
  if (fault && 'truncate' in fault) return cut(response, answer, fault.truncate)
  const sent = spoil(answer, fault)
  const isHead = response.req.method === 'HEAD'
  response.writeHead(sent.status, { 'content-length': sent.body.length, ...sent.headers })
  response.end(isHead ? undefined : sent.body)
  return sent.status
}

function spoil(answer: Answer, fault: Fault | undefined): Answer {
  if (!fault) return answer
  if ('replace' in fault) return fault.replace(answer)
  if ('corrupt' in fault) return { ...answer, body: corrupted(answer.body) }
  if (!('status' in fault)) return answer
  const { status, headers = {}, body = '' } = fault
  return { status, headers, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) }
}

function corrupted(body: Buffer): Buffer {
  const copy = Buffer.from(body)
  copy[0] = (copy[0] ?? 0) ^ 1
  return copy
}

function drip(response: ServerResponse, answer: Answer): number {
  response.writeHead(answer.status, answer.headers)
  const dripping = setInterval(() => response.write(' '), 50)
  response.once('close', () => clearInterval(dripping))
  return answer.status
}

function cut(response: ServerResponse, answer: Answer, bytes: number): number {
  response.writeHead(answer.status, { 'content-length': answer.body.length, ...answer.headers })
  response.write(answer.body.subarray(0, bytes), () => response.socket?.destroy())
  return answer.status
}
