import { describe, expect, it } from '@jest/globals'
import { packageDifferences } from '../../../../src/chart/package/same-package.ts'
import { archiveOf } from '../../../support/servers/chart-repository.ts'

const lock = (version: string, generated: string) =>
  `dependencies:\n- name: lib\n  repository: https://charts.test\n  version: ${version}\ndigest: sha256:${'a'.repeat(64)}\ngenerated: "${generated}"\n`
const app = (files: Readonly<Record<string, string>>) => archiveOf({ name: 'app', version: '1.0.0', files })

describe('a published package and what git packages', () => {
  it.each(['Chart.lock', 'requirements.lock', 'charts/mid/Chart.lock', 'charts/mid/requirements.lock'])(
    'are the same if only the time of %s differs',
    (file) => {
      const [published, packaged] = ['2026-01-01T00:00:00Z', '2026-11-30T12:00:00.5+01:00'].map((time) =>
        app({ [file]: lock('1.0.0', time) }),
      ) as [Uint8Array, Uint8Array]
      expect(packageDifferences(published, packaged)).toEqual([])
    },
  )

  it.each([
    ['another version in the lock', { 'Chart.lock': lock('1.0.1', '2026') }, { 'Chart.lock': lock('1.0.0', '2026') }],
    ['a lock that only one has', { 'Chart.lock': lock('1.0.0', '2026') }, {}],
    ['the time in a file that is no lock', { 'values.yaml': 'generated: 1\n' }, { 'values.yaml': 'generated: 2\n' }],
    ['another digest in the lock', { 'Chart.lock': 'digest: a\n' }, { 'Chart.lock': 'digest: b\n' }],
    [
      'a key below, which is no time of the lock',
      { 'Chart.lock': 'dependencies:\n- name: a\n  generated: 1\n' },
      { 'Chart.lock': 'dependencies:\n- name: a\n  generated: 2\n' },
    ],
    ['bytes that are no text', { 'Chart.lock': 'a: \u00e9\n' }, { 'Chart.lock': 'a: \u00e8\n' }],
  ])('differ by %s', (_, published, packaged) => {
    expect(packageDifferences(app(published), app(packaged))).toHaveLength(1)
  })
})
