import { afterEach, describe, expect, it } from '@jest/globals'
import { openTarget } from '../../../../../src/targets/registry.ts'
import type { TargetSettings } from '../../../../../src/targets/target.ts'
import { aPackagedChart } from '../../../../support/charts/packaged-chart.ts'
import { caught } from '../../../../support/registry/caught.ts'
import { aTargetContext } from '../../../../support/registry/context.ts'
import {
  type AuthOptions,
  type RegistryOptions,
  startRegistry,
  type TestRegistry,
} from '../../../../support/registry/registry.ts'
import { promoteOne } from '../../../../support/values/promote.ts'

const PASSWORD = 'pass word'
const users = { robot: PASSWORD, reader: 'r' }
const robot = { registryUsername: 'robot', registryPassword: PASSWORD }

let registry: TestRegistry
afterEach(() => registry.stop())

async function start(auth: Partial<AuthOptions> = {}, options: RegistryOptions = {}): Promise<void> {
  registry = await startRegistry({ auth: { kind: 'bearer', users, ...auth }, ...options })
}

function open(settings: Partial<TargetSettings> = robot, aheadMs = () => 0) {
  const context = aTargetContext({ settings, aheadMs })
  return { target: openTarget(`oci://${registry.host}/acme`, context), context }
}

const asked = (part: string) => registry.requests.filter(({ path }) => path.includes(part))

describe('tokens', () => {
  it('are fetched once for a scope, however many ask at once', async () => {
    await start()
    const { target } = open()
    const versions = ['1.0.0', '1.0.1', '1.0.2', '1.0.3']
    await Promise.all(versions.map((version) => target.find({ name: 'app', version })))
    expect(asked('/token')).toHaveLength(1)
    expect(registry.requests.filter(({ path }) => path === '/v2/')).toHaveLength(1)
    expect(registry.requests.filter(({ status }) => status === 401)).toHaveLength(1)
  })

  it('of a release serve for reading too', async () => {
    await start()
    const { target } = open()
    const chart = aPackagedChart()
    const staged = await target.stage(chart)
    await promoteOne(target, staged)
    await target.find(chart)
    await target.versions('app')
    expect(asked('/token').map(({ path }) => new URLSearchParams(path.split('?')[1]).getAll('scope'))).toEqual([
      ['repository:acme/app:pull,push'],
    ])
  })

  it('and passwords are told to be secret', async () => {
    await start()
    const { target, context } = open()
    await target.find({ name: 'app', version: '1.0.0' })
    expect(context.told).toContain(PASSWORD)
    expect(context.told.filter((secret) => /^[0-9a-f-]{36}$/.test(secret))).toHaveLength(1)
  })

  it('that the registry forgot are replaced once', async () => {
    await start()
    const { target } = open()
    await target.find({ name: 'app', version: '1.0.0' })
    registry.forgetTokens()
    expect(await target.find({ name: 'app', version: '1.0.0' })).toEqual({ state: 'absent' })
    expect(asked('/token')).toHaveLength(2)
  })

  it('are renewed before they end', async () => {
    await start({ tokenSeconds: 3600 })
    let ahead = 0
    const { target } = open(robot, () => ahead)
    await target.find({ name: 'app', version: '1.0.0' })
    ahead = 3_590_000
    await target.find({ name: 'app', version: '1.0.0' })
    expect(asked('/token')).toHaveLength(2)
    expect(registry.requests.filter(({ path, status }) => status === 401 && path !== '/v2/')).toEqual([])
  })

  it('are got for a refresh token by POST', async () => {
    await start({ refreshTokens: { 'refresh-1': 'robot' } })
    const { target } = open({ registryUsername: '<token>', registryPassword: 'refresh-1' })
    expect((await promoteOne(target, await target.stage(aPackagedChart()))).changed).toBe(true)
    expect(asked('/token').map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /token'])
  })

  it('are not shared with the client that reads back', async () => {
    await start()
    const { target } = open()
    const staged = await target.stage(aPackagedChart())
    await target.fetch(staged)
    expect(asked('/token')).toHaveLength(2)
  })
})

describe('without the right credentials', () => {
  it('a wrong password is unknown, not absent, and is not repeated', async () => {
    await start()
    const { target } = open({ registryUsername: 'robot', registryPassword: 'wrong-one' })
    const found = await target.find({ name: 'app', version: '1.0.0' })
    if (found.state !== 'unknown') throw new Error(found.state)
    expect(found.why.code).toBe('REGISTRY_UNAUTHORIZED')
    expect(found.why.hint).toContain('the inputs registry-username and registry-password')
    expect(JSON.stringify([found.why.message, found.why.hint])).not.toContain('wrong-one')
  })

  it('what anybody may read is found without any', async () => {
    await start({ allows: (user) => (user === undefined ? ['pull'] : ['pull', 'push']) })
    const { target } = open()
    await promoteOne(target, await target.stage(aPackagedChart()))
    expect(await open({}).target.find(aPackagedChart())).toMatchObject({ state: 'present' })
  })

  it('preflight says that nobody is logged in', async () => {
    await start()
    const [finding, ...more] = await open({}).target.preflight([aPackagedChart()])
    expect(more).toEqual([])
    expect(finding?.code).toBe('REGISTRY_UNAUTHORIZED')
    expect(finding?.hint).toContain('docker/login-action')
  })

  it.each(['basic', 'bearer'] as const)('preflight finds a missing push right, with %s auth', async (kind) => {
    await start({ kind, allows: (user) => (user === 'robot' ? ['pull', 'push'] : ['pull']) })
    const reader = { registryUsername: 'reader', registryPassword: 'r' }
    const findings = await open(reader).target.preflight([aPackagedChart(), aPackagedChart({ name: 'lib' })])
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('An upload to acme/app was refused'),
      expect.stringContaining('An upload to acme/lib was refused'),
    ])
    expect(await open().target.preflight([aPackagedChart()])).toEqual([])
  })

  it('a repository that may only be made by pushing is found absent', async () => {
    const made = () => registry.tags('acme/app').length > 0
    await start({}, {})
    registry.disturb(({ method, path }) => {
      // A token server that knows no repository gives nobody the right to pull it.
      const isPullOnly = method === 'GET' && path.startsWith('/token') && /%3Apull(&|$)/.test(path)
      return isPullOnly && !made()
        ? { status: 403, body: { errors: [{ code: 'DENIED', message: 'denied' }] } }
        : undefined
    })
    expect(await open().target.find(aPackagedChart())).toEqual({ state: 'absent' })
    expect((await open({}).target.find(aPackagedChart())).state).toBe('unknown')
  })
})

describe('a token server that does not belong to the registry', () => {
  it('gets nothing', async () => {
    await start({ realm: 'https://tokens.evil.example/t' })
    const failure = await caught(open().target.stage(aPackagedChart()))
    expect(failure.code).toBe('REGISTRY_REALM_REFUSED')
    expect(failure.message).toContain('https://tokens.evil.example, which is not of its domain')
    expect(failure.hint).toContain('token-realms: tokens.evil.example')
  })

  it.each([
    ['no token', { body: { nothing: true } }],
    ['a token that would break the header', { body: { token: 'a\r\nb' } }],
    ['garbage', { body: '<html>' }],
  ])('or answers with %s is told as such', async (_, answer) => {
    await start()
    registry.disturb(({ path }) => (path.startsWith('/token') ? { status: 200, ...answer } : undefined))
    expect((await caught(open().target.stage(aPackagedChart()))).code).toBe('REGISTRY_ANSWER_INVALID')
  })
})
