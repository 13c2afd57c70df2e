import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './exchange.ts'
import type { LateFault } from './faults.ts'

/** One request as it came, for tests to look at. */
export interface Recorded {
  /** Which of GitHub's hosts was asked. */
  readonly host: 'api' | 'uploads' | 'web'
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
}

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Half of it is sent before the connection is cut. */
export interface Cut {
  readonly cut: Answer | Buffer
}

export type Respond = (request: Recorded) => Promise<Exclude<LateFault, 'cut'> | Buffer | Cut>

/** A server on loopback that answers one of GitHub's hosts. */
export async function listen(host: Recorded['host'], respond: Respond): Promise<Listening> {
  const server = createServer((request, response) => {
    void answer(host, request, response, respond)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function answer(
  host: Recorded['host'],
  request: IncomingMessage,
  response: ServerResponse,
  respond: Respond,
): Promise<void> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    // Whoever asked has gone away.
    return
  }
  const { method = 'GET', url: path = '/', headers } = request
  const answered = await respond({ host, method, path, headers, bytes: Buffer.concat(chunks) })
  if (answered === 'reset') response.destroy()
  else if (Buffer.isBuffer(answered))
    response
      .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answered.length })
      .end(answered)
  else if (answered !== 'silence' && 'cut' in answered) cutShort(response, answered.cut)
  else if (answered !== 'silence') send(response, answered)
}

function cutShort(response: ServerResponse, answer: Answer | Buffer): void {
  const status = Buffer.isBuffer(answer) ? 200 : answer.status
  const body = Buffer.isBuffer(answer) ? answer : Buffer.from(JSON.stringify(answer.body ?? ''))
  const type = Buffer.isBuffer(answer) ? 'application/octet-stream' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, 'content-length': body.length })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8'
  response.writeHead(status, { ...(text !== '' && { 'content-type': type }), ...headers }).end(text)
}
