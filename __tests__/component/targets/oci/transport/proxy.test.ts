import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTarget } from '../../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet } from '../../../../support/charts/packaged-chart.ts'
import { aTargetContext } from '../../../../support/registry/context.ts'
import { startRegistry, type TestRegistry } from '../../../../support/registry/registry.ts'
import { type Authority, anAuthority } from '../../../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../../../support/tls/proxy.ts'
import { promoteOne } from '../../../../support/values/promote.ts'

const [HOST, REALM] = ['registry.corp.test', 'auth.corp.test']

let registry: TestRegistry
let authority: Authority
let proxy: TestProxy
beforeEach(async () => {
  const auth = { kind: 'bearer', users: { robot: 'secret' }, realm: `https://${REALM}/token` } as const
  registry = await startRegistry({ auth })
  authority = await anAuthority([HOST, REALM])
  const port = Number(new URL(registry.url).port)
  proxy = await startProxy(authority, { [HOST]: port, [REALM]: port })
})
afterEach(async () => {
  await Promise.all([proxy[Symbol.asyncDispose](), authority[Symbol.asyncDispose](), registry.stop()])
})

describe('a registry behind a proxy, by certificates of a private authority', () => {
  it('is published to and read back, with tokens from another host of its domain', async () => {
    const settings = { registryUsername: 'robot', registryPassword: 'secret' }
    const environment = { HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: authority.file }
    const target = openTarget(`oci://${HOST}/acme`, aTargetContext({ environment, settings }))
    const chart = aPackagedChart()
    expect(await target.preflight([chart])).toEqual([])
    const staged = await target.stage(chart)
    await target.attach(staged, aSignatureSet(staged.digest))
    expect((await target.fetch(staged)).archive).toEqual(chart.archive)
    expect((await target.signatures(staged)).bundles).toHaveLength(2)
    expect(await promoteOne(target, staged)).toMatchObject({ changed: true })
    expect([...proxy.asked].sort()).toEqual([REALM, HOST])
  })
})
