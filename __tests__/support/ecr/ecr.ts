import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AuthOptions, startRegistry, type TestRegistry } from '../registry/registry.ts'
import { type Keys, refusedSignature } from '../s3/signature-v4.ts'
import { type EcrRepository, isImmutable, repositoryFrom } from './repositories.ts'

export interface TestEcr extends AsyncDisposable {
  /** e.g. `123456789012.dkr.ecr.eu-central-1.amazonaws.com`. */
  readonly host: string
  /** Host names to the ports of the servers behind them. */
  readonly hosts: Readonly<Record<string, number>>
  readonly registry: TestRegistry
  /** The environment of who may use it. */
  readonly environment: Readonly<Record<string, string>>
  /** What the login of the registry is, once it is given out. */
  readonly password: string
  readonly repositories: Map<string, EcrRepository>
  /** The actions that the API was asked for. */
  readonly calls: readonly string[]
  /** Answers with this error instead; `undefined`: as it is. */
  refuse(error: ((action: string) => string | undefined) | undefined): void
}

interface EcrOptions {
  readonly keys?: Keys
}

const [ACCOUNT, REGION] = ['123456789012', 'eu-central-1']
const KEYS = { accessKeyId: 'AKIATESTTESTTEST', secretAccessKey: 'secret/key+of/the-registry', sessionToken: 'session' }
// What S3 says of a signature, in the words of ECR.
const SIGNATURE_ERRORS: ReadonlyMap<string, string> = new Map([
  ['SignatureDoesNotMatch', 'InvalidSignatureException'],
  ['InvalidAccessKeyId', 'UnrecognizedClientException'],
  ['InvalidToken', 'UnrecognizedClientException'],
  ['AccessDenied', 'MissingAuthenticationTokenException'],
])
const PASSWORD = 'eyJ-the-login-of-ecr=='

/**
 * A private registry of ECR: the registry itself, which makes no repository by a push, and the API that makes them and gives out
 * the login. Both speak plain HTTP on loopback; clients reach them by their real names through a proxy.
 */
export async function startEcr({ keys = KEYS }: EcrOptions = {}): Promise<TestEcr> {
  const repositories = new Map<string, EcrRepository>()
  const calls: string[] = []
  let refusing: ((action: string) => string | undefined) | undefined
  const auth: AuthOptions = { kind: 'basic', users: { AWS: PASSWORD } }
  const registry = await startRegistry({
    auth,
    exists: (name) => repositories.has(name),
    immutableTags: (name, tag) => {
      const found = repositories.get(name)
      return found !== undefined && isImmutable(found, tag)
    },
  })
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`)
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    calls.push(action)
    const signed = { method: request.method ?? '', url, headers: request.headers, body }
    const error = SIGNATURE_ERRORS.get(refusedSignature(signed, keys, 'ecr') ?? '') ?? refusing?.(action)
    const [status, answer] = error ? refusal(error) : act(action, JSON.parse(body.toString()))
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
  }

  function act(action: string, asked: Record<string, string>): readonly [number, object] {
    if (action === 'GetAuthorizationToken') return [200, { authorizationData: [loginData()] }]
    if (action !== 'CreateRepository') return refusal('UnknownOperationException')
    const made = repositoryFrom(asked)
    if (typeof made === 'string') return refusal('InvalidParameterException', made)
    if (asked.registryId !== ACCOUNT) return refusal('AccessDeniedException', `not the registry ${asked.registryId}`)
    if (repositories.has(made.name)) return refusal('RepositoryAlreadyExistsException')
    repositories.set(made.name, made)
    return [200, { repository: { repositoryName: made.name, registryId: ACCOUNT } }]
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`
  return {
    ...{ host, registry, repositories, calls, password: PASSWORD },
    hosts: {
      [host]: portOf(registry.url),
      [`api.ecr.${REGION}.amazonaws.com`]: (server.address() as AddressInfo).port,
    },
    environment: {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      ...(keys.sessionToken !== undefined && { AWS_SESSION_TOKEN: keys.sessionToken }),
    },
    refuse: (error) => {
      refusing = error
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await Promise.all([registry.stop(), new Promise((closed) => server.close(closed))])
    },
  }
}

function loginData() {
  const authorizationToken = Buffer.from(`AWS:${PASSWORD}`).toString('base64')
  const proxyEndpoint = `https://${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`
  return { authorizationToken, expiresAt: Date.now() / 1000 + 43_200, proxyEndpoint }
}

function refusal(name: string, message = `refused: ${name}`): readonly [number, object] {
  return [400, { __type: name, message }]
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}
