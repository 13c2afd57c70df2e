import { describe, expect, it } from '@jest/globals'
import type { Target } from '../../../../src/model/target.ts'
import { sign } from '../../../../src/pipeline/publish/sign.ts'
import { stage } from '../../../../src/pipeline/publish/stage.ts'
import { stageSignVerify } from '../../../../src/pipeline/publish/stage-sign-verify.ts'
import { verify } from '../../../../src/pipeline/publish/verify.ts'
import type { Signing } from '../../../../src/pipeline/run.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aChart, aLog, aPackagedRelease, aPlannedRun, aTarget, digestOf } from '../../../support/values/pipeline.ts'

const chart = aChart('app')

/** Signs everything; counts stored signatures as `missing` says. */
function aSigning(missing: readonly 'bundle'[] = [], verifyOwn: () => Promise<void> = async () => {}): Signing {
  const made = {
    bundles: [],
    certificate: new Uint8Array(),
    identity: { subject: '', issuer: '' },
    signedAt: new Date(0),
  }
  return {
    signer: { prepare: async () => made.identity, sign: async () => made, attest: async () => undefined },
    verifier: {
      verifyOwn,
      judge: async () => ({ missing }),
      isOurs: () => true,
      attestation: () => undefined,
      signerOf: async () => made.identity,
    },
    inspector: { inspect: () => [] },
    identity: made.identity,
    ours: { issuer: '', repositoryId: '1', repositoryUrl: '', trusted: [] },
  }
}

function aRun(targets: readonly Target[], signing?: Signing) {
  return {
    ...{ targets, platform: { log: aLog(), files: {} as never, secrets: {} as never }, warn: () => {} },
    settings: {
      ...{ provenance: true, githubToken: undefined, effective: {} },
      ...{ sign: 'keyless' as const, targets: targets.map(({ address }) => address), perChart: {} },
    },
    github: {} as never,
    ...{ signing: async () => signing, provenance: async () => undefined },
    helm: async () => ({ version: 'v4.3.1' }) as never,
  }
}

const held = (target: Target, state: 'same' | 'unadopted' = 'same'): Partial<ChartDecision> => ({
  sightings: [
    {
      target,
      presence: { state: 'present', digest: digestOf('app-1.0.0'), signed: 'none' },
      evidence: { target: target.address, reference: 'app', state },
    },
  ],
})

describe('staging', () => {
  it('uploads a chart to every target', async () => {
    const targets = [aTarget('oci://one.test/charts'), aTarget('oci://two.test/charts')]
    const { staged } = await stage(aRun(targets), aPackagedRelease(chart))
    expect(targets.flatMap(({ calls }) => calls)).toEqual(['stage app', 'stage app'])
    expect(staged.map(({ published, isListed }) => [published, isListed])).toEqual([
      [false, false],
      [false, false],
    ])
  })

  it('takes what a target holds already, and gives those bytes to the others', async () => {
    const release = aPackagedRelease(chart)
    const [holder, other] = [aTarget('oci://one.test/charts'), aTarget('oci://two.test/charts')]
    holder.stored.set('app', release.packaged)
    const { staged } = await stage(aRun([holder, other]), aPackagedRelease(chart, held(holder)))
    expect(holder.calls).toEqual([])
    expect(other.stored.get('app')?.archive).toEqual(release.packaged.archive)
    expect(staged.map(({ published }) => published)).toEqual([true, false])
  })

  it('refuses to sign or copy other content', async () => {
    const holder = aTarget()
    holder.stored.set('app', { ...aPackagedRelease(chart).packaged, archive: Buffer.from('x'), digest: digestOf('x') })
    const failure = await failureOf(stage(aRun([holder, aTarget('dir:x')]), aPackagedRelease(chart, held(holder))))
    expect(failure.code).toBe('PUBLISHED_CONTENT_DIFFERS')
  })

  it('leaves out a target whose package was not adopted', async () => {
    const target = aTarget()
    target.stored.set('app', aPackagedRelease(chart).packaged)
    const { staged } = await stage(aRun([target]), aPackagedRelease(chart, held(target, 'unadopted')))
    expect(staged).toEqual([])
  })
})

describe('signing', () => {
  it('does nothing with `sign: none`', async () => {
    const target = aTarget()
    const staged = await stage(aRun([target]), aPackagedRelease(chart))
    expect(await sign(aRun([target]), staged)).toBe(staged)
  })

  it('signs what is new, and stores the signatures', async () => {
    const target = aTarget()
    const run = aRun([target], aSigning())
    const signed = await sign(run, await stage(run, aPackagedRelease(chart)))
    expect(target.calls).toEqual(['stage app', 'attach app'])
    expect(signed.staged[0]?.signatures).toBeDefined()
  })

  it.each([
    ['complete', [], []],
    ['missing', ['bundle'], ['attach app']],
  ] as const)('with the signatures of an earlier run %s makes only what is needed', async (_, missing, calls) => {
    const target = aTarget()
    target.stored.set('app', aPackagedRelease(chart).packaged)
    const run = aRun([target], aSigning(missing))
    await sign(run, await stage(run, aPackagedRelease(chart, held(target))))
    expect(target.calls).toEqual(calls)
  })
})

describe('verifying', () => {
  it('refuses an archive that comes back changed', async () => {
    const target = aTarget()
    const run = aRun([target])
    const staged = await stage(run, aPackagedRelease(chart))
    target.stored.set('app', { ...staged.packaged, digest: digestOf('changed') })
    expect((await failureOf(verify(run, staged))).code).toBe('READ_BACK_DIFFERS')
  })

  it('says when a signature of an earlier run is gone', async () => {
    const target = aTarget()
    target.stored.set('app', aPackagedRelease(chart).packaged)
    const run = aRun([target], aSigning(['bundle']))
    const staged = await stage(run, aPackagedRelease(chart, held(target)))
    expect((await failureOf(verify(run, staged))).code).toBe('SIGNATURE_LOST')
  })
})

describe('staging, signing and verifying', () => {
  it('stops a chart that fails, with its dependents, and no other', async () => {
    const [lib, app, other] = [aChart('lib'), aChart('app', ['lib']), aChart('other')]
    const target = aTarget()
    const stageOne: Target['stage'] = async (packaged) => {
      if (packaged.name === 'lib') throw new Error('the registry is down')
      return target.stage(packaged)
    }
    const run = aRun([{ ...target, stage: stageOne }])
    const releases = [lib, app, other].map((one) => aPackagedRelease(one))
    const { done, failed } = await stageSignVerify(run, aPlannedRun([lib, app, other]), releases)
    expect(done.map(({ path }) => path)).toEqual(['charts/other'])
    expect(failed.get('charts/app')?.code).toBe('DEPENDENCY_STOPPED')
  })

  /** Tells at once whether what it stores is new, and ends when the log was asked. */
  function aSlowUpload(isNew: boolean, ending: () => Promise<void>) {
    const target = aTarget()
    const stageSlowly: Target['stage'] = async (packaged, onKnown) => {
      const artifact = { ...(await target.stage(packaged)), isNew }
      onKnown?.(artifact)
      await ending()
      target.calls.push('stored app')
      return artifact
    }
    return { ...target, stage: stageSlowly }
  }

  it('signs what is new while it is uploaded, and once', async () => {
    const made = Promise.withResolvers<void>()
    const target = aSlowUpload(true, () => made.promise)
    const signing = aSigning()
    const { signer } = signing
    const logged: string[] = []
    const sign: typeof signer.sign = async (subject) => {
      logged.push(subject.repository)
      made.resolve()
      return signer.sign(subject)
    }
    const run = aRun([target], { ...signing, signer: { ...signer, sign } })
    const { done } = await stageSignVerify(run, aPlannedRun([chart]), [aPackagedRelease(chart)])
    expect(target.calls).toEqual(['stage app', 'stored app', 'attach app'])
    expect(logged).toHaveLength(1)
    expect(done[0]?.staged[0]?.signatures).toBeDefined()
  })

  it('logs nothing while the upload of what may be signed already is under way', async () => {
    const signing = aSigning()
    let isStored = false
    const target = aSlowUpload(false, async () => {
      isStored = true
    })
    const sign: typeof signing.signer.sign = async (subject) => {
      expect(isStored).toBe(true)
      return signing.signer.sign(subject)
    }
    const run = aRun([target], { ...aSigning(['bundle']), signer: { ...signing.signer, sign } })
    const { failed } = await stageSignVerify(run, aPlannedRun([chart]), [aPackagedRelease(chart)])
    expect(failed).toEqual(new Map())
  })

  it('logs nothing of a chart that one of its targets may have', async () => {
    const [quick, slow] = [aSlowUpload(true, async () => {}), aTarget('oci://two.test/charts')]
    const signing = aSigning()
    const failing: Target['stage'] = async () => Promise.reject(new Error('the registry is down'))
    const sign: typeof signing.signer.sign = async () => Promise.reject(new Error('this was signed'))
    const run = aRun([quick, { ...slow, stage: failing }], { ...signing, signer: { ...signing.signer, sign } })
    const { failed } = await stageSignVerify(run, aPlannedRun([chart]), [aPackagedRelease(chart)])
    expect(failed.get(chart.path)?.message).toBe('the registry is down')
  })

  it('names the place in the log of signatures whose upload failed', async () => {
    const target = aSlowUpload(true, () => Promise.reject(new Error('the registry is down')))
    const signing = aSigning()
    const json = Buffer.from(JSON.stringify({ verificationMaterial: { tlogEntries: [{ logIndex: '4711' }] } }))
    const sign: typeof signing.signer.sign = async (subject) => ({
      ...(await signing.signer.sign(subject)),
      bundles: [{ json, predicateType: '' }],
    })
    const run = aRun([target], { ...signing, signer: { ...signing.signer, sign } })
    const { failed } = await stageSignVerify(run, aPlannedRun([chart]), [aPackagedRelease(chart)])
    expect(failed.get(chart.path)?.message).toBe(
      'The log holds signatures of app 1.0.0 (log index 4711), and storing it failed: the registry is down',
    )
  })
})
