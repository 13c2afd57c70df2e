import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { startEcr, type TestEcr } from '../../../support/ecr/ecr.ts'
import { startSts, type TestSts } from '../../../support/ecr/sts.ts'
import { git } from '../../../support/git/repository.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { startS3, type TestS3 } from '../../../support/s3/s3.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'
import { type Sigstore, startSigstore } from '../../../support/sigstore/sigstore.ts'
import { type Authority, anAuthority } from '../../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../../support/tls/proxy.ts'

const SESSION = 'session-of-the-role'
const STS = 'sts.eu-central-1.amazonaws.com'

let authority: Authority
let ecr: TestEcr
let sts: TestSts
let s3: TestS3
let sigstore: Sigstore
let server: GitServer
let world: World
let proxy: TestProxy
beforeAll(async () => {
  s3 = await startS3({ sessionToken: SESSION })
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = s3.environment
  const keys = { accessKeyId, secretAccessKey, sessionToken: SESSION }
  ecr = await startEcr({ keys })
  sts = await startSts(keys)
  sigstore = await startSigstore()
  world = await aWorld({
    files: aChart('app', '1.0.0'),
    github: {},
    sigstore: behindTls(sigstore),
    run: { entry: 'source' },
  })
  server = await startGitServer(world.repository.origin)
  const services = Object.entries(sigstore.urls).map(([name, url]) => [`${name}.corp.test`, portOf(url)])
  const hosts = {
    ...ecr.hosts,
    ...Object.fromEntries(services),
    's3.corp.test': portOf(s3.url),
    [STS]: sts.port,
    'api.github.com': portOf(world.github.apiUrl),
    'github.com': portOf(server.url),
  }
  authority = await anAuthority(Object.keys(hosts))
  proxy = await startProxy(authority, hosts)
})
afterAll(async () => {
  await Promise.all([proxy, authority, server, world, ecr, sts, s3].map((each) => each[Symbol.asyncDispose]()))
  await sigstore.close()
})

const portOf = (url: string) => Number(new URL(url).port)

/** The same Sigstore under names that are reached by TLS only. */
function behindTls(plain: Sigstore): Sigstore {
  const renamed = <T>(value: T): T =>
    JSON.parse(
      Object.entries(plain.urls).reduce(
        (text, [name, url]) => text.replaceAll(url, `https://${name}.corp.test`),
        JSON.stringify(value),
      ),
    )
  const environmentFor: Sigstore['environmentFor'] = (claims) => renamed(plain.environmentFor(claims))
  // The trusted root keeps its names: the log signs with its own, and nobody is asked there.
  return Object.assign(Object.create(plain), { signingConfig: renamed(plain.signingConfig), environmentFor })
}

async function release({ env, ...options }: RunOptions = {}) {
  const workspace = await world.repository.checkout()
  await git(workspace, ['remote', 'set-url', 'origin', 'https://github.com/acme/charts'])
  const token = join(world.repository.root, 'web-identity')
  await writeFile(token, 'the token of the job')
  return world.release({
    workspace,
    inputs: {
      targets: `oci://${ecr.host}/charts?create=true\ns3://charts/stable?endpoint=https://s3.corp.test&region=eu-central-1`,
    },
    env: {
      HTTPS_PROXY: proxy.address,
      NODE_EXTRA_CA_CERTS: authority.file,
      GIT_SSL_CAINFO: authority.file,
      AWS_REGION: 'eu-central-1',
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/release',
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
      ...env,
    },
    ...options,
  })
}

const everybody = () => [
  ...Object.keys(ecr.hosts),
  ...['s3.corp.test', STS, 'github.com', 'fulcio.corp.test', 'rekor.corp.test', 'tsa.corp.test', 'oidc.corp.test'],
]

describe('a runner that reaches everything through a proxy with a password, by certificates of a private authority', () => {
  it('releases to an ECR that has no repository yet and to a bucket, signed', async () => {
    const run = await release()
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released']])
    expect([...proxy.asked]).toEqual(expect.arrayContaining(everybody()))
    expect([...ecr.repositories.keys()]).toEqual(['charts/app'])
    expect(new Set(sts.tokens)).toEqual(new Set(['the token of the job']))
    expect([...s3.objects.keys()]).toContain('stable/index.yaml')
  })

  it('does it again without a change, and bumps by the rules that GitHub tells', async () => {
    expect(resultsOf(await release())).toEqual(['app 1.0.0 unchanged'])
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const run = await release()
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.1 released']])
    expect([...proxy.asked]).toContain('api.github.com')
    expect(ecr.registry.tags('charts/app')).toEqual(expect.arrayContaining(['1.0.0', '1.0.1']))
  })

  it('tells no secret of the way', async () => {
    const run = await release({ debug: true })
    const told = [run.stdout.replace(/^::add-mask::.*$/gm, ''), run.stderr, run.summary].join('\n')
    for (const secret of [proxy.password, encodeURIComponent(proxy.password), ecr.password, SESSION])
      expect(told).not.toContain(secret)
  })
})

describe('the same without', () => {
  it('the authority names the variable that it belongs in', async () => {
    const run = await release({ env: { NODE_EXTRA_CA_CERTS: undefined } })
    expect(run.exitCode).toBe(1)
    expect(
      errorsIn(run)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('NODE_EXTRA_CA_CERTS')
  })

  it('the one of git says which variable is its own', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.1', 'third'))
    const run = await release({ env: { GIT_SSL_CAINFO: undefined } })
    expect(run.exitCode).toBe(1)
    expect(
      errorsIn(run)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('GIT_SSL_CAINFO')
  })

  it('the password says that the proxy refuses', async () => {
    const run = await release({ env: { HTTPS_PROXY: proxy.address.replace(/\/\/.*@/, '//') } })
    expect([run.exitCode, errorsOf(run).length > 0]).toEqual([1, true])
    expect(
      errorsIn(run)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('407')
  })

  it('a way around the proxy for one host asks the proxy for the others only', async () => {
    const before = new Set(proxy.asked)
    proxy.asked.clear()
    const run = await release({ env: { NO_PROXY: `.${ecr.host.split('.').slice(1).join('.')}` } })
    expect(run.exitCode).toBe(1)
    expect([...proxy.asked]).not.toContain(ecr.host)
    expect(before.has(ecr.host)).toBe(true)
  })
})
