import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../src/model/errors.ts'
import type { FileSigner } from '../../src/model/signature.ts'
import type { Target } from '../../src/model/target.ts'
import { digestInPendingName, INDEX, INDEX_SIGNATURE, isAbout, pendingName } from '../../src/targets/index/state.ts'
import { anArchiveSignature, aPackagedChart, digestOf } from '../support/charts/packaged-chart.ts'
import { aFileSigner } from '../support/sigstore/file-signer.ts'
import { type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'
import { failureOf } from '../support/values/failure.ts'
import { promoteOne } from '../support/values/promote.ts'
import type { Beside, Steps, TargetHarness } from './harness.ts'
import { inPart, killedAt, parts } from './parts.ts'
import { named, withIndex } from './under-contract.ts'

const signedIndexes = withIndex.filter((each) => !each.signsLikeAnother)
const SOMEBODY = {
  repository: 'evil/charts',
  repository_id: '999',
  job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
}

let sigstore: Sigstore
let indexSigner: FileSigner
let somebody: FileSigner
beforeAll(async () => {
  sigstore = await startSigstore()
  indexSigner = await aFileSigner(sigstore)
  somebody = await aFileSigner(sigstore, SOMEBODY)
})
afterAll(() => sigstore.close())

const subjectOf = (archive: Buffer) => ({ repository: 'here', digest: digestOf(archive), archive })

/** All that a run does for one chart, in order. */
async function release(target: Target, name: string) {
  const chart = aPackagedChart({ name })
  const staged = await target.stage(chart)
  await target.attach(staged, anArchiveSignature(staged.digest))
  await target.signatures(staged)
  await target.fetch(staged)
  return promoteOne(target, staged)
}

describe.each(named(signedIndexes))(
  'a signed index at %s',
  (_, { start, isUnconditional = false, isLocked = false }) => {
    let harness: TargetHarness
    let beside: Beside
    beforeEach(async () => {
      harness = await start()
      if (!harness.beside) throw new Error('it has no index')
      beside = harness.beside
    })
    afterEach(() => harness.stop())

    const open = (steps: Steps = {}) => harness.open({ indexSigner, ...steps })

    function bytesOf(file: string): Buffer {
      const bytes = beside.read(file)
      if (bytes) return bytes
      throw new Error(`there is no ${file}, only ${beside.list()}`)
    }

    /** As a consumer sees it, who knows the plain name only. */
    async function whoSigned() {
      return indexSigner.signerOf(subjectOf(bytesOf(INDEX)), bytesOf(INDEX_SIGNATURE))
    }

    async function expectSigned(...names: readonly string[]) {
      expect(await whoSigned()).toMatchObject({ isOurs: true })
      for (const name of names) expect([name, harness.isVisible(aPackagedChart({ name }))]).toEqual([name, true])
    }

    /** How many effects a release has, which is carried out. */
    async function effectsOf(name: string): Promise<number> {
      const effects: string[] = []
      await release(open({ before: (effect) => effects.push(effect) }), name)
      return effects.length
    }

    /** No run of ours may write the index: it says so beforehand, and does not do it either. */
    async function expectRefused(code: string, steps: Steps = { indexSigner }) {
      const [index, signature] = [bytesOf(INDEX), bytesOf(INDEX_SIGNATURE)]
      const problems = await harness.open(steps).preflight([aPackagedChart({ name: 'next' })])
      expect(problems.map((problem) => problem.code)).toEqual([code])
      expect((await failureOf(release(harness.open(steps), 'next'))).code).toBe(code)
      expect(bytesOf(INDEX).equals(index)).toBe(true)
      expect(bytesOf(INDEX_SIGNATURE).equals(signature)).toBe(true)
      return problems[0]
    }

    it('has a signature over exactly its bytes after each write, and nothing else beside it', async () => {
      const warnings: string[] = []
      const first = await release(open({ warn: (text) => warnings.push(text) }), 'first')
      expect(first.signedIndex).toMatch(/\/index\.yaml$/)
      await expectSigned('first')
      await release(open({ warn: (text) => warnings.push(text) }), 'second')
      await expectSigned('first', 'second')
      expect(beside.list().flatMap((file) => digestInPendingName(file) ?? [])).toEqual([])
      expect(warnings).toEqual([])
    })

    it('stays as it is where nothing comes into it', async () => {
      await release(open(), 'first')
      const effects: string[] = []
      const target = open({ before: (name) => effects.push(name) })
      expect(await target.preflight([aPackagedChart({ name: 'first' })])).toEqual([])
      const again = await release(target, 'first')
      await target.finish?.()
      expect([again.changed, again.signedIndex, effects]).toEqual([false, undefined, []])
    })

    it('is not signed where nobody asked for it', async () => {
      const { signedIndex } = await release(harness.open(), 'first')
      expect([signedIndex, beside.read(INDEX_SIGNATURE)]).toEqual([undefined, undefined])
    })

    it('is adopted with its entries where it had no signature, and that is told', async () => {
      await release(harness.open(), 'first')
      const warnings: string[] = []
      const target = open({ warn: (text) => warnings.push(text) })
      expect(await target.preflight([aPackagedChart({ name: 'second' })])).toEqual([])
      await release(target, 'second')
      await expectSigned('first', 'second')
      expect(warnings).toEqual([expect.stringMatching(/had no signature: it is signed from now on/)])
    })

    it.each(parts)('is signed or left by the next run wherever one was killed, %s', async (_part, part) => {
      await release(open(), 'before')
      const count = await effectsOf('counted')
      expect(count).toBeGreaterThan(1)
      for (const last of inPart(part, count)) {
        // What stands there before an effect is what stands there after the one before.
        for (const moment of last === 0 ? (['before', 'after'] as const) : (['after'] as const)) {
          const name = `killed-${moment}-${last}`
          await expect(release(open(killedAt(moment, last)), name)).rejects.toThrow('killed')
          await open().finish?.()
          await expectSigned('before', 'counted')
          await release(open(), name)
          await expectSigned('before', 'counted', name)
        }
      }
    })

    it.each(parts)('is also finished by the next release where a run was killed, %s', async (_part, part) => {
      await release(open(), 'before')
      const count = await effectsOf('counted')
      for (const last of inPart(part, count)) {
        await expect(release(open(killedAt('after', last)), `killed-${last}`)).rejects.toThrow('killed')
        const target = open()
        expect(await target.preflight([aPackagedChart({ name: `next-${last}` })])).toEqual([])
        await release(target, `next-${last}`)
        await expectSigned('before', 'counted', `next-${last}`)
      }
    })

    it('is not signed anew where somebody wrote it without signing', async () => {
      await release(open(), 'first')
      beside.write(INDEX, Buffer.concat([bytesOf(INDEX), Buffer.from('# by hand\n')]))
      const problem = await expectRefused('INDEX_SIGNATURE_INVALID')
      expect(problem?.hint).toContain(INDEX_SIGNATURE)
      beside.write(INDEX_SIGNATURE, undefined)
      await release(open(), 'next')
      await expectSigned('first', 'next')
    })

    it('is not signed anew where a signature that is not for it has the name of one that is on its way', async () => {
      await release(open(), 'first')
      const old = bytesOf(INDEX_SIGNATURE)
      const changed = Buffer.concat([bytesOf(INDEX), Buffer.from('# by hand\n')])
      beside.write(INDEX, changed)
      beside.write(pendingName(changed), old)
      await expectRefused('INDEX_SIGNATURE_INVALID')
      await open().finish?.()
      expect(bytesOf(INDEX_SIGNATURE).equals(old)).toBe(true)
    })

    it('is not signed anew where somebody else signed it', async () => {
      await release(open(), 'first')
      beside.write(INDEX_SIGNATURE, Buffer.from(await somebody.sign(subjectOf(bytesOf(INDEX)))))
      const problem = await expectRefused('INDEX_SIGNATURE_FOREIGN')
      expect(problem?.message).toContain('evil/charts')
    })

    it('is not left with a signature that does not fit, by a run that does not sign', async () => {
      await release(open(), 'first')
      const problem = await expectRefused('INDEX_SIGNED', {})
      expect(problem?.hint).toContain('sign-index: true')
    })

    it('is not shown where it could not be signed', async () => {
      await release(open(), 'first')
      const down = new ReleaseError('SIGSTORE_UNAVAILABLE', 'The log is away')
      const broken = { ...indexSigner, sign: () => Promise.reject(down) }
      expect((await failureOf(release(open({ indexSigner: broken }), 'next'))).code).toBe('SIGSTORE_UNAVAILABLE')
      expect(harness.isVisible(aPackagedChart({ name: 'next' }))).toBe(false)
      await expectSigned('first')
    })

    it('is read back: what comes out unsigned is told', async () => {
      await release(open(), 'first')
      const next = aPackagedChart({ name: 'next' })
      const isInPlace = () => harness.isVisible(next) && isAbout(bytesOf(INDEX_SIGNATURE), bytesOf(INDEX))
      const deface = () => beside.write(INDEX, Buffer.concat([bytesOf(INDEX), Buffer.from('# by hand\n')]))
      const target = open({ after: () => (isInPlace() ? deface() : undefined) })
      expect((await failureOf(release(target, 'next'))).code).toBe('INDEX_SIGNATURE_INVALID')
    })

    // Without conditional writes runs must be kept apart, as ADR 15 says.
    if (isUnconditional) return
    it('has all entries and a signature that fits after several runs at once', async () => {
      const names = ['one', 'two', 'three', 'four']
      await Promise.all(names.map((name) => release(open(), name)))
      await expectSigned(...names)
      expect(beside.list().flatMap((file) => digestInPendingName(file) ?? [])).toEqual([])
    })

    // Who holds a lock while another run waits for it here would wait for ever.
    if (isLocked) return
    it.each(parts)(
      'has both entries and a signature that fits wherever another run comes between, %s',
      async (_part, part) => {
        await release(open(), 'before')
        const count = await effectsOf('counted')
        for (const at of inPart(part, count)) {
          let effect = 0
          const before = async () => {
            effect += 1
            if (effect === at + 1) await release(open(), `fast-${at}`)
          }
          await release(open({ before }), `slow-${at}`)
          await expectSigned(`fast-${at}`, `slow-${at}`)
          expect(beside.list().flatMap((file) => digestInPendingName(file) ?? [])).toEqual([])
        }
      },
    )
  },
)
