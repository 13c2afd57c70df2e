import { describe, expect, it } from '@jest/globals'
import { chooseVersion } from '../../../src/verification/published/choose-version.ts'
import { parseReference } from '../../../src/verification/published/reference.ts'

const digest = `sha256:${'0'.repeat(64)}`
const place = 'oci://ghcr.io/acme/charts'

describe('a reference', () => {
  it.each([
    ['oci://ghcr.io/acme/charts/app:1.2.3', { place, name: 'app', version: '1.2.3' }],
    ['oci://ghcr.io/acme/charts/app:1.2.3_b7', { place, name: 'app', version: '1.2.3+b7' }],
    [`oci://ghcr.io/acme/charts/app@${digest}`, { place, name: 'app', digest }],
    [`oci://ghcr.io/acme/charts/app:1.2.3@${digest}`, { place, name: 'app', version: '1.2.3', digest }],
    ['oci://localhost:5000/app', { place: 'oci://localhost:5000', name: 'app' }],
  ])('%s is read', (text, parts) => {
    expect(parseReference(text)).toEqual(parts)
  })

  it.each([
    'oci://ghcr.io',
    'oci://ghcr.io/',
    'https://ghcr.io/acme/app:1.2.3',
    'oci://ghcr.io/acme/app:latest',
    'oci://ghcr.io/acme/app@sha256:00',
    'oci://ghcr.io/acme/app@sha512:00',
    'oci://ghcr.io/acme/app:1.2.3?x=1',
    'oci://ghcr.io/acme/ app:1.2.3',
    'oci://ghcr.io/acme/app:1.2.3\n::error::x',
  ])('%j is refused', (text) => {
    expect(parseReference(text)).toEqual({ problem: expect.any(String) })
  })
})

describe('a version', () => {
  const versions = ['1.2.3', '1.10.0', '1.9.0', '2.0.0', '2.1.0-rc.1', 'junk', '2024.01.05']

  it.each([
    ['1.9.0', '1.9.0'],
    ['1.9.1', undefined],
    ['v1.9.0', undefined],
    ['2024.01.05', '2024.01.05'],
    ['^1.2.0', '1.10.0'],
    ['~1.9', '1.9.0'],
    ['1', '1.10.0'],
    ['<2024', '2.0.0'],
    ['>=2.1.0-0 <3', '2.1.0-rc.1'],
    ['^3.0.0', undefined],
  ])('%s is %s', (wanted, chosen) => {
    expect(chooseVersion(versions, wanted)).toBe(chosen)
  })
})
