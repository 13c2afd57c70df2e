import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { PackagedChart } from '../../src/model/chart.ts'
import { ReleaseError } from '../../src/model/errors.ts'
import type { StoredSignatures } from '../../src/model/signature.ts'
import type { StagedArtifact, Target } from '../../src/model/target.ts'
import { targetDefinitions } from '../../src/targets/registry.ts'
import { anArchiveSignature, anAttestation, aPackagedChart, aSignatureSet } from '../support/charts/packaged-chart.ts'
import { promoteOne } from '../support/values/promote.ts'
import type { TargetHarness, Trouble } from './harness.ts'
import { inPart, killedAt, parts } from './parts.ts'
import { named, underContract } from './under-contract.ts'

it('every registered target is under contract', () => {
  const tested = new Set(underContract.map(({ scheme }) => scheme))
  expect(targetDefinitions.map(({ scheme }) => scheme).filter((scheme) => !tested.has(scheme))).toEqual([])
})

function signaturesFor({ signs }: Target, { digest }: Pick<StagedArtifact, 'digest'>, who?: string) {
  return signs === 'archive' ? anArchiveSignature(digest, who) : aSignatureSet(digest, who)
}

/** All that a run does for one chart, in order. */
async function release(target: Target, chart: PackagedChart) {
  const staged = await target.stage(chart)
  await target.attach(staged, signaturesFor(target, staged))
  await target.signatures(staged)
  await target.fetch(staged)
  return promoteOne(target, staged)
}

async function errorOf(work: Promise<unknown>): Promise<ReleaseError> {
  const thrown = await work.then(
    () => 'nothing',
    (error: unknown) => error,
  )
  if (thrown instanceof ReleaseError) return thrown
  throw new Error(`expected a ReleaseError, got ${String(thrown)}`)
}

const texts = ({ bundles }: Pick<StoredSignatures, 'bundles'>) =>
  bundles.map(({ json }) => Buffer.from(json).toString()).sort()

describe.each(named(underContract))(
  '%s',
  (_, { scheme, start, troubles: ownTroubles, stagesLate = false, isFinal = false }) => {
    let harness: TargetHarness
    beforeEach(async () => {
      harness = await start()
    })
    afterEach(() => harness.stop())

    it('knows nothing of a chart that was never released', async () => {
      const target = harness.open()
      expect(await target.find(aPackagedChart())).toEqual({ state: 'absent' })
      expect(await target.versions('app')).toEqual([])
    })

    it('says that an artifact is new only where it stored it itself: else it may be signed already', async () => {
      const chart = aPackagedChart()
      const first = harness.open()
      const staged = await first.stage(chart)
      const again = await harness.open().stage(chart)
      expect(again.isNew ?? false).toBe(false)
      await promoteOne(first, staged)
      expect((await harness.open().stage(chart)).isNew ?? false).toBe(false)
    })

    it('shows nothing until promoted, then everything', async () => {
      const target = harness.open()
      const chart = aPackagedChart({ version: '1.2.3-rc.1+build.7' })
      const staged = await target.stage(chart)
      await target.attach(staged, signaturesFor(target, staged))
      await target.signatures(staged)
      expect(harness.isVisible(chart)).toBe(false)
      expect(await harness.open().find(chart)).toEqual({ state: 'absent' })
      expect(await harness.open().versions('app')).toEqual([])

      const published = await promoteOne(target, staged)
      expect(published).toMatchObject({ digest: staged.digest, changed: true, reference: target.reference(chart) })
      expect(harness.isVisible(chart)).toBe(true)
      expect(await harness.open().find(chart, { signatures: true })).toEqual({
        state: 'present',
        digest: staged.digest,
        fingerprint: chart.fingerprint,
        appVersion: chart.appVersion,
        revision: chart.revision,
        signed: 'some',
      })
      expect(await harness.open().versions('app')).toEqual(['1.2.3-rc.1+build.7'])
    })

    it('asks whose the signatures are, and says when none is ours', async () => {
      const published = await release(harness.open(), aPackagedChart())
      const asked: string[] = []
      const look = (isOurs: boolean) => ({
        signatures: true,
        isOurs: async (digest: string) => {
          asked.push(digest)
          return isOurs
        },
      })
      expect(await harness.open().find(aPackagedChart(), look(true))).toMatchObject({ signed: 'some' })
      expect(await harness.open().find(aPackagedChart(), look(false))).toMatchObject({ signed: 'others' })
      expect(new Set(asked)).toEqual(new Set([published.digest]))
      harness.stripSignatures(published)
      expect(await harness.open().find(aPackagedChart(), look(true))).toMatchObject({ signed: 'none' })
    })

    it('says when a published chart is not signed', async () => {
      const target = harness.open()
      await promoteOne(target, await target.stage(aPackagedChart()))
      expect(await target.find(aPackagedChart(), { signatures: true })).toMatchObject({
        state: 'present',
        signed: 'none',
      })
    })

    if (!isFinal)
      it('keeps what a run recorded of a package beside it, once, and takes it for no signature', async () => {
        const chart = aPackagedChart()
        const record = { fingerprint: chart.fingerprint, appVersion: '7', revision: chart.revision }
        const publisher = harness.open()
        const { digest } = await promoteOne(publisher, await publisher.stage(chart))
        expect(await harness.open().adoptions({ ref: chart, digest })).toEqual([])
        const effects: string[][] = []
        for (const _run of ['first', 'second']) {
          const run: string[] = []
          effects.push(run)
          const target = harness.open({ before: (name) => run.push(name) })
          const artifact = target.adopt(chart, { state: 'present', digest, signed: 'none' })
          await target.recordAdoption(artifact, record)
          expect((await promoteOne(target, artifact)).changed).toBe(false)
        }
        expect(effects.map((run) => run.length > 0)).toEqual([true, false])
        const reader = harness.open()
        expect(await reader.adoptions({ ref: chart, digest })).toEqual([record])
        expect(await reader.find(chart, { signatures: true })).toMatchObject({ digest, signed: 'none' })
      })

    it('does nothing the second time', async () => {
      await release(harness.open(), aPackagedChart())
      const effects: string[] = []
      const again = await release(harness.open({ before: (name) => effects.push(name) }), aPackagedChart())
      expect(again.changed).toBe(false)
      expect(effects).toEqual([])
    })

    it.each(parts)('is finished by a new run wherever the first one was killed, %s', async (_part, part) => {
      // After which effects consumers see it: from one of them on.
      const seen: boolean[] = []
      const counted = aPackagedChart({ name: 'counted' })
      await release(harness.open({ after: () => void seen.push(harness.isVisible(counted)) }), counted)
      expect(seen.length).toBeGreaterThan(1)
      expect([...seen].sort()).toEqual(seen)
      expect(seen.at(-1)).toBe(true)
      for (const last of inPart(part, seen.length)) {
        for (const moment of momentsOf(last)) {
          const chart = aPackagedChart({ name: `killed-${moment}-${last}` })
          await expect(release(harness.open(killedAt(moment, last)), chart)).rejects.toThrow('killed')
          const isSeen = (moment === 'after' ? seen[last] : seen[last - 1]) ?? false
          expect([chart.name, harness.isVisible(chart)]).toEqual([chart.name, isSeen])
          const { digest } = await release(harness.open(), chart)
          expect(await harness.open().find(chart, { signatures: true })).toMatchObject({ digest, signed: 'some' })
        }
      }
    })

    it('never replaces a published version', async () => {
      const target = harness.open()
      await release(target, aPackagedChart())
      const other = aPackagedChart({ archive: Buffer.from('other content') })
      const failure = await errorOf(harness.open().stage(other))
      expect([failure.kind, failure.code]).toEqual(['conflict', 'CONFLICT_TAG_TAKEN'])
      expect(await harness.open().find(aPackagedChart())).toMatchObject({ state: 'present' })
    })

    it('never replaces a version that somebody published while we were staging', async () => {
      const [ours, theirs] = [harness.open(), harness.open()]
      const staged = await ours.stage(aPackagedChart())
      const other = await release(theirs, aPackagedChart({ archive: Buffer.from('other content') }))
      const failure = await errorOf(promoteOne(ours, staged))
      expect(failure.code).toBe('CONFLICT_TAG_TAKEN')
      expect(failure.message).toContain(staged.digest)
      expect(failure.message).toContain(other.digest)
      expect(await harness.open().find(aPackagedChart())).toMatchObject({ digest: other.digest })
    })

    it('lets two runs release the same content at once', async () => {
      const both = await Promise.all([
        release(harness.open(), aPackagedChart()),
        release(harness.open(), aPackagedChart()),
      ])
      expect(new Set(both.map(({ digest }) => digest)).size).toBe(1)
    })

    it('gives back the provenance beside the archive', async () => {
      const text = Buffer.from('-----BEGIN PGP SIGNED MESSAGE-----')
      const target = harness.open()
      const staged = await target.stage(aPackagedChart({ provenance: { text } }))
      expect(Buffer.from((await target.fetch(staged)).provenance ?? '').toString()).toBe(text.toString())
      await promoteOne(target, staged)
      expect((await harness.open().fetch(staged)).provenance).toBeDefined()
    })

    it('gives back what was stored: the archive and every signature', async () => {
      const target = harness.open()
      const chart = aPackagedChart()
      const staged = await target.stage(chart)
      const made = signaturesFor(target, staged)
      await target.attach(staged, made)
      const fetched = await target.fetch(staged)
      expect(Buffer.from(fetched.archive).equals(Buffer.from(chart.archive))).toBe(true)
      expect(fetched).toMatchObject({ digest: staged.digest, archiveDigest: chart.digest })
      const stored = await target.signatures(staged)
      expect(stored.legacy).toHaveLength(made.legacy ? 1 : 0)
      expect(stored.legacy[0]?.annotations).toEqual(made.legacy?.annotations)
      expect(Buffer.from(stored.legacy[0]?.payload ?? [])).toEqual(Buffer.from(made.legacy?.payload ?? []))
      expect(texts(stored)).toEqual(texts({ bundles: made.bundles }))
      expect(stored.bundles.map(({ predicateType }) => predicateType).sort()).toEqual(
        made.bundles.map(({ predicateType }) => predicateType).sort(),
      )
      await promoteOne(target, staged)
      const { fingerprint, revision, created } = chart
      expect(await harness.open().fetch(staged)).toMatchObject({ fingerprint, revision, created })
      expect(texts(await harness.open().signatures(staged))).toEqual(texts(stored))
    })

    it('keeps build provenance beside the signatures, made apart from them or not', async () => {
      const target = harness.open()
      const staged = await target.stage(aPackagedChart())
      const { legacy: _, ...attested } = anAttestation(aPackagedChart().digest)
      await target.attach(staged, signaturesFor(target, staged))
      const before = texts(await target.signatures(staged))
      await target.attach(staged, attested)
      const all = [...before, ...texts(attested)].sort()
      expect(texts(await target.signatures(staged))).toEqual(all)
      await promoteOne(target, staged)
      expect(texts(await harness.open().signatures(staged))).toEqual(all)
      expect(await harness.open().find(aPackagedChart(), { signatures: true })).toMatchObject({ signed: 'some' })
    })

    it('lets two runs attest the same archive at once, and keeps one that fits it', async () => {
      const runs = await Promise.all(
        ['first', 'second'].map(async (who) => {
          const target = harness.open()
          const staged = await target.stage(aPackagedChart())
          const { legacy: _, ...attested } = anAttestation(aPackagedChart().digest, who)
          await target.attach(staged, signaturesFor(target, staged))
          await target.attach(staged, attested)
          return promoteOne(target, staged)
        }),
      )
      const stored = texts(await harness.open().signatures(runs[0] as StagedArtifact))
      const made = ['first', 'second'].flatMap((who) => texts(anAttestation(aPackagedChart().digest, who)))
      expect(made.filter((text) => stored.includes(text)).length).toBeGreaterThanOrEqual(1)
    })

    it('keeps the signatures of others where there is room for them, and none twice', async () => {
      const target = harness.open()
      const staged = await target.stage(aPackagedChart())
      await promoteOne(target, staged)
      for (const who of ['first', 'second', 'first']) {
        const each = harness.open()
        const attached = each.attach(staged, signaturesFor(each, staged, who))
        if (isFinal) return expect(errorOf(attached)).resolves.toMatchObject({ code: 'GITHUB_RELEASE_IMMUTABLE' })
        await attached
        await promoteOne(each, staged)
      }
      const stored = await harness.open().signatures(staged)
      // Beside an archive there is one file: whoever comes last, and only where what is there did not verify.
      expect(stored.legacy).toHaveLength(target.signs === 'archive' ? 0 : 2)
      expect(texts(stored)).toHaveLength(target.signs === 'archive' ? 1 : 4)
    })

    it('completes the signatures of a chart that was published without', async () => {
      const chart = aPackagedChart()
      const first = harness.open()
      await promoteOne(first, await first.stage(chart))
      const target = harness.open()
      const published = await target.find(chart, { signatures: true })
      if (published.state !== 'present') throw new Error('not there')
      const adopted = target.adopt(chart, published)
      const attached = target.attach(adopted, signaturesFor(target, adopted))
      if (isFinal) return expect(errorOf(attached)).resolves.toMatchObject({ code: 'GITHUB_RELEASE_IMMUTABLE' })
      await attached
      expect(texts(await target.signatures(adopted))).toEqual(
        texts({ bundles: signaturesFor(target, adopted).bundles }),
      )
      expect((await promoteOne(target, adopted)).changed).toBe(false)
      expect(await harness.open().find(chart, { signatures: true })).toMatchObject({
        signed: 'some',
        digest: published.digest,
      })
    })

    it.each(stagesLate ? ['published'] : ['staged', 'published'])('notices a swapped archive: %s', async (when) => {
      const target = harness.open()
      const staged = await target.stage(aPackagedChart())
      if (when === 'published') await promoteOne(target, staged)
      harness.swapArchive(staged)
      const reader = when === 'published' ? harness.open() : target
      const failure = await errorOf(reader.fetch(staged))
      expect([failure.kind, failure.code]).toEqual(['trust', 'REGISTRY_DIGEST_MISMATCH'])
    })

    it('notices stripped signatures', async () => {
      const target = harness.open()
      const published = await release(target, aPackagedChart())
      harness.stripSignatures(published)
      expect(await harness.open().signatures(published)).toEqual({ legacy: [], bundles: [] })
      expect(await harness.open().find(aPackagedChart(), { signatures: true })).toMatchObject({ signed: 'none' })
    })

    // What the world looks like before an effect is what it looks like after the one before: once a scheme is enough.
    const momentsOf = (last: number) => (isFirst || last === 0 ? (['before', 'after'] as const) : (['after'] as const))

    const troubles: readonly Trouble[] = [
      'unauthorized',
      'denied',
      'throttled',
      'broken',
      'reset',
      'truncated',
      'corrupt',
    ]
    // Waiting is slow and the same for every flavour: once a scheme.
    const isFirst = underContract.find((each) => each.scheme === scheme)?.start === start
    const allTroubles = ownTroubles ?? (isFirst ? ([...troubles, 'hang'] as const) : troubles)
    it.each(allTroubles)('reads nothing into an answer that is none: %s', async (kind) => {
      await release(harness.open(), aPackagedChart())
      harness.trouble(kind)
      const target = harness.open()
      const presence = await target.find(aPackagedChart())
      expect(presence.state).toBe('unknown')
      expect(presence.state === 'unknown' && presence.why.kind).toBe(kind === 'corrupt' ? 'trust' : 'remote')
      await expect(target.versions('app')).rejects.toThrow(ReleaseError)
      harness.trouble(undefined)
      expect(await target.find(aPackagedChart())).toMatchObject({ state: 'present' })
    })

    it.each(allTroubles.filter((kind) => kind !== 'corrupt' && kind !== 'truncated'))(
      'publishes nothing while there is trouble, and all of it afterwards: %s',
      async (kind) => {
        const target = harness.open()
        harness.trouble(kind)
        const failure = await errorOf(release(target, aPackagedChart()))
        expect(failure.kind).toBe('remote')
        expect(await target.preflight([aPackagedChart()])).toHaveLength(1)
        harness.trouble(undefined)
        expect(harness.isVisible(aPackagedChart())).toBe(false)
        expect(await target.preflight([aPackagedChart()])).toEqual([])
        expect((await release(target, aPackagedChart())).changed).toBe(true)
      },
    )

    it('changes nothing in preflight', async () => {
      const effects: string[] = []
      const target = harness.open({ before: (name) => effects.push(name) })
      expect(await target.preflight([aPackagedChart(), aPackagedChart({ version: '2.0.0' })])).toEqual([])
      expect(effects).toEqual([])
      expect(await target.find(aPackagedChart())).toEqual({ state: 'absent' })
    })
  },
)
