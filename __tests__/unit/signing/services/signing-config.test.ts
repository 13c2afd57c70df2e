import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { selectServices } from '../../../../src/signing/services/signing-config.ts'

const now = new Date('2026-06-01T00:00:00Z')

function service(url: string, start = '2024-01-01T00:00:00Z', more: object = {}) {
  return { url, majorApiVersion: 1, validFor: { start }, operator: 'sigstore.dev', ...more }
}

function config(parts: object = {}) {
  return {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service('https://fulcio.example/')],
    rekorTlogUrls: [service('https://rekor.example')],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [service('https://tsa.example/api/v1/timestamp')],
    tsaConfig: { selector: 'ANY' },
    ...parts,
  }
}

function refusal(value: unknown): ReleaseError {
  try {
    selectServices(value, now)
  } catch (error) {
    if (error instanceof ReleaseError) return error
  }
  throw new Error('expected a ReleaseError')
}

describe('the signing configuration', () => {
  it('names the services', () => {
    expect(selectServices(config(), now)).toEqual({
      fulcio: { name: 'Fulcio', url: 'https://fulcio.example' },
      rekor: { name: 'Rekor', url: 'https://rekor.example' },
      timestampAuthority: { name: 'the timestamp authority', url: 'https://tsa.example/api/v1/timestamp' },
    })
  })

  it('of several the newest that is valid now is taken', () => {
    const rekorTlogUrls = [
      service('https://old.example', '2020-01-01T00:00:00Z'),
      service('https://new.example', '2026-05-01T00:00:00Z'),
      service('https://next.example', '2026-07-01T00:00:00Z'),
      service('https://ended.example', '2026-05-20T00:00:00Z', {
        validFor: { start: '2026-05-20T00:00:00Z', end: '2026-05-21T00:00:00Z' },
      }),
    ]
    expect(selectServices(config({ rekorTlogUrls }), now).rekor.url).toBe('https://new.example')
  })

  it('a Rekor v2 beside a Rekor v1 is passed over', () => {
    const rekorTlogUrls = [
      service('https://v2.example', '2026-05-01T00:00:00Z', { majorApiVersion: 2 }),
      service('https://v1.example'),
    ]
    expect(selectServices(config({ rekorTlogUrls }), now).rekor.url).toBe('https://v1.example')
  })

  it('with a Rekor v2 alone is refused, saying what would be lost', () => {
    const error = refusal(
      config({ rekorTlogUrls: [service('https://v2.example', '2026-05-01T00:00:00Z', { majorApiVersion: 2 })] }),
    )
    expect([error.code, error.kind]).toEqual(['SIGSTORE_REKOR_V2_ONLY', 'config'])
    expect(error.message).toContain('Flux before 2.8, Kyverno and policy-controller')
    expect(error.hint).toContain('majorApiVersion 1')
  })

  it('may name no timestamp authority', () => {
    expect(selectServices(config({ tsaUrls: [], tsaConfig: undefined }), now).timestampAuthority).toBeUndefined()
  })

  it.each([
    ['is of another type', { mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.1+json' }, 'is not of the type'],
    ['names no Fulcio', { caUrls: [] }, 'names no Fulcio that is valid now'],
    ['names no log', { rekorTlogUrls: [] }, 'names no Rekor that is valid now'],
    ['asks for two logs', { rekorTlogConfig: { selector: 'EXACT', count: 2 } }, 'asks for more than one Rekor'],
    [
      'asks for the timestamps of all operators',
      {
        tsaUrls: [
          service('https://a.example'),
          service('https://b.example', '2024-01-01T00:00:00Z', { operator: 'b' }),
        ],
        tsaConfig: { selector: 'ALL' },
      },
      'asks for more than one timestamp authority',
    ],
    [
      'names a Fulcio in plain HTTP, which would show the token',
      { caUrls: [service('http://fulcio.example')] },
      'by something else than https',
    ],
    ['names a file', { rekorTlogUrls: [service('file:///etc/passwd')] }, 'by something else than https'],
    ['names no address', { rekorTlogUrls: [service('rekor')] }, 'without a web address'],
  ])('that %s is refused', (_what, parts, message) => {
    const error = refusal(config(parts))
    expect([error.code, error.kind]).toEqual(['SIGSTORE_CONFIG_INVALID', 'config'])
    expect(error.message).toContain(message)
  })

  it.each([undefined, null, 7, 'text', [], { caUrls: 7 }])('that is %j is refused', (value) => {
    expect(refusal(value).code).toBe('SIGSTORE_CONFIG_INVALID')
  })
})
