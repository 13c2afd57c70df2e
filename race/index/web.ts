import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server of one file, for Helm. */
export async function serveIndex(
  index: () => Promise<Uint8Array>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_, response) => {
    void index().then((bytes) => response.end(bytes))
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
