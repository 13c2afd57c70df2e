import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LegacySignature, StoredBundle } from '../../../src/model/signature.ts'
import { aSignedSubject, aSubject } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore
let signed: Awaited<ReturnType<typeof aSignedSubject>>

beforeAll(async () => {
  sigstore = await startSigstore()
  signed = await aSignedSubject(sigstore)
})
afterAll(() => sigstore.close())

function editedBundle(edit: (bundle: ReturnType<typeof JSON.parse>) => void): StoredBundle {
  const { bundle } = signed
  const value = JSON.parse(Buffer.from(bundle.json).toString())
  edit(value)
  return { ...bundle, json: Buffer.from(JSON.stringify(value)) }
}

describe('a legacy signature is missing', () => {
  it('with the payload of another digest', async () => {
    const { legacy, bundle, judge, signedBy } = signed
    const other = await signedBy({}, aSubject())
    expect(await judge({ legacy: other.legacy ? [other.legacy] : [], bundles: [bundle] })).toEqual(['legacy'])
    const { annotations = {} } = other.legacy ?? {}
    expect(await judge({ legacy: [{ ...legacy, annotations }], bundles: [bundle] })).toEqual(['legacy'])
  })

  it.each([
    ['no certificate', { 'dev.sigstore.cosign/certificate': '' }],
    ['no log entry', { 'dev.sigstore.cosign/bundle': '' }],
    ['no signature', { 'dev.cosignproject.cosign/signature': '' }],
    ['another signature', { 'dev.cosignproject.cosign/signature': 'MEUCIQ==' }],
    ['a broken timestamp', { 'dev.sigstore.cosign/rfc3161timestamp': '{"SignedRFC3161Timestamp":"AAAA"}' }],
    ['an endless annotation', { 'dev.sigstore.cosign/chain': 'x'.repeat(70_000) }],
  ])('with %s', async (_what, annotations) => {
    const { bundle, judge, annotated } = signed
    expect(await judge({ legacy: [annotated(annotations as Record<string, string>)], bundles: [bundle] })).toEqual([
      'legacy',
    ])
  })

  it('with the certificate, the log entry or the signature of another one of ours', async () => {
    const { subject, bundle, judge, annotated, signedBy } = signed
    const other = (await signedBy({}, subject)).legacy
    for (const [key, value] of Object.entries(other?.annotations ?? {})) {
      if (key.endsWith('/chain')) continue
      expect(await judge({ legacy: [annotated({ [key]: value })], bundles: [bundle] })).toEqual(['legacy'])
    }
  })

  it('without a timestamp it is still whole: the log tells the time', async () => {
    const { legacy, bundle, judge } = signed
    const { 'dev.sigstore.cosign/rfc3161timestamp': _, ...annotations } = legacy.annotations
    expect(await judge({ legacy: [{ ...legacy, annotations }], bundles: [bundle] })).toEqual([])
  })
})

describe('a bundle is missing', () => {
  it.each<[string, (bundle: ReturnType<typeof JSON.parse>) => void]>([
    [
      'of an older version',
      (b) => {
        b.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2'
      },
    ],
    [
      'with a chain of certificates',
      (b) => {
        b.verificationMaterial = {
          ...b.verificationMaterial,
          certificate: undefined,
          x509CertificateChain: { certificates: [b.verificationMaterial.certificate] },
        }
      },
    ],
    [
      'with no log entry',
      (b) => {
        b.verificationMaterial.tlogEntries = []
      },
    ],
    [
      'with no inclusion proof',
      (b) => {
        delete b.verificationMaterial.tlogEntries[0].inclusionProof
      },
    ],
    [
      'with five log entries',
      (b) => {
        b.verificationMaterial.tlogEntries = Array(5).fill(b.verificationMaterial.tlogEntries[0])
      },
    ],
    [
      'with two signatures',
      (b) => {
        b.dsseEnvelope.signatures.push(b.dsseEnvelope.signatures[0])
      },
    ],
    [
      'with another payload type',
      (b) => {
        b.dsseEnvelope.payloadType = 'text/plain'
      },
    ],
    [
      'about another digest',
      (b) => {
        b.dsseEnvelope.payload = Buffer.from(
          Buffer.from(b.dsseEnvelope.payload, 'base64')
            .toString()
            .replace(/[0-9a-f]{64}/, '0'.repeat(64)),
        ).toString('base64')
      },
    ],
    [
      'about two subjects',
      (b) => {
        const s = JSON.parse(Buffer.from(b.dsseEnvelope.payload, 'base64').toString())
        s.subject.push(s.subject[0])
        b.dsseEnvelope.payload = Buffer.from(JSON.stringify(s)).toString('base64')
      },
    ],
    [
      'with another predicate',
      (b) => {
        b.dsseEnvelope.payload = Buffer.from(
          Buffer.from(b.dsseEnvelope.payload, 'base64').toString().replace('cosign/sign/v1', 'other/v1'),
        ).toString('base64')
      },
    ],
    [
      'with a checkpoint of another tree',
      (b) => {
        const p = b.verificationMaterial.tlogEntries[0].inclusionProof
        p.checkpoint.envelope = p.checkpoint.envelope.replace(/\n\d+\n/, '\n99\n')
      },
    ],
    [
      'of another kind of message',
      (b) => {
        delete b.dsseEnvelope
        b.messageSignature = { messageDigest: { algorithm: 'SHA2_256', digest: 'AAAA' }, signature: 'AAAA' }
      },
    ],
  ])('%s', async (_what, edit) => {
    const { legacy, judge } = signed
    expect(await judge({ legacy: [legacy], bundles: [editedBundle(edit)] })).toEqual(['bundle'])
  })

  it('when it holds the log entry, certificate or timestamp of another one of ours', async () => {
    const { subject, legacy, judge, signedBy } = signed
    const other = JSON.parse(Buffer.from((await signedBy({}, subject)).bundles[0]?.json ?? []).toString())
    for (const part of ['certificate', 'tlogEntries', 'timestampVerificationData']) {
      const mixed = editedBundle((own) => {
        own.verificationMaterial[part] = other.verificationMaterial[part]
      })
      expect(await judge({ legacy: [legacy], bundles: [mixed] })).toEqual(['bundle'])
    }
    const swapped = editedBundle((own) => {
      own.dsseEnvelope = other.dsseEnvelope
    })
    expect(await judge({ legacy: [legacy], bundles: [swapped] })).toEqual(['bundle'])
  })

  it('when a name in its checkpoint is a pattern that would run for ever', async () => {
    const { legacy, judge } = signed
    const hostile = editedBundle((own) => {
      const { checkpoint } = own.verificationMaterial.tlogEntries[0].inclusionProof
      checkpoint.envelope = checkpoint.envelope.replace(/— \S+ /, '— ((.|.)*)*x ')
    })
    const started = performance.now()
    expect(await judge({ legacy: [legacy], bundles: [hostile] })).toEqual(['bundle'])
    expect(performance.now() - started).toBeLessThan(60_000)
  })

  it('when it is huge', async () => {
    const { legacy, bundle, judge } = signed
    const json = Buffer.concat([bundle.json, Buffer.alloc(300_000, ' ')])
    expect(await judge({ legacy: [legacy], bundles: [{ ...bundle, json }] })).toEqual(['bundle'])
  })
})

describe('garbage', () => {
  it('is missing, never a crash', async () => {
    const { legacy, bundle, judge } = signed
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc.tuple(fc.nat(bundle.json.length - 1), fc.nat(255)).map(([at, byte]) => {
        const flipped = Buffer.from(bundle.json)
        flipped[at] = byte
        return flipped
      }),
      fc.constant(Buffer.from(`${'['.repeat(100_000)}`)),
      fc.constant(
        Buffer.from('{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":null}'),
      ),
    )
    const texts = fc.dictionary(
      fc.constantFrom(...Object.keys(legacy.annotations)),
      fc.oneof(fc.string(), fc.json(), fc.base64String()),
    )
    await fc.assert(
      fc.asyncProperty(anything, anything, texts, async (json, payload, annotations) => {
        const missing = await judge({ legacy: [{ payload, annotations }], bundles: [{ json, predicateType: 'x' }] })
        expect(missing).toContain('legacy')
      }),
      { numRuns: 120 },
    )
  })

  it('a flipped bit in anything that is signed is noticed', async () => {
    const { legacy, bundle, judge, annotated } = signed
    const flip = (base64: string, place: number) => {
      const bytes = Buffer.from(base64, 'base64')
      const at = Math.floor(place / 8) % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (place % 8))
      return bytes.toString('base64')
    }
    const own = legacy.annotations
    const logged = JSON.parse(own['dev.sigstore.cosign/bundle'] ?? '')
    const inBundle = (change: object, payload: object = {}) =>
      annotated({
        'dev.sigstore.cosign/bundle': JSON.stringify({
          ...logged,
          ...change,
          Payload: { ...logged.Payload, ...payload },
        }),
      })
    const certificate = (own['dev.sigstore.cosign/certificate'] ?? '').replace(/-----.*-----|\n/g, '')
    const edits: readonly ((place: number) => LegacySignature)[] = [
      (place) =>
        annotated({
          'dev.cosignproject.cosign/signature': flip(own['dev.cosignproject.cosign/signature'] ?? '', place),
        }),
      (place) =>
        annotated({
          'dev.sigstore.cosign/certificate': `-----BEGIN CERTIFICATE-----\n${flip(certificate, place)}\n-----END CERTIFICATE-----\n`,
        }),
      (place) => inBundle({ SignedEntryTimestamp: flip(logged.SignedEntryTimestamp, place) }),
      (place) => inBundle({}, { body: flip(logged.Payload.body, place) }),
      (place) => inBundle({}, { integratedTime: logged.Payload.integratedTime + 1 + place }),
      (place) => inBundle({}, { logIndex: logged.Payload.logIndex + 1 + place }),
      (place) => ({
        ...legacy,
        payload: Buffer.from(flip(Buffer.from(legacy.payload).toString('base64'), place), 'base64'),
      }),
    ]
    await fc.assert(
      fc.asyncProperty(fc.nat(edits.length - 1), fc.nat(20_000), async (edit, place) => {
        const changed = edits[edit]?.(place) ?? legacy
        expect(await judge({ legacy: [changed], bundles: [bundle] })).toEqual(['legacy'])
      }),
      { numRuns: 60 },
    )
  })
})
