import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import type { Environment } from '../../../../src/ports/process.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'
import { type Authority, anAuthority } from '../../../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../../../support/tls/proxy.ts'

const HOST = 'github.corp.test'

let repository: TestRepository
let hub: TestGitHub
let authority: Authority
let proxy: TestProxy
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  hub = await startGitHub({ origin: repository.origin })
  authority = await anAuthority([HOST])
  proxy = await startProxy(authority, { [HOST]: Number(new URL(hub.apiUrl).port) })
})
afterEach(async () => {
  await Promise.all([proxy[Symbol.asyncDispose](), authority[Symbol.asyncDispose](), hub.close()])
  await repository.remove()
})

const rulesOf = (environment: Environment) => {
  const options = { token: 'ghs_test', apiUrl: `https://${HOST}`, repository: 'acme/charts', journal: createJournal() }
  const all = { NODE_EXTRA_CA_CERTS: authority.file, ...environment }
  const [clock, log] = [patientClock(), keptLog()]
  return createGitHub({ ...options, environment: all, clock, log }).branchRules('main')
}

describe("GitHub's API behind a proxy, by certificates of a private authority", () => {
  it('is asked as everything else is', async () => {
    expect(await rulesOf({ HTTPS_PROXY: proxy.address })).toBeDefined()
    expect([...proxy.asked]).toEqual([HOST])
  })

  it.each([
    ['a password with a percent sign that encodes nothing', (address: string) => address.replace(/:[^:]*@/, ':50%@')],
    ['no password', (address: string) => address.replace(/\/\/.*@/, '//')],
  ])('is not asked past it with %s', async (_, changed) => {
    expect(await rulesOf({ HTTPS_PROXY: changed(proxy.address) })).toBeUndefined()
    expect([...proxy.asked]).toEqual([HOST])
    expect(hub.requests).toEqual([])
  })

  it.each([HOST, '.corp.test', '*.corp.test', `x.test,${HOST}:443`, 'corp.test'])(
    'is asked without it for NO_PROXY=%s',
    async (noProxy) => {
      await rulesOf({ HTTPS_PROXY: proxy.address, NO_PROXY: noProxy })
      expect([...proxy.asked]).toEqual([])
    },
  )
})
