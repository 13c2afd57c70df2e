import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ReleaseError } from '../../../../../src/model/errors.ts'
import { openTarget } from '../../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet } from '../../../../support/charts/packaged-chart.ts'
import { startEcr, type TestEcr } from '../../../../support/ecr/ecr.ts'
import { caught } from '../../../../support/registry/caught.ts'
import { aTargetContext, type ContextOptions } from '../../../../support/registry/context.ts'
import { type Authority, anAuthority } from '../../../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../../../support/tls/proxy.ts'
import { promoteOne } from '../../../../support/values/promote.ts'

// The SDK asks the machine's own metadata service otherwise.
process.env.AWS_EC2_METADATA_DISABLED = 'true'

let authority: Authority
let ecr: TestEcr
let proxy: TestProxy
beforeAll(async () => {
  authority = await anAuthority(['*.dkr.ecr.eu-central-1.amazonaws.com', '*.ecr.eu-central-1.amazonaws.com'])
})
afterAll(async () => {
  await authority[Symbol.asyncDispose]()
})
beforeEach(async () => {
  ecr = await startEcr()
  proxy = await startProxy(authority, ecr.hosts)
})
afterEach(async () => {
  await proxy[Symbol.asyncDispose]()
  await ecr[Symbol.asyncDispose]()
})

const context = (options: ContextOptions = {}) =>
  aTargetContext({
    ...options,
    environment: {
      HTTPS_PROXY: proxy.address,
      NODE_EXTRA_CA_CERTS: authority.file,
      ...ecr.environment,
      ...options.environment,
    },
  })
const open = (query = '?create=true', own = context()) => openTarget(`oci://${ecr.host}/acme${query}`, own)
const APP = { name: 'app', version: '1.2.3' }
const NO_KEYS = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_PROFILE: 'none' }

async function prepare(target = open()): Promise<readonly ReleaseError[]> {
  const problems = await target.preflight([APP])
  return problems.length > 0 ? problems : ((await target.createMissing?.([APP])) ?? [])
}

async function release(target = open(), who?: string) {
  expect(await prepare(target)).toEqual([])
  const staged = await target.stage(aPackagedChart())
  await target.attach(staged, aSignatureSet(staged.digest, who))
  return promoteOne(target, staged)
}

describe('a repository that is not there', () => {
  it('is created as the address says, when nothing else refuses', async () => {
    const target = open()
    expect(await target.preflight([APP])).toEqual([])
    expect([...ecr.repositories]).toEqual([])
    expect(await target.createMissing?.([APP])).toEqual([])
    expect([...ecr.repositories.values()]).toEqual([
      { name: 'acme/app', mutability: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['sha256-*'], scanOnPush: false },
    ])
    expect(await release(target)).toMatchObject({ changed: true })
  })

  it.each([
    ['?create=true&immutable=false', { mutability: 'MUTABLE', exclusions: [], scanOnPush: false }],
    ['?create=true&scan-on-push=true', { mutability: 'IMMUTABLE_WITH_EXCLUSION', scanOnPush: true }],
  ])('%s is created with these settings', async (query, settings) => {
    expect(await prepare(open(query))).toEqual([])
    expect(ecr.repositories.get('acme/app')).toMatchObject(settings)
  })

  it.each(['', '?create=false'])('is a problem that names the way out without consent (%s)', async (query) => {
    const target = open(query)
    const [problem] = await target.preflight([APP])
    expect(problem).toMatchObject({ code: 'REGISTRY_NOT_FOUND', hint: expect.stringContaining('?create=true') })
    expect(await target.createMissing?.([APP])).toEqual([])
    expect(ecr.calls).not.toContain('CreateRepository')
  })

  it('is created for the charts that are to be written only', async () => {
    const target = open()
    await target.preflight([APP, { name: 'web', version: '1.0.0' }])
    await target.createMissing?.([APP])
    expect([...ecr.repositories.keys()]).toEqual(['acme/app'])
  })

  it('is created once by two runs that meet', async () => {
    const targets = [open(), open()]
    for (const target of targets) expect(await target.preflight([APP])).toEqual([])
    const problems = await Promise.all(targets.map((target) => target.createMissing?.([APP])))
    expect(problems).toEqual([[], []])
    expect(ecr.calls.filter((action) => action === 'CreateRepository')).toHaveLength(2)
    expect([...ecr.repositories.keys()]).toEqual(['acme/app'])
  })

  it('is found by the next run if this one dies behind its creation', async () => {
    const dying = context({
      after: (name) => {
        if (name.includes('api.ecr')) throw new Error('killed')
      },
    })
    await caught(prepare(open('?create=true', dying))).catch(() => undefined)
    expect([...ecr.repositories.keys()]).toEqual(['acme/app'])
    expect(await release()).toMatchObject({ changed: true })
  })

  it('waits until the API takes a creation again', async () => {
    let refused = 0
    ecr.refuse((action) => (action === 'CreateRepository' && refused++ < 2 ? 'ThrottlingException' : undefined))
    expect(await prepare()).toEqual([])
  })

  it.each([
    [
      'AccessDeniedException',
      'REGISTRY_DENIED',
      'ecr:CreateRepository on arn:aws:ecr:eu-central-1:123456789012:repository/acme/app',
    ],
    ['LimitExceededException', 'REGISTRY_FAILED', 'quota'],
    ['ServerException', 'REGISTRY_FAILED', ''],
  ])('that the API refuses (%s) is told with the way out', async (error, code, words) => {
    ecr.refuse((action) => (action === 'CreateRepository' ? error : undefined))
    const [problem] = await prepare()
    expect(problem).toMatchObject({ code, message: expect.stringContaining(`acme/app could not be created (${error}`) })
    expect(problem?.hint ?? '').toContain(words)
  })
})

describe('the login', () => {
  it('is made from the AWS credentials, told to be masked, and seen by the registry alone', async () => {
    const own = context()
    await release(open('?create=true', own))
    const token = Buffer.from(`AWS:${ecr.password}`).toString('base64')
    expect(own.told).toEqual(
      expect.arrayContaining([ecr.password, token, ecr.environment.AWS_SECRET_ACCESS_KEY, 'session']),
    )
    expect(ecr.calls).toContain('GetAuthorizationToken')
    expect([...proxy.asked].sort()).toEqual(Object.keys(ecr.hosts).sort())
  })

  it('is not made if another is configured', async () => {
    ecr.repositories.set('acme/app', { name: 'acme/app', mutability: 'MUTABLE', exclusions: [], scanOnPush: false })
    const settings = { registryUsername: 'AWS', registryPassword: ecr.password }
    await release(open('', context({ settings })))
    expect(ecr.calls).toEqual([])
  })

  it.each(['AccessDeniedException', 'UnrecognizedClientException', 'ExpiredTokenException'])(
    'that AWS refuses (%s) stops the run before anything',
    async (error) => {
      ecr.refuse(() => error)
      const [problem] = await prepare()
      expect(problem).toMatchObject({ code: 'REGISTRY_DENIED', hint: expect.any(String) })
      expect(problem?.message).toContain(`AWS gave no login for ${ecr.host} (${error}`)
      expect(ecr.registry.requests.every(({ status }) => status === 401)).toBe(true)
    },
  )

  it('is refused for wrong keys', async () => {
    const environment = { AWS_SECRET_ACCESS_KEY: 'another' }
    const [problem] = await prepare(open('', context({ environment })))
    expect(problem).toMatchObject({ code: 'REGISTRY_DENIED', hint: expect.stringContaining('did not accept') })
  })

  it('is never made for a registry that is spoken to without TLS, and nothing is created there', async () => {
    const environment = { HTTP_PROXY: ecr.registry.url }
    const own = context({ settings: { plainHttp: [ecr.host] }, environment })
    const target = open('?create=true', own)
    expect(await target.preflight([APP])).toHaveLength(1)
    expect(await target.createMissing?.([APP])).toEqual([])
    expect(ecr.calls).toEqual([])
  })

  it('alone, without AWS credentials, can create nothing', async () => {
    const settings = { registryUsername: 'AWS', registryPassword: ecr.password }
    const [problem] = await prepare(open('?create=true', context({ settings, environment: NO_KEYS })))
    expect(problem).toMatchObject({ code: 'REGISTRY_UNAUTHORIZED', hint: expect.stringContaining('configure-aws') })
    expect(ecr.calls).toEqual([])
  })

  it('is asked of nobody without AWS credentials', async () => {
    const [problem] = await prepare(open('', context({ environment: NO_KEYS })))
    expect(problem).toMatchObject({ code: 'REGISTRY_UNAUTHORIZED' })
    expect(ecr.calls).toEqual([])
  })
})

describe('immutable tags', () => {
  const settings = { name: 'acme/app', exclusions: [], scanOnPush: false }

  it('let the same release run again, and a second signature join the first', async () => {
    await release()
    expect(await release()).toMatchObject({ changed: false })
    expect(await release(open(), 'another.yml')).toMatchObject({ changed: false })
    const digest = ecr.registry.manifest('acme/app', '1.2.3')?.digest ?? ''
    const layers = JSON.parse(`${ecr.registry.manifest('acme/app', `${digest.replace(':', '-')}.sig`)?.bytes}`).layers
    expect(layers).toHaveLength(2)
  })

  it('without an exclusion let the same release run again, and name the filter that a second signature needs', async () => {
    ecr.repositories.set('acme/app', { ...settings, mutability: 'IMMUTABLE' })
    await release(open(''))
    expect(await release(open(''))).toMatchObject({ changed: false })
    const target = open('')
    const staged = await target.stage(aPackagedChart())
    const problem = await caught(target.attach(staged, aSignatureSet(staged.digest, 'another.yml')))
    expect(problem.code).toBe('CONFLICT_TAG_PROTECTED')
    expect(problem.hint).toContain('sha256-*')
  })

  it('take a signature whose answer was lost', async () => {
    ecr.repositories.set('acme/app', { ...settings, mutability: 'IMMUTABLE' })
    let lost = 0
    ecr.registry.disturb(({ method, path }) =>
      method === 'PUT' && path.endsWith('.sig') && lost++ === 0 ? { reset: true, applied: true } : undefined,
    )
    expect(await release(open(''))).toMatchObject({ changed: true })
    expect(lost).toBe(2)
  })
})
