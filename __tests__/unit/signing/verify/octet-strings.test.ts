import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { ASN1Obj, crypto, RFC3161Timestamp, X509Certificate } from '@sigstore/core'
import { keepOctetStrings } from '../../../../src/signing/verify/octet-strings.ts'
import { createTimestampAuthority } from '../../../support/sigstore/timestamping.ts'

/** The first text whose SHA-256 an ASN.1 reader takes for a primitive of 29 bytes, with its length in the long form. */
function unlucky(): Buffer {
  for (let number = 0; ; number += 1) {
    const data = Buffer.from(String(number))
    const [tag = 0, form, length] = createHash('sha256').update(data).digest()
    if (form === 0x81 && length === 29 && (tag & 0x20) === 0 && (tag & 0x1f) !== 0x1f) return data
  }
}

describe('an octet string that looks like a structure', () => {
  it('does not make a good timestamp a forged one', async () => {
    const authority = await createTimestampAuthority(() => new Date())
    const [leaf = Buffer.of()] = authority.chain
    const key = crypto.createPublicKey(X509Certificate.parse(Buffer.from(leaf)).publicKey)
    const data = unlucky()
    const artifactHash = createHash('sha256').update(data).digest('base64')
    const answer = await authority.handle({
      method: 'POST',
      path: '/api/v1/timestamp',
      query: new URLSearchParams(),
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ artifactHash, certificates: true })),
      count: 1,
    })
    const verify = () => RFC3161Timestamp.parse(Buffer.from(answer.body)).verify(data, key)
    // Once this passes, the library does it right by itself, and octet-strings.ts can go.
    expect(verify).toThrow('signed data does not match tstInfo')
    keepOctetStrings()
    expect(verify).not.toThrow()
  })

  it('is encoded as it was read, within what holds it', () => {
    keepOctetStrings()
    const inner = Buffer.concat([Buffer.of(0x04, 5, 0x02, 0x81, 0x02, 1, 2), Buffer.of(0x02, 1, 7)])
    const whole = Buffer.concat([Buffer.of(0x30, inner.length), inner])
    expect(ASN1Obj.parseBuffer(whole).toDER()).toEqual(whole)
  })
})
