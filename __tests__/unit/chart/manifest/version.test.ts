import { describe, expect, it } from '@jest/globals'
import { compareVersions, parseVersion, versionNotice } from '../../../../src/chart/manifest/version.ts'

describe('a chart version', () => {
  it('that Helm lists in a registry needs no notice', () => {
    for (const version of ['1.2.3', '1.2.3-rc.1', '0.0.0+b']) expect(versionNotice(version)).toBeUndefined()
  })

  it('that Helm only finds when it is named in full gets one', () => {
    expect(versionNotice('v0.5.30')).toMatch(/^Helm finds v0\.5\.30 in an OCI registry only .* \(0\.5\.30 is a version/)
    expect(versionNotice('1.2')).toMatch(/1\.2\.0 is a version/)
    expect(versionNotice('latest')).toBeUndefined()
  })

  it('is compared by precedence, whatever its form', () => {
    expect(['1.10', 'v1.9.0', '1.2.0-rc.1', '1.2.0', '1.2.0-rc.10'].sort(compareVersions)).toEqual([
      '1.2.0-rc.1',
      '1.2.0-rc.10',
      '1.2.0',
      'v1.9.0',
      '1.10',
    ])
  })

  it.each(['V1.2.3', '1.2.3.4', '1.2-rc', '1,2', '1.2.3 ', '\u0661.2.3', '99999999999999999.0.0'])(
    'is not %j',
    (text) => {
      expect(parseVersion(text)).toBeUndefined()
    },
  )
})
