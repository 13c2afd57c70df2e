import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../../src/model/chart.ts'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { badGateway, secondaryLimit } from '../../../support/github/faults.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

const MAY = workflowToken('ghs_may', { attestations: 'write' })
const MAY_READ = workflowToken('ghs_reads', { attestations: 'read', contents: 'write' })
const digest: Digest = `sha256:${'a'.repeat(64)}`

let repository: TestRepository
let hub: TestGitHub
beforeAll(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
})
beforeEach(async () => {
  hub = await startGitHub({ origin: repository.origin, tokens: [MAY, MAY_READ] })
})
afterEach(() => hub.close())
afterAll(() => repository.remove())

function connect({ value }: { readonly value: string } = MAY, apiUrl = hub.apiUrl) {
  const options = { token: value, apiUrl, repository: 'acme/charts', journal: createJournal() }
  return createGitHub({ ...options, clock: patientClock(), log: keptLog(), environment: {} })
}

/** A bundle whose signature is this text. */
function aBundle(sig = 'first') {
  const statement = {
    subject: [{ name: 'app', digest: { sha256: digest.slice(7) } }],
    predicateType: 'https://slsa.dev/provenance/v1',
  }
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  const dsseEnvelope = { payload, payloadType: 'application/vnd.in-toto+json', signatures: [{ sig }] }
  return Buffer.from(JSON.stringify({ mediaType: 'x', verificationMaterial: {}, dsseEnvelope }))
}

const store = (bundle = aBundle(), mayBeThere = false, token = MAY) =>
  connect(token).storeAttestation(bundle, { digest, mayBeThere })

describe('an attestation for GitHub', () => {
  it('is stored with one request', async () => {
    expect(await store()).toEqual({ result: 'stored' })
    expect(hub.attestations.map(({ bundle }) => bundle)).toEqual([JSON.parse(aBundle().toString())])
    expect(hub.requests).toHaveLength(1)
  })

  it('is not stored twice, and another one of the same digest does not stand for it', async () => {
    expect(await store(aBundle('other'), true)).toEqual({ result: 'stored' })
    for (const _run of ['first', 'second']) expect(await store(aBundle(), true)).toEqual({ result: 'stored' })
    expect(hub.attestations).toHaveLength(2)
  })

  it('is denied without `attestations: write`, whatever else the token may', async () => {
    const reason = expect.stringContaining('Resource not accessible by integration')
    expect(await store(aBundle(), false, MAY_READ)).toEqual({ result: 'denied', reason })
    expect(await store(aBundle(), true, MAY_READ)).toEqual({ result: 'denied', reason })
    expect(hub.attestations).toEqual([])
  })

  it('is denied by a server that has no attestations', async () => {
    hub.disturb(() => ({ status: 404, body: { message: 'Not Found' } }))
    expect(await store(aBundle(), true)).toMatchObject({ result: 'denied' })
  })

  it('is tried once where GitHub is in trouble: it may have been stored', async () => {
    hub.disturb(() => badGateway())
    expect(await store()).toMatchObject({ result: 'failed' })
    expect(hub.requests).toHaveLength(1)
  })

  it('waits for a limit', async () => {
    let asked = 0
    hub.disturb(() => (asked++ === 0 ? secondaryLimit(1) : undefined))
    expect(await store()).toEqual({ result: 'stored' })
  })

  it('is nothing to wait for where nobody answers', async () => {
    const stored = connect(MAY, 'http://127.0.0.1:3').storeAttestation(aBundle(), { digest, mayBeThere: false })
    expect(await stored).toMatchObject({ result: 'unreachable' })
  })
})
