import { type AddressInfo, connect, type Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { Authority } from './authority.ts'

export interface TlsFront extends AsyncDisposable {
  readonly port: number
}

/** TLS before a server on loopback that speaks plain HTTP. */
export async function startTlsFront({ server: options }: Authority, port: number): Promise<TlsFront> {
  const sockets = new Set<Socket>()
  const server = createServer(options, (socket) => {
    sockets.add(socket)
    joined(socket, connect(port, '127.0.0.1'))
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** What one says the other hears, and they end together. */
export function joined(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one)
  one.on('error', () => other.destroy()).on('close', () => other.destroy())
  other.on('error', () => one.destroy()).on('close', () => one.destroy())
}
