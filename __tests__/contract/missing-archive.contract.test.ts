import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { PackagedChart } from '../../src/model/chart.ts'
import type { Target } from '../../src/model/target.ts'
import { anArchiveSignature, aPackagedChart } from '../support/charts/packaged-chart.ts'
import { failureOf } from '../support/values/failure.ts'
import { promoteOne } from '../support/values/promote.ts'
import { directoryUnderContract } from './directory.harness.ts'
import type { TargetHarness } from './harness.ts'
import { pagesUnderContract } from './pages.harness.ts'
import { releasesUnderContract } from './releases.harness.ts'
import { s3UnderContract } from './s3.harness.ts'

const withIndex = [...pagesUnderContract, ...releasesUnderContract, ...s3UnderContract, ...directoryUnderContract]
const WHAT_IS_LOST = { signatures: true, archive: true }

/** All that a run does for one chart, in order. */
async function release(target: Target, chart: PackagedChart) {
  const staged = await target.stage(chart)
  const { bundles } = await target.signatures(staged)
  if (bundles.length === 0) await target.attach(staged, anArchiveSignature(staged.digest))
  await target.fetch(staged)
  return promoteOne(target, staged)
}

describe.each(withIndex.map((each) => [`${each.scheme} ${each.flavour}`, each] as const))(
  'an archive that the index lists at %s',
  (_, { start, isFinal = false }) => {
    let harness: TargetHarness
    const chart = aPackagedChart()
    const other = aPackagedChart({ archive: Buffer.from('other content') })
    beforeEach(async () => {
      harness = await start()
      await release(harness.open(), chart)
      await release(harness.open(), aPackagedChart({ name: 'beside' }))
    })
    afterEach(() => harness.stop())

    const losses = () =>
      Object.entries(
        harness.losses ?? {
          'the file is deleted': () => harness.beside?.write(`${chart.name}-${chart.version}.tgz`, undefined),
        },
      )
    const index = () => harness.beside?.read('index.yaml')?.toString()

    it('is there, and nobody says otherwise', async () => {
      expect(await harness.open().find(chart, WHAT_IS_LOST)).toEqual({
        state: 'present',
        digest: chart.digest,
        fingerprint: chart.fingerprint,
        appVersion: chart.appVersion,
        revision: chart.revision,
        signed: 'some',
      })
    })

    it('is restored once it is gone, with the same bytes, and the index stays as it is', async () => {
      for (const [how, lose] of losses()) {
        const before = index()
        await lose(chart)
        expect([how, await harness.open().find(chart, WHAT_IS_LOST)]).toEqual([
          how,
          expect.objectContaining({ state: 'present', digest: chart.digest, isMissing: true }),
        ])
        const gone = await failureOf(harness.open().fetch({ ref: chart, digest: chart.digest }))
        expect(gone).toMatchObject({ code: 'INDEX_ARCHIVE_MISSING' })
        expect(gone.message).toContain(`app 1.2.3 with ${chart.digest}`)

        const restored = release(harness.open(), chart)
        if (isFinal) {
          expect(await failureOf(restored)).toMatchObject({
            code: 'GITHUB_RELEASE_IMMUTABLE',
            message: expect.stringContaining('was immutable and was deleted'),
            hint: expect.stringContaining('higher than 1.2.3'),
          })
          continue
        }
        expect((await restored).changed).toBe(true)
        expect(await harness.open().find(chart, WHAT_IS_LOST)).toMatchObject({ digest: chart.digest, signed: 'some' })
        expect(await harness.open().find(chart, WHAT_IS_LOST)).not.toHaveProperty('isMissing')
        const { archive } = await harness.open().fetch({ ref: chart, digest: chart.digest })
        expect(Buffer.from(archive).equals(Buffer.from(chart.archive))).toBe(true)
        expect(index()).toBe(before)
        expect((await release(harness.open(), chart)).changed).toBe(false)
      }
    })

    it('is never restored with other bytes', async () => {
      for (const [how, lose] of losses()) {
        await lose(chart)
        const effects: string[] = []
        const failure = await failureOf(harness.open({ before: (name) => effects.push(name) }).stage(other))
        expect([how, failure]).toEqual([how, expect.objectContaining({ code: 'INDEX_ARCHIVE_MISSING' })])
        expect(failure.message).toContain(chart.digest)
        expect(failure.message).toContain(`git packages ${other.digest}, so that it can't be restored`)
        expect(effects).toEqual([])
        if (!isFinal) await release(harness.open(), chart)
      }
    })
  },
)
