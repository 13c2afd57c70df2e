import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LegacySignature, SignatureSet, StoredBundle, Subject } from '../../src/model/signature.ts'
import {
  acme,
  aSigningRun,
  aSubject,
  codeOf,
  failureOf,
  judged,
  type SigningRun,
  stored,
} from '../support/sigstore/signing-run.ts'
import { type Claims, defaultClaims, type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'

let sigstore: Sigstore
let run: SigningRun
let subject: Subject
let made: SignatureSet
let legacy: LegacySignature
let bundle: StoredBundle

beforeAll(async () => {
  sigstore = await startSigstore()
  run = await aSigningRun(sigstore)
  subject = aSubject()
  made = await run.signer.sign(subject)
  if (made.legacy === undefined || made.bundles[0] === undefined) throw new Error('both forms are expected')
  legacy = made.legacy
  bundle = made.bundles[0]
})
afterAll(() => sigstore.close())

/** A signature of somebody else, made through the same Sigstore. */
async function signedBy(claims: Claims, what = subject): Promise<SignatureSet> {
  sigstore.setClaims({ ...defaultClaims, ...claims })
  const { signer } = await aSigningRun(sigstore)
  const set = await signer.sign(what)
  sigstore.setClaims(defaultClaims)
  return set
}

const judge = (signatures: { legacy?: readonly LegacySignature[]; bundles?: readonly StoredBundle[] }, ours = acme) =>
  judged(run.verifier, subject, { legacy: [], bundles: [], ...signatures }, ours)

function editedBundle(edit: (bundle: ReturnType<typeof JSON.parse>) => void): StoredBundle {
  const value = JSON.parse(Buffer.from(bundle.json).toString())
  edit(value)
  return { ...bundle, json: Buffer.from(JSON.stringify(value)) }
}

function annotated(annotations: Record<string, string>): LegacySignature {
  return { ...legacy, annotations: { ...legacy.annotations, ...annotations } }
}

describe('our own signatures, read back', () => {
  it('are found among those of others', async () => {
    const foreign = await signedBy({ repository: 'evil/charts', repository_id: '666' })
    await run.verifier.verifyOwn(subject, stored(foreign, made, foreign), made)
  })

  it('are missed when a layer was stripped', async () => {
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [], bundles: [bundle] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [legacy], bundles: [] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
  })

  it('are missed when an annotation or a byte was changed on the way', async () => {
    const changed = annotated({ 'dev.sigstore.cosign/chain': '' })
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [changed], bundles: [bundle] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
    const longer = { ...bundle, json: Buffer.concat([bundle.json, Buffer.from(' ')]) }
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [legacy], bundles: [longer] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
  })

  it('are refused for another digest', async () => {
    const error = await failureOf(run.verifier.verifyOwn({ ...aSubject() }, stored(made), made))
    expect(error.code).toBe('SIGNATURE_INVALID')
    expect(error.message).toContain('it is about another digest')
  })

  it('are refused when they hold another certificate than the one that was issued', async () => {
    const other = await signedBy({})
    const error = await failureOf(
      run.verifier.verifyOwn(subject, stored(other), { ...other, certificate: made.certificate }),
    )
    expect(error.message).toContain('it holds another certificate than this run got')
  })

  it('are refused under another trusted root', async () => {
    const stranger = await startSigstore()
    const { verifier } = await aSigningRun(stranger)
    expect(await codeOf(verifier.verifyOwn(subject, stored(made), made))).toBe('SIGNATURE_INVALID')
    expect(await judged(verifier, subject, stored(made))).toEqual(['legacy', 'bundle'])
    await stranger.close()
  })
})

describe('signatures of an earlier run', () => {
  it('count when a workflow of this repository made them, on a branch or on a tag', async () => {
    const tagged = await signedBy({ job_workflow_ref: 'acme/charts/.github/workflows/tag.yaml@refs/tags/app-1.2.3' })
    expect(await judge(stored(tagged))).toEqual([])
  })

  it.each([
    [
      'another repository',
      {
        repository: 'evil/charts',
        repository_id: '666',
        job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
      },
    ],
    ['a repository that took over our name', { repository_id: '4712' }],
    ['another issuer', { iss: 'https://token.actions.evil.example' }],
    ['a pull request', { job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/pull/7/merge' }],
    ['a file that is no workflow', { job_workflow_ref: 'acme/charts/.github/actions/x/action.yml@refs/heads/main' }],
    [
      'a workflow in a folder of that name elsewhere',
      { job_workflow_ref: 'acme/charts2/.github/workflows/release.yml@refs/heads/main' },
    ],
    [
      'a reusable workflow of somebody else',
      { job_workflow_ref: 'central/ci/.github/workflows/release.yml@refs/tags/v1' },
    ],
  ])('do not count when they come from %s', async (_who, claims) => {
    expect(await judge(stored(await signedBy(claims as Claims)))).toEqual(['legacy', 'bundle'])
  })

  it('count inside the reusable workflow that this run is in, for callers from this repository only', async () => {
    const job_workflow_ref = 'central/ci/.github/workflows/release.yml@refs/tags/v1'
    const inside = { ...acme, workflow: 'https://github.com/central/ci/.github/workflows/release.yml' }
    expect(await judge(stored(await signedBy({ job_workflow_ref })), inside)).toEqual([])
    const evil = await signedBy({ job_workflow_ref, repository: 'evil/charts', repository_id: '666' })
    expect(await judge(stored(evil), inside)).toEqual(['legacy', 'bundle'])
  })

  it('count when a trusted signer made them', async () => {
    const job_workflow_ref = 'central/ci/.github/workflows/release.yml@refs/tags/v1'
    const set = await signedBy({ job_workflow_ref, repository: 'acme/old', repository_id: '1' })
    const { issuer } = acme
    const subjects = [
      ['https://github.com/central/ci/.github/workflows/release.yml@refs/tags/v1', []],
      ['https://github.com/central/ci/*', []],
      ['https://github.com/central/c', ['legacy', 'bundle']],
      ['https://github.com/centra', ['legacy', 'bundle']],
    ] as const
    for (const [trusted, missing] of subjects) {
      expect(await judge(stored(set), { ...acme, trusted: [{ issuer, subject: trusted }] })).toEqual(missing)
    }
    expect(await judge(stored(set), { ...acme, trusted: [{ issuer: 'https://other', subject: '*' }] })).toHaveLength(2)
  })

  it('are told apart by form', async () => {
    expect(await judge({ legacy: [legacy] })).toEqual(['bundle'])
    expect(await judge({ bundles: [bundle] })).toEqual(['legacy'])
  })

  it('are found behind a hundred others, and not looked for behind more', async () => {
    const foreign = annotated({ 'dev.cosignproject.cosign/signature': 'AAAA' })
    expect(await judge({ legacy: [...Array(300).fill(foreign), legacy], bundles: [bundle] })).toEqual([])
    expect(await judge({ legacy: [legacy, ...Array(300).fill(foreign)], bundles: [bundle] })).toEqual(['legacy'])
  })
})

describe('a legacy signature is missing', () => {
  it('with the payload of another digest', async () => {
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
    expect(await judge({ legacy: [annotated(annotations as Record<string, string>)], bundles: [bundle] })).toEqual([
      'legacy',
    ])
  })

  it('with the certificate, the log entry or the signature of another one of ours', async () => {
    const other = (await signedBy({}, subject)).legacy
    for (const [key, value] of Object.entries(other?.annotations ?? {})) {
      if (key.endsWith('/chain')) continue
      expect(await judge({ legacy: [annotated({ [key]: value })], bundles: [bundle] })).toEqual(['legacy'])
    }
  })

  it('without a timestamp it is still whole: the log tells the time', async () => {
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
    expect(await judge({ legacy: [legacy], bundles: [editedBundle(edit)] })).toEqual(['bundle'])
  })

  it('when it holds the log entry, certificate or timestamp of another one of ours', async () => {
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
    const hostile = editedBundle((own) => {
      const { checkpoint } = own.verificationMaterial.tlogEntries[0].inclusionProof
      checkpoint.envelope = checkpoint.envelope.replace(/— \S+ /, '— ((h|.)*)*x ')
    })
    const started = performance.now()
    expect(await judge({ legacy: [legacy], bundles: [hostile] })).toEqual(['bundle'])
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('when it is huge', async () => {
    const json = Buffer.concat([bundle.json, Buffer.alloc(300_000, ' ')])
    expect(await judge({ legacy: [legacy], bundles: [{ ...bundle, json }] })).toEqual(['bundle'])
  })
})

describe('garbage', () => {
  it('is missing, never a crash', async () => {
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
      { numRuns: 300 },
    )
  })

  it('a flipped bit in anything that is signed is noticed', async () => {
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
      { numRuns: 200 },
    )
  })
})
