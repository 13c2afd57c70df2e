import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'

export interface BranchServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
}

/** A static web server over the newest files of a branch, as GitHub Pages is. */
export async function startBranchServer(origin: string, branch: string): Promise<BranchServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1))
    const options = { cwd: origin, encoding: 'buffer', maxBuffer: 1 << 28 } as const
    promisify(execFile)('git', ['cat-file', 'blob', `refs/heads/${branch}:${path}`], options).then(
      ({ stdout }) => response.writeHead(200).end(stdout),
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
