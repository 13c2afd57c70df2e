import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { initializeCA } from '@sigstore/mock/dist/fulcio/ca.js'
import { bytes, pem } from '../support/sigstore/certificates.ts'
import { canonicalBody } from '../support/sigstore/log-entries.ts'

const message = Buffer.from('what is signed')

async function aCertificate() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ca = await initializeCA(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const leaf = bytes(await ca.issueCertificate({ publicKey: spki, subjectAltName: 'https://example.test/x' }))
  return { privateKey, publicKey: { content: Buffer.from(pem(leaf)).toString('base64') } }
}

function entry(publicKey: { readonly content: string }, signature: Buffer, signed = message) {
  const value = createHash('sha256').update(signed).digest('hex')
  const data = { hash: { algorithm: 'sha256', value } }
  const spec = { data, signature: { content: signature.toString('base64'), publicKey } }
  return { apiVersion: '0.0.1', kind: 'hashedrekord', spec }
}

describe('the log that tests sign with', () => {
  it('keeps what the certificate’s key has signed, and nothing else', async () => {
    const { privateKey, publicKey } = await aCertificate()
    const other = await aCertificate()
    // More than one: what was made for a key the first time serves it again.
    for (let round = 0; round < 20; round += 1) {
      const signature = sign('sha256', message, privateKey)
      expect(canonicalBody(entry(publicKey, signature)).toString()).toContain(signature.toString('base64'))
      expect(() => canonicalBody(entry(publicKey, signature, Buffer.from('something else')))).toThrow(
        'invalid signature',
      )
      expect(() => canonicalBody(entry(other.publicKey, signature))).toThrow('invalid signature')
    }
  })
})
