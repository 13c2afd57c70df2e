import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { memoizeAsync } from '../../../src/model/async/memoize.ts'
import { git } from '../git/repository.ts'
import { answerByCgi } from './cgi.ts'

export interface GitServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  /** Address of the repository. */
  readonly repository: string
  /** All values of Authorization headers that came, one entry a request; more than one header is joined by ` + `. */
  readonly authorizations: readonly string[]
  /** What is answered from now on instead, to all or to these addresses: a status, a connection that breaks, or nothing. */
  disturb(fault: number | 'reset' | 'silence' | undefined, of?: RegExp): void
  /** The same for so many requests; git's own transport repeats one whose connection it had used before. */
  disturbFirst(count: number, fault: number | 'reset', of: RegExp): void
  /** Carries out what is asked at these addresses, and breaks the connection instead of answering, if `when` says so. */
  cutAnswer(of: RegExp, when?: () => boolean): void
  /** Leads requests at these addresses on to the same path of another server, whoever asks. */
  leadOn(of: RegExp, server: string): void
}

/**
 * A git server on loopback: git's own `http-backend` behind a check of the Authorization header. `wanted` is the header that
 * is let in, or all of them with the login of each, which hooks get as `GIT_PUSHER`; without it everybody is. `backend` is a
 * program in the place of git's own.
 */
export async function startGitServer(
  origin: string,
  wanted?: string | Readonly<Record<string, string>>,
  backend?: string,
): Promise<GitServer> {
  const logins = typeof wanted === 'string' ? { [wanted]: 'tester' } : wanted
  const known = logins && new Map(Object.entries(logins).map(([header, login]) => [header.toLowerCase(), login]))
  const program = backend ?? join(await gitPrograms(), 'git-http-backend')
  const authorizations: string[] = []
  let [fault, disturbed]: [number | 'reset' | 'silence' | undefined, RegExp] = [undefined, /^/]
  let first: { count: number; readonly fault: number | 'reset'; readonly of: RegExp } | undefined
  function takeFirst(url: string): number | 'reset' | undefined {
    if (!first?.of.test(url) || first.count === 0) return undefined
    first.count -= 1
    return first.fault
  }
  let cut: { readonly of: RegExp; readonly when: () => boolean } | undefined
  let led: { readonly of: RegExp; readonly server: string } | undefined
  const server = createServer((request, response) => {
    // As github.com has it, for tests whose server is one.
    request.url = request.url?.replace(/^\/acme\/charts(?:\.git)?(?=\/)/, `/${basename(origin)}`)
    if (led?.of.test(request.url ?? ''))
      return void response.writeHead(302, { location: `${led.server}${request.url}` }).end()
    const isCut = request.method === 'POST' && cut?.of.test(request.url ?? '') && cut.when()
    const trouble = takeFirst(request.url ?? '') ?? (disturbed.test(request.url ?? '') ? fault : undefined)
    if (trouble === 'silence') return
    if (trouble === 'reset') return void response.destroy()
    const values = request.headersDistinct.authorization ?? []
    authorizations.push(values.join(' + '))
    if (trouble !== undefined) return void response.writeHead(trouble, plainText).end(`oops ${quoted(request)}`)
    // GitHub, too, answers 400 to a request that says twice who it is.
    if (values.length > 1) response.writeHead(400, plainText).end(`two Authorization headers ${quoted(request)}`)
    else if (known && !known.has(values[0]?.toLowerCase() ?? ''))
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
    else {
      const pusher = known?.get(values[0]?.toLowerCase() ?? '') ?? 'tester'
      const env = environmentFor(request, { root: dirname(origin), pusher })
      void answerByCgi(request, response, { file: program, env, ...(isCut && { isCut }) })
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
    disturbFirst: (count, next, of) => {
      first = { count, fault: next, of }
    },
    cutAnswer: (of, when = () => true) => {
      cut = { of, when }
    },
    leadOn: (of, server) => {
      led = { of, server }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Where git's own programs are. */
const gitPrograms = memoizeAsync(() => git(tmpdir(), ['--exec-path']))

/** Git shows what comes as plain text to its user. */
const plainText = { 'content-type': 'text/plain' }

/** What a server that quotes everything says: the credentials as they came, decoded, and in other forms. */
function quoted({ headersDistinct: { authorization = [], cookie = [] } }: IncomingMessage): string {
  const words = authorization.flatMap((value) => value.split(/\s+/).slice(1))
  const logins = words.map((word) => Buffer.from(word, 'base64').toString())
  const parts = [...words, ...logins.flatMap((login) => login.split(':')), ...cookie]
  const forms = parts.flatMap((part) => [
    part,
    encodeURIComponent(part),
    JSON.stringify(part),
    Buffer.from(part).toString('base64'),
  ])
  return [...authorization, ...logins, ...forms].join(' ')
}

interface Caller {
  readonly root: string
  readonly pusher: string
}

/** What git-http-backend reads of a request. */
function environmentFor(request: IncomingMessage, { root, pusher }: Caller): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  return {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_CONFIG_KEY_1: 'http.receivepack',
    GIT_CONFIG_VALUE_1: 'true',
    REMOTE_USER: pusher,
    GIT_PUSHER: pusher,
    REQUEST_METHOD: request.method,
    PATH_INFO: pathname,
    QUERY_STRING: search.slice(1),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    ...(request.headers['content-length'] && { CONTENT_LENGTH: request.headers['content-length'] }),
    ...(request.headers['content-encoding'] && { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
    ...(request.headers['git-protocol'] && { GIT_PROTOCOL: String(request.headers['git-protocol']) }),
  }
}
