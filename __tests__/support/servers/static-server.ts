import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface StaticServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
}

/** A web server of files: `read` gets the path without its first slash, and fails where there is none. */
export async function startStaticServer(read: (path: string) => Promise<Uint8Array>): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1))
    read(path).then(
      (bytes) => response.writeHead(200).end(bytes),
      () => response.writeHead(404).end('not found'),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export function startFolderServer(folder: string): Promise<StaticServer> {
  return startStaticServer((path) => readFile(join(folder, path)))
}
