import { describe, expect, it } from '@jest/globals'
import { problemsIn } from '../../../src/model/errors.ts'
import { openTarget, openTargets } from '../../../src/targets/registry.ts'
import { aTargetContext } from '../../support/registry/context.ts'

function problems(addresses: readonly string[], settings = {}): readonly string[] {
  try {
    openTargets(addresses, aTargetContext({ settings }))
    return []
  } catch (thrown) {
    return problemsIn(thrown).map(({ code, message, hint }) => `${code}: ${message} / ${hint}`)
  }
}

describe('a target address', () => {
  it.each([
    ['oci://ghcr.io/acme/charts', 'oci://ghcr.io/acme/charts/app:1.2.3'],
    ['oci://ghcr.io/acme/charts/', 'oci://ghcr.io/acme/charts/app:1.2.3'],
    ['oci://localhost:5000', 'oci://localhost:5000/app:1.2.3'],
    ['oci://[::1]:5000/a', 'oci://[::1]:5000/a/app:1.2.3'],
    ['  oci://GHCR.io/acme/my_charts.x--y  ', 'oci://ghcr.io/acme/my_charts.x--y/app:1.2.3'],
  ])('%s is where %s lies', (address, reference) => {
    expect(openTarget(address, aTargetContext()).reference({ name: 'app', version: '1.2.3' })).toBe(reference)
  })

  it.each([
    ['oci://', 'names no host'],
    ['oci:///acme', 'names no host'],
    ['oci://ghcr.io/Acme/Charts', 'holds upper-case letters (Acme/Charts) / Write oci://ghcr.io/acme/charts'],
    ['oci://ghcr.io/acme?x=1', 'holds a query'],
    ['oci://ghcr.io/acme#x', 'holds a fragment'],
    ['oci://user:pass@ghcr.io/acme', 'holds a user'],
    ['oci://ghcr.io/acme/app:1.2.3', 'holds a tag or digest'],
    ['oci://ghcr.io//acme', 'has a path that registries refuse, at ""'],
    ['oci://ghcr.io/acme/-x', 'at "-x"'],
    ['oci://ghcr.io/../x', 'at ".."'],
    ['oci://ghcr.io:99999/x', 'names a host that cannot be: ghcr.io:99999'],
    ['oci://ghcr.io /x', 'holds a blank'],
  ])('%s is refused: %s', (address, text) => {
    expect(problems([address])).toEqual([expect.stringContaining(text)])
  })

  it('has its problems told together with all others', () => {
    expect(problems(['oci://', 'oci:///acme', 'oci://ghcr.io/a', 'oci://ghcr.io/a'])).toEqual([
      expect.stringContaining('TARGET_ADDRESS_INVALID'),
      expect.stringContaining('TARGET_ADDRESS_INVALID'),
      expect.stringContaining('TARGET_DOUBLED: The target oci://ghcr.io/a is named twice'),
    ])
  })
})

describe('a chart that no registry takes', () => {
  it.each(['App', 'a..b', '-a', 'a/../b', ''])('by its name "%s" is refused', (name) => {
    expect(() => openTarget('oci://ghcr.io/a', aTargetContext()).reference({ name, version: '1.0.0' })).toThrow(
      'cannot be part of',
    )
  })
  it('by its version is refused', () => {
    const version = `1.0.0-${'x'.repeat(130)}`
    expect(() => openTarget('oci://ghcr.io/a', aTargetContext()).reference({ name: 'a', version })).toThrow(
      'cannot be a tag',
    )
  })
})
