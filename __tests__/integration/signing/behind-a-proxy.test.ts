import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHttp } from '../../../src/platform/http/http.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import type { Environment } from '../../../src/ports/process.ts'
import { findServices } from '../../../src/signing/services/services.ts'
import { codeOf, networkTools, patientClock } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { startTufRepository, type TufRepository } from '../../support/sigstore/tuf-repository.ts'
import { type Authority, anAuthority } from '../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../support/tls/proxy.ts'

const HOST = 'tuf.corp.test'

let sigstore: Sigstore
let repository: TufRepository
let authority: Authority
let proxy: TestProxy
let cacheFolder: string
beforeAll(async () => {
  sigstore = await startSigstore()
  const config = { 'signing_config.v0.2.json': JSON.stringify(sigstore.signingConfig) }
  repository = await startTufRepository({ 'trusted_root.json': JSON.stringify(sigstore.trustedRoot), ...config })
  authority = await anAuthority([HOST])
  proxy = await startProxy(authority, { [HOST]: Number(new URL(repository.url).port) })
  cacheFolder = await mkdtemp(join(tmpdir(), 'tuf-'))
})
afterAll(async () => {
  await Promise.all([
    proxy[Symbol.asyncDispose](),
    authority[Symbol.asyncDispose](),
    repository.close(),
    sigstore.close(),
  ])
  await rm(cacheFolder, { recursive: true })
})

function find(environment: Environment) {
  const clock = patientClock()
  const http = createHttp({ environment, clock, journal: createJournal() })
  const mirror = { url: `https://${HOST}`, root: repository.firstRoot }
  return findServices({ cacheFolder, mirror }, { ...networkTools(clock), http, timeoutMs: 1_000 })
}

describe("Sigstore's own list of its services", () => {
  it('is fetched through a proxy, by a certificate of a private authority', async () => {
    const services = await find({ HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: authority.file })
    expect(services.rekor.url).toBe(sigstore.urls.rekor)
    expect([...proxy.asked]).toEqual([HOST])
  })

  it.each([
    ['the authority', () => ({ HTTPS_PROXY: proxy.address })],
    ['the proxy', () => ({ NODE_EXTRA_CA_CERTS: authority.file })],
  ])('is not to be had without %s', async (_, environment) => {
    await rm(cacheFolder, { recursive: true })
    expect(await codeOf(find(environment()))).toBe('REMOTE_UNREACHABLE')
  })
})
