import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { git } from '../../support/git/repository.ts'
import { startGitHub } from '../../support/github/github.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { forms } from '../../support/secrets/secret-forms.ts'
import { startGitServer } from '../../support/servers/git-http.ts'

const TOKEN = 'ghs_W0rkflowTokenOfThisJob4711abcDEF'

interface Eavesdropper extends AsyncDisposable {
  readonly host: string
  readonly url: string
  /** Everything that was sent, a text for each request. */
  readonly heard: readonly string[]
}

/** A server that takes down all that it is sent, and asks for more. */
async function anEavesdropper(answer: (path: string, self: string) => Answer): Promise<Eavesdropper> {
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk as Buffer)
    heard.push(sent(request.url ?? '', request.headers, Buffer.concat(body)))
    const { status, headers } = answer(request.url ?? '', url)
    response.writeHead(status, headers).end('{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`
  return {
    host,
    url,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}

const sent = (path: string, headers: IncomingHttpHeaders, body: Buffer) =>
  [path, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), body.toString('latin1')].join('\n')

const holdsToken = (texts: readonly string[]) =>
  texts.filter((text) => forms(TOKEN).some((form) => text.includes(form)))

let world: World
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', token: TOKEN } })
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

describe("the workflow's token", () => {
  it.each<[string, Answer['headers']]>([
    ['Basic', { 'www-authenticate': 'Basic realm="github.com"' }],
    ['a Bearer that calls itself ghcr.io', { 'www-authenticate': 'Bearer realm="SELF/token",service="ghcr.io"' }],
  ])('goes to no other registry than ghcr.io, whatever that asks for: %s', async (_, headers = {}) => {
    await using registry = await anEavesdropper((path, self) =>
      path.startsWith('/token')
        ? { status: 401 }
        : {
            status: 401,
            headers: { 'www-authenticate': (headers['www-authenticate'] ?? '').replace('SELF', self) },
          },
    )
    const run = await world.release({ inputs: { targets: `oci://${registry.host}/acme/charts` } })
    expect(run.exitCode).toBe(1)
    expect(registry.heard.length).toBeGreaterThan(0)
    expect(holdsToken(registry.heard)).toEqual([])
  })

  it('goes to no server that a registry redirects to', async () => {
    await using elsewhere = await anEavesdropper(() => ({ status: 404 }))
    const run = await world.release({
      inputs: { 'registry-username': 'publisher', 'registry-password': TOKEN },
    })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    await world.repository.commit('feat: app', aChart('app', '1.1.0', 'second'))
    world.registry.disturb(({ path }) =>
      path.startsWith('/v2/acme') ? { status: 307, headers: { location: elsewhere.url + path } } : undefined,
    )
    await world.release({ inputs: { 'registry-username': 'publisher', 'registry-password': TOKEN } })
    expect(holdsToken(elsewhere.heard)).toEqual([])
  })

  it('goes to no git server but that of the workflow', async () => {
    await using origin = await startGitServer(world.repository.origin)
    const workspace = await world.repository.checkout()
    await git(workspace, ['config', 'remote.origin.url', origin.repository])
    const run = await world.release({ workspace })
    expect(errorsIn(run)).toEqual([])
    expect(new Set(origin.authorizations)).toEqual(new Set(['']))
  })

  it('goes to the API that the runner names, and with it nowhere else', async () => {
    await using github = await startGitHub({ origin: world.repository.origin, tokens: [workflowToken(TOKEN)] })
    await world.release()
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const run = await world.release({ env: github.environment })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    const heard = github.requests.map(({ path, headers, bytes }) => sent(path, headers, bytes))
    expect(heard.length).toBeGreaterThan(0)
    expect(holdsToken(heard)).toEqual(heard)
  })

  it('is no identity: Sigstore gets tokens for itself only', async () => {
    await world.release()
    const asked = world.sigstore.tokens.map((token) =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64').toString()),
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked.map(({ aud }) => aud))).toEqual(new Set(['sigstore']))
  })
})
