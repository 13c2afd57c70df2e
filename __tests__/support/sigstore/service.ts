import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { OnSpan } from '../servers/span.ts'

export type ServiceName = 'oidc' | 'fulcio' | 'rekor' | 'tsa' | 'tuf'

export interface ServiceRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
  /** Which request to this service it is, from 1. */
  readonly count: number
}

export interface Answer {
  readonly status: number
  readonly body: string | Buffer
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * What goes wrong with one request: an answer in place of the real one; no answer at all; a closed connection; an answer
 * that is cut short; an answer that is lost after the work was done; the real answer, changed.
 */
export type Fault =
  | Answer
  | 'hang'
  | 'reset'
  | 'truncate'
  | 'lose'
  | { readonly change: (answer: Answer) => Answer | Promise<Answer> }

export interface TracedRequest {
  readonly service: ServiceName
  readonly method: string
  readonly path: string
  /** `undefined` where no answer was sent. */
  readonly status: number | undefined
}

export interface ServiceOptions {
  readonly name: ServiceName
  readonly port?: number
  readonly latencyMs?: number
  readonly handle: (request: ServiceRequest) => Promise<Answer> | Answer
  readonly fault: (request: ServiceRequest) => Fault | undefined
  readonly trace: (request: TracedRequest) => void
  readonly onSpan?: OnSpan | undefined
}

export interface Service {
  readonly url: string
  close(): Promise<void>
}

const maxBodyBytes = 1024 * 1024

/** One HTTP server on loopback whose requests are traced and can be made to fail. */
export async function startService(options: ServiceOptions): Promise<Service> {
  let count = 0
  const sockets = new Set<Socket>()
  const server = createServer((incoming, outgoing) => {
    count += 1
    void serve(incoming, outgoing, count, options)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, count: number, options: ServiceOptions) {
  const request = await read(incoming, count)
  const told = { service: options.name, method: request.method, path: request.path }
  const startedMs = performance.now()
  if (options.latencyMs) await new Promise((done) => setTimeout(done, options.latencyMs))
  const fault = options.fault(request)
  if (fault === 'hang') return options.trace({ ...told, status: undefined })
  if (fault === 'reset') {
    options.trace({ ...told, status: undefined })
    return incoming.socket.destroy()
  }
  const answer = await answerOf(request, fault, options)
  if (fault === 'lose') {
    options.trace({ ...told, status: undefined })
    return incoming.socket.destroy()
  }
  options.trace({ ...told, status: answer.status })
  options.onSpan?.({ ...told, startedMs, endedMs: performance.now() })
  send(outgoing, answer, fault === 'truncate')
}

async function answerOf(request: ServiceRequest, fault: Fault | undefined, { handle }: ServiceOptions) {
  if (typeof fault === 'object' && 'status' in fault) return fault
  const answer = await Promise.resolve(handle(request)).catch(
    (error: unknown): Answer => ({ status: 400, body: JSON.stringify({ code: 400, message: String(error) }) }),
  )
  return typeof fault === 'object' ? fault.change(answer) : answer
}

function send(outgoing: ServerResponse, answer: Answer, cutShort: boolean) {
  const body = Buffer.from(answer.body)
  outgoing.writeHead(answer.status, {
    'content-type': answer.type ?? 'application/json',
    'content-length': body.length,
    ...answer.headers,
  })
  if (!cutShort) return outgoing.end(body)
  return outgoing.write(body.subarray(0, body.length / 2), () => outgoing.socket?.destroy())
}

async function read(incoming: IncomingMessage, count: number): Promise<ServiceRequest> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBodyBytes) chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  const { method = 'GET', headers } = incoming
  return { method, path: url.pathname, query: url.searchParams, headers, body, count }
}
