import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { git } from './repository.ts'

export interface GitServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  /** Address of the repository. */
  readonly repository: string
  /** All values of Authorization headers that came, one entry a request; more than one header is joined by ` + `. */
  readonly authorizations: readonly string[]
  /** What is answered from now on instead, to all or to these addresses: a status, a connection that breaks, or nothing. */
  disturb(fault: number | 'reset' | 'silence' | undefined, of?: RegExp): void
}

/**
 * A git server on loopback: git's own `http-backend` behind a check of the Authorization header. `wanted` is the header that
 * is let in, or all of them with the login of each, which hooks get as `GIT_PUSHER`; without it everybody is.
 */
export async function startGitServer(
  origin: string,
  wanted?: string | Readonly<Record<string, string>>,
): Promise<GitServer> {
  const logins = typeof wanted === 'string' ? { [wanted]: 'tester' } : wanted
  const known = logins && new Map(Object.entries(logins).map(([header, login]) => [header.toLowerCase(), login]))
  const backend = join(await git(dirname(origin), ['--exec-path']), 'git-http-backend')
  await git(origin, ['config', 'http.receivepack', 'true'])
  const authorizations: string[] = []
  let [fault, disturbed]: [number | 'reset' | 'silence' | undefined, RegExp] = [undefined, /^/]
  const server = createServer((request, response) => {
    const trouble = disturbed.test(request.url ?? '') ? fault : undefined
    if (trouble === 'silence') return
    if (trouble === 'reset') return void response.destroy()
    if (trouble !== undefined) return void response.writeHead(trouble).end('oops')
    const values = request.headersDistinct.authorization ?? []
    authorizations.push(values.join(' + '))
    // GitHub, too, answers 400 to a request that says twice who it is.
    if (values.length > 1) response.writeHead(400).end('two Authorization headers')
    else if (known && !known.has(values[0]?.toLowerCase() ?? ''))
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
    else {
      const pusher = known?.get(values[0]?.toLowerCase() ?? '') ?? 'tester'
      void serve(request, response, { backend, root: dirname(origin), pusher })
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    repository: `${url}/${origin.slice(dirname(origin).length + 1)}`,
    authorizations,
    disturb(next, of = /^/) {
      fault = next
      disturbed = of
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

interface Backend {
  readonly backend: string
  readonly root: string
  readonly pusher: string
}

/** CGI (RFC 3875) as git-http-backend needs it. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { backend, root, pusher }: Backend,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn(backend, [], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      REMOTE_USER: pusher,
      GIT_PUSHER: pusher,
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
      ...(request.headers['content-encoding'] && { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
      ...(request.headers['git-protocol'] && { GIT_PROTOCOL: String(request.headers['git-protocol']) }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer)
  const output = Buffer.concat(chunks)
  const end = output.indexOf('\r\n\r\n')
  const headers = Object.fromEntries(
    output
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(/:\s*/, 2) as [string, string]),
  )
  const { Status: status = '200', ...rest } = headers
  response.writeHead(Number.parseInt(status, 10), rest).end(output.subarray(end + 4))
}
