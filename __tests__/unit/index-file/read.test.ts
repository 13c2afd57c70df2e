import { expect, it } from '@jest/globals'
import { archiveUrl, FINGERPRINT } from '../../../src/index-file/write/release.ts'
import { anIndexRelease, indexOf, withReleases } from '../../support/index/index-release.ts'
import { failureOf } from '../../support/values/failure.ts'

const text = `apiVersion: v1
entries:
  app:
  - name: app
    version: 2.0.0
    AppVersion: !!str 1.10
    digest: sha256:${'ab'.repeat(32)}
    created: 2026-01-02T03:04:05.678901234+01:00
    urls: [https://example.com/app-2.0.0.tgz, 'app-2.0.0.tgz']
    annotations:
      ${FINGERPRINT}: sha256:feed
      org.opencontainers.image.revision: not a commit
  - version: v1.0
    name: app
    digest: sha1:abc
  - version: 1.0.0+b1
    name: app
  - version: 1.0.0+b1
    name: app
generated: "2026-01-01T00:00:00Z"
`

it('finds a version by its exact text, with what the index says of it', () => {
  const index = indexOf(text)
  expect(index.find({ name: 'app', version: '2.0.0' })).toEqual({
    digest: `sha256:${'ab'.repeat(32)}`,
    urls: ['https://example.com/app-2.0.0.tgz', 'app-2.0.0.tgz'],
    fingerprint: 'sha256:feed',
    appVersion: '1.10',
    created: new Date('2026-01-02T02:04:05.678Z'),
    isDuplicate: false,
  })
  expect(index.find({ name: 'app', version: 'v1.0' })).toEqual({ urls: [], isDuplicate: false })
  expect(index.find({ name: 'app', version: '1.0.0+b1' })).toEqual({ urls: [], isDuplicate: true })
  for (const version of ['1.0', '1.0.0', '1.0.0+b2', 'v2.0.0', '2'])
    expect(index.find({ name: 'app', version })).toBeUndefined()
  expect(index.find({ name: 'web', version: '2.0.0' })).toBeUndefined()
  expect(index.find({ name: 'constructor', version: '2.0.0' })).toBeUndefined()
  expect(index.versions('app')).toEqual(['2.0.0', 'v1.0', '1.0.0+b1', '1.0.0+b1'])
  expect(index.versions('web')).toEqual([])
})

it('finds what was added, with its records', () => {
  const release = anIndexRelease()
  expect(indexOf(withReleases(text, release)).find(release)).toEqual({
    digest: release.digest,
    urls: release.urls,
    fingerprint: release.fingerprint,
    appVersion: '7.0',
    revision: release.revision,
    created: release.created,
    isDuplicate: false,
  })
})

it('follows anchors from elsewhere', async () => {
  const anchored = `apiVersion: v1\nentries:\n  lib:\n  - name: lib\n    version: 1.0.0\n    urls: &u [a.tgz]\n    digest: &d "${'0'.repeat(64)}"\n  app:\n  - version: 1.0.0\n    name: app\n    urls: *u\n    digest: *d\n`
  expect(indexOf(anchored).find({ name: 'app', version: '1.0.0' })).toEqual({
    digest: `sha256:${'0'.repeat(64)}`,
    urls: ['a.tgz'],
    isDuplicate: false,
  })
  const large = indexOf(anchored.replace('entries:', `${`# ${'x'.repeat(1021)}\n`.repeat(2100)}entries:`))
  const failure = await failureOf(() => large.find({ name: 'app', version: '1.0.0' }))
  expect(failure.code).toBe('INDEX_NOT_UNDERSTOOD')
  expect(large.find({ name: 'lib', version: '1.0.0' })?.urls).toEqual(['a.tgz'])
})

it('names archives beside the index, below an address, or in a registry', () => {
  const chart = { name: 'app', version: '1.0.0+b.1' }
  expect(archiveUrl(chart, { kind: 'beside' })).toBe('app-1.0.0%2Bb.1.tgz')
  expect(archiveUrl(chart, { kind: 'base', url: 'https://example.com/charts/' })).toBe(
    'https://example.com/charts/app-1.0.0%2Bb.1.tgz',
  )
  expect(archiveUrl(chart, { kind: 'oci', url: 'oci://ghcr.io/acme/charts' })).toBe(
    'oci://ghcr.io/acme/charts/app:1.0.0_b.1',
  )
})
