// ECR as far as it can be had: its API by moto, and distribution as the registry behind it, which moto has none of.

import { motoServer } from '../../support/servers/moto.ts'
import { freePort, serve } from '../../support/servers/program-server.ts'
import { type Authority, anAuthority } from '../../support/tls/authority.ts'
import { startProxy } from '../../support/tls/proxy.ts'
import type { Missing } from '../missing.ts'
import { startDistribution } from './distribution.ts'
import { startEcrFront } from './ecr-front.ts'
import type { OpenRegistry } from './registry.ts'

const [ACCOUNT, REGION] = ['123456789012', 'eu-central-1']
const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`
const API = `api.ecr.${REGION}.amazonaws.com`
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAINTEROP', AWS_SECRET_ACCESS_KEY: 'secret' }

/** Under its real names, by TLS behind a proxy. `program` is distribution's. */
export async function startMotoEcr(program: string): Promise<OpenRegistry | Missing> {
  const moto = await motoServer()
  if (typeof moto !== 'string') return moto
  const resources = new AsyncDisposableStack()
  try {
    const port = await freePort()
    resources.use(await serve(moto, ['-H', '127.0.0.1', '-p', `${port}`], { port }))
    const registry = await startDistribution(program)
    resources.defer(() => registry.close())
    const password = await loginOf(port)
    const exists = (name: string) => isThere(port, name)
    const front = await startEcrFront({ host: HOST, behind: registry.host, login: `AWS:${password}`, exists })
    resources.use(front)
    const authority = resources.use(await anAuthority([HOST, API]))
    return await open(authority, { password, api: port, front: front.port }, resources)
  } catch (error) {
    await resources.disposeAsync()
    throw error
  }
}

interface Started {
  readonly password: string
  readonly api: number
  readonly front: number
}

async function open(
  authority: Authority,
  { password, api, front }: Started,
  resources: AsyncDisposableStack,
): Promise<OpenRegistry> {
  const proxy = resources.use(await startProxy(authority, { [HOST]: front, [API]: api }))
  return {
    host: HOST,
    origin: `http://127.0.0.1:${front}`,
    user: { name: 'AWS', password },
    caFile: authority.file,
    proxy: proxy.address,
    options: '?create=true',
    credentials: KEYS,
    create: async (name) => void (await askEcr(api, 'CreateRepository', { repositoryName: name })),
    close: () => resources.disposeAsync(),
  }
}

/** What moto gives out as the password of the registry. */
async function loginOf(port: number): Promise<string> {
  const answer = await askEcr(port, 'GetAuthorizationToken', {})
  const { authorizationData } = (await answer.json()) as {
    readonly authorizationData: readonly { readonly authorizationToken: string }[]
  }
  const login = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64').toString()
  return login.slice(login.indexOf(':') + 1)
}

async function isThere(port: number, name: string): Promise<boolean> {
  return (await askEcr(port, 'DescribeRepositories', { repositoryNames: [name] })).ok
}

/** Asks moto's API, which wants a signature and checks none. */
function askEcr(port: number, action: string, body: object): Promise<Response> {
  const scope = `AKIAINTEROP/20261201/${REGION}/ecr/aws4_request`
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${action}`,
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}`,
  }
  return fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: JSON.stringify(body) })
}
