import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { type CA, initializeCA } from '@sigstore/mock/dist/fulcio/ca.js'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { readIdentity } from '../../../../src/signing/formats/identity.ts'
import { bytes } from '../../../support/sigstore/certificates.ts'

const oid = (number: number) => `1.3.6.1.4.1.57264.1.${number}`
const subjectAltName = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'
const issuer = 'https://token.actions.githubusercontent.com'

let ca: CA
beforeAll(async () => {
  ca = await initializeCA(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
})

async function certificate(extensions: { oid: string; value: string; legacy?: boolean }[], name = subjectAltName) {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return bytes(await ca.issueCertificate({ publicKey: spki, subjectAltName: name, extensions }))
}

function refusal(der: Uint8Array): string {
  try {
    readIdentity(der)
  } catch (error) {
    if (error instanceof ReleaseError) return `${error.code}: ${error.message}`
  }
  throw new Error('expected a ReleaseError')
}

describe('the identity in a certificate', () => {
  it('is the subject, the issuer and the source repository', async () => {
    const der = await certificate([
      { oid: oid(8), value: issuer },
      { oid: oid(12), value: 'https://github.com/acme/charts' },
      { oid: oid(15), value: '4711' },
    ])
    expect(readIdentity(der)).toEqual({
      subject: subjectAltName,
      issuer,
      sourceRepository: 'https://github.com/acme/charts',
      sourceRepositoryId: '4711',
    })
  })

  it('has its issuer in the older extension of older certificates', async () => {
    const der = await certificate([{ oid: oid(1), value: issuer, legacy: true }])
    expect(readIdentity(der)).toEqual({ subject: subjectAltName, issuer })
  })

  it('takes the newer extension where there are both', async () => {
    const der = await certificate([
      { oid: oid(1), value: 'https://older.example', legacy: true },
      { oid: oid(8), value: issuer },
    ])
    expect(readIdentity(der).issuer).toBe(issuer)
  })

  it('is refused without an issuer', async () => {
    expect(refusal(await certificate([]))).toContain('names no single subject and issuer')
  })

  it('is refused when the issuer is no text', async () => {
    expect(refusal(await certificate([{ oid: oid(8), value: 'raw bytes, not DER', legacy: true }]))).toContain(
      'SIGSTORE_INVALID_ANSWER',
    )
  })

  it('is refused when a name holds what nobody can see', async () => {
    expect(refusal(await certificate([{ oid: oid(8), value: `${issuer}\u202e` }]))).toContain('SIGSTORE_INVALID_ANSWER')
  })

  it.each([Buffer.alloc(0), Buffer.from('hello'), Buffer.from('3003020101', 'hex'), Buffer.alloc(20_000, 0x30)])(
    'is refused for what is no certificate',
    (der) => {
      expect(refusal(der)).toMatch(/^SIGSTORE_INVALID_ANSWER: The certificate/)
    },
  )
})
