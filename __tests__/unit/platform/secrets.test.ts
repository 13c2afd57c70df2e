import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createSecrets } from '../../../src/platform/secrets.ts'

function secretsWith(...values: string[]) {
  const told: string[] = []
  const secrets = createSecrets((value) => told.push(value))
  for (const value of values) secrets.add(value)
  return { secrets, told }
}

const secretText = fc
  .string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 40 })
  .filter((text) => text.trim().length >= 12)

describe('secrets', () => {
  it('are told to the runner once, blank ones never', () => {
    const { told } = secretsWith('s3cret-value', '', '  \n', 's3cret-value')
    expect(told).toEqual(['s3cret-value'])
  })

  it.each([
    ['as it is', (secret: string) => secret],
    ['in JSON', (secret: string) => JSON.stringify({ secret })],
    ['in an address', (secret: string) => `https://x/?q=${encodeURIComponent(secret)}`],
    ['in a form', (secret: string) => new URLSearchParams({ secret }).toString()],
    [
      'in a path with small hex digits',
      (s: string) => encodeURIComponent(s).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
  ])('are not shown %s', (_, form) => {
    fc.assert(
      fc.property(secretText, (secret) => {
        const shown = secretsWith(secret).secrets.redact(form(secret))
        expect(shown).toContain('***')
        expect(shown).not.toContain(secret.trim())
      }),
    )
  })

  it('are not shown in base64, wherever they stand in the encoded text', () => {
    fc.assert(
      fc.property(secretText, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
        const encoded = Buffer.from(before + secret.trim() + after).toString('base64')
        const shown = secretsWith(secret).secrets.redact(`Basic ${encoded}`)
        expect(shown).toContain('***')
        // At most the characters that also hold bits of the neighbours are left.
        const left = encoded.length - shown.replace('Basic ', '').replace('***', '').length
        expect(left).toBeGreaterThanOrEqual(Math.floor((Buffer.byteLength(secret.trim()) * 8) / 6) - 1)
      }),
    )
  })

  it('are not shown line by line', () => {
    const { secrets } = secretsWith('-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n-----END KEY-----\n')
    expect(secrets.redact('a line of it: MIIEvQIBADANBgkqhkiG9w0B.')).toBe('a line of it: ***.')
  })

  it('hide the longer one where one holds the other', () => {
    expect(secretsWith('token-1', 'token-1234').secrets.redact('token-1234')).toBe('***')
  })

  it('leave other text alone', () => {
    expect(secretsWith('abc').secrets.redact('Nothing to see; AbC, YWJj.')).toBe('Nothing to see; AbC, YWJj.')
  })
})
