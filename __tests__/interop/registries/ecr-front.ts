import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Behind {
  /** The name that it is asked by. */
  readonly host: string
  /** Host and port of the registry that has the content. */
  readonly behind: string
  /** `user:password` that it wants. */
  readonly login: string
  /** Whether the API made this repository. */
  exists(repository: string): Promise<boolean>
}

export interface EcrFront extends AsyncDisposable {
  readonly port: number
}

/** Before a registry that takes every push: it wants ECR's login, and has the repositories only that its API made. */
export async function startEcrFront(options: Behind): Promise<EcrFront> {
  const server = createServer((asked, response) => {
    pass(options, asked, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function pass({ login, exists, ...to }: Behind, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  if (asked.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
    response.setHeader('www-authenticate', `Basic realm="https://${to.host}/",service="ecr.amazonaws.com"`)
    return refuse(response, 401, 'UNAUTHORIZED')
  }
  const [, repository] = /^\/v2\/(.+?)\/(?:blobs|manifests|referrers|tags)\//.exec(asked.url ?? '') ?? []
  if (repository !== undefined && !(await exists(repository))) return refuse(response, 404, 'NAME_UNKNOWN')
  const { authorization: _, ...headers } = asked.headers
  const seen = { ...headers, host: to.host, 'x-forwarded-proto': 'https' }
  const onward = request(`http://${to.behind}${asked.url}`, { method: asked.method, headers: seen })
  onward.on('error', (error) => response.destroy(error))
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  asked.pipe(onward)
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const errors = [{ code, message: `The repository does not exist, or there is no login: ${code}` }]
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errors }))
}
