import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Authority } from './authority.ts'
import { joined, startTlsFront } from './front.ts'

export interface TestProxy extends AsyncDisposable {
  /** With user and password, as `HTTPS_PROXY` takes it. */
  readonly address: string
  readonly password: string
  /** The names that were asked for, each once. */
  readonly asked: Set<string>
}

const PASSWORD = 'of the proxy: 0815'

/**
 * A proxy with a password, and the only way to the hosts that it knows: host to the port of a server on loopback, which is
 * reached by TLS with a certificate of the authority. All others are refused.
 */
export async function startProxy(authority: Authority, hosts: Readonly<Record<string, number>>): Promise<TestProxy> {
  const known = new Map(Object.entries(hosts).map(([host, port]) => [host, startTlsFront(authority, port)]))
  const asked = new Set<string>()
  const sockets = new Set<Socket>()
  const allowed = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`
  const server = createServer((_, response) => void response.writeHead(405).end())
  server.on('connect', async (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const [host = '', port] = (request.url ?? '').split(':')
    asked.add(host)
    if (request.headers['proxy-authorization'] !== allowed)
      return void socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="proxy"\r\nconnection: close\r\n\r\n',
      )
    const front = await known.get(host)
    if (!front || port !== '443') return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connect(front.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      joined(socket, onward)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    address: `http://ada:${encodeURIComponent(PASSWORD)}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    password: PASSWORD,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await Promise.all([...known.values()].map(async (front) => (await front)[Symbol.asyncDispose]()))
    },
  }
}
