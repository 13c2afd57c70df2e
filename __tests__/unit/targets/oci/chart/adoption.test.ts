import { describe, expect, it } from '@jest/globals'
import { isBundle, readIndex } from '../../../../../src/targets/oci/artifacts/manifest-reader.ts'
import { adoptionReferrer, adoptionsIn } from '../../../../../src/targets/oci/chart/adoption.ts'

const record = { fingerprint: `sha256:${'f'.repeat(64)}`, appVersion: '1.0', revision: 'c'.repeat(40) }
const subject = { digest: `sha256:${'a'.repeat(64)}`, size: 500 } as const

const listed = (...entries: readonly object[]) =>
  readIndex(Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: entries })))?.manifests ?? []

describe('the record of an adoption in a registry', () => {
  it('is told by the list of referrers, and is no bundle to anybody', () => {
    const { entry } = adoptionReferrer(subject, record)
    expect(adoptionsIn(listed(entry))).toEqual([record])
    expect(listed(entry).filter(isBundle)).toEqual([])
  })

  it('is the same bytes each time, so that it is stored once', () => {
    expect(adoptionReferrer(subject, record).digest).toBe(adoptionReferrer(subject, { ...record }).digest)
  })

  it('is nothing that other kinds of referrers say, or ill-formed ones', () => {
    const { entry } = adoptionReferrer(subject, record)
    const { annotations } = entry as { annotations: object }
    const fingerprint = 'io.github.release-charts.fingerprint'
    expect(
      adoptionsIn(
        listed(
          { ...entry, artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' },
          { ...entry, annotations: { ...annotations, [fingerprint]: '' } },
          { ...entry, annotations: { [fingerprint]: record.fingerprint } },
          { ...entry, annotations: undefined },
        ),
      ),
    ).toEqual([])
  })
})
