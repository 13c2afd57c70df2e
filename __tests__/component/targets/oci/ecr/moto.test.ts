import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ecrAt } from '../../../../../src/targets/oci/ecr/ecr.ts'
import { caught } from '../../../../support/registry/caught.ts'
import { aTargetContext } from '../../../../support/registry/context.ts'
import { installedMoto } from '../../../../support/servers/moto.ts'
import { freePort, serve } from '../../../../support/servers/program-server.ts'
import { type Authority, anAuthority } from '../../../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../../../support/tls/proxy.ts'

const program = installedMoto()
const HOST = '123456789012.dkr.ecr.eu-central-1.amazonaws.com'
const API = 'api.ecr.eu-central-1.amazonaws.com'

// `npm run race` installs it.
const described = program === undefined ? describe.skip : describe
described(program === undefined ? "moto's ECR (moto is not installed)" : "moto's ECR", () => {
  let authority: Authority
  let moto: AsyncDisposable
  let proxy: TestProxy
  let port: number
  beforeAll(async () => {
    port = await freePort()
    moto = await serve(program ?? '', ['-H', '127.0.0.1', '-p', `${port}`], { port })
    authority = await anAuthority([HOST, API])
    proxy = await startProxy(authority, { [API]: port })
  })
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]()
    await authority[Symbol.asyncDispose]()
    await moto[Symbol.asyncDispose]()
  })

  const open = () => {
    const keys = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'secret' }
    const environment = { ...keys, HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: authority.file }
    const ecr = ecrAt(HOST, aTargetContext({ environment }))
    if (!ecr) throw new Error('not a host of ECR')
    return ecr
  }

  async function repositories(): Promise<readonly unknown[]> {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories',
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/20261201/eu-central-1/ecr/aws4_request',
    }
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '{}' })
    return ((await answer.json()) as { repositories: unknown[] }).repositories
  }

  it('gives out a login', async () => {
    expect(await open().login()).toMatchObject({ kind: 'basic', username: 'AWS', password: expect.any(String) })
  })

  it('creates a repository as asked, and once', async () => {
    const settings = { immutable: true, scanOnPush: true }
    const created = await Promise.all([open().create('acme/app', settings), open().create('acme/app', settings)])
    expect(created.sort()).toEqual([false, true])
    expect(await repositories()).toEqual([
      expect.objectContaining({
        repositoryName: 'acme/app',
        registryId: '123456789012',
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'sha256-*' }],
        imageScanningConfiguration: { scanOnPush: true },
      }),
    ])
  })

  it('refuses a name that it does not take', async () => {
    const problem = await caught(open().create('Acme', { immutable: false, scanOnPush: false }))
    expect(problem).toMatchObject({ code: 'REGISTRY_FAILED', hint: expect.stringContaining('2 to 256') })
  })
})
