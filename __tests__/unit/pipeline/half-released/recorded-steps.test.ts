import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Target } from '../../../../src/model/target.ts'
import type { Written } from '../../../../src/pipeline/bump/write-bump.ts'
import { promoteReleases, recordAndClaim } from '../../../../src/pipeline/half-released/recorded-steps.ts'
import { createProgress } from '../../../../src/pipeline/progress.ts'
import type { Push } from '../../../../src/ports/git.ts'
import { aChart, aLog, aPlannedRun, aSignedRelease, aTarget, sourcesOf } from '../../../support/values/pipeline.ts'

const [lib, app] = [aChart('lib'), aChart('app', ['lib'])]
const down = new ReleaseError('REGISTRY_FAILED', 'b.test does not answer.', { hint: 'Look at b.test.' })

interface Situation {
  readonly targets?: readonly Target[]
  readonly isPublished?: boolean
  readonly push?: Push | Error
  /** What origin has of the records afterwards, if the push is refused. */
  readonly isThere?: boolean
}

async function claimed({
  targets = two(),
  isPublished = false,
  push = { result: 'done' },
  isThere = false,
}: Situation) {
  const effects: string[] = []
  const warnings: string[] = []
  const pushed: string[] = []
  const clone = {
    commit: async () => 'beef',
    push: async (refs: ReadonlyMap<string, string>) => {
      effects.push('record')
      pushed.push(...refs.keys())
      if (push instanceof Error) throw push
      return new Map([...refs.keys()].map((ref) => [ref, push]))
    },
  }
  const git = {
    sideClone: async () => clone,
    remoteRefs: async () => new Map(isThere ? pushed.map((ref) => [ref, 'beef']) : []),
    createTags: async (tags: ReadonlyMap<string, string>) => {
      effects.push('claim')
      return new Map([...tags.keys()].map((tag) => [tag, { result: 'done' }]))
    },
    blobs: async () => new Map(),
  }
  const run = {
    ...{ warn: (text: string) => void warnings.push(text), history: {} as never },
    settings: { tagTemplate: '{{ .Name }}-{{ .Version }}', perChart: {} },
    platform: { git: git as never, log: aLog(), clock: { now: () => new Date(0) } as never },
  }
  const { staged, ...signed } = aSignedRelease(app, targets)
  const release = { ...signed, staged: staged.map((one) => ({ ...one, published: isPublished })) }
  const overlay = new Map([['charts/app/Chart.yaml', 'version: 1.0.0\n']])
  const written = { commit: 'c0ffee', sources: sourcesOf(lib, app), overlay } as unknown as Written
  const progress = createProgress()
  const ready = { plannedRun: aPlannedRun([lib, app]), written }
  const { done } = await recordAndClaim(run, ready, [release], progress)
  return { effects, warnings, paths: done.map(({ path }) => path), recorded: progress.recorded }
}

const two = () => [aTarget('oci://a.test/charts'), aTarget('oci://b.test/charts')]

describe('what is about to be published on several targets', () => {
  it('is written down before it is claimed, with all that another run needs', async () => {
    const { effects, recorded, paths } = await claimed({})
    expect(effects).toEqual(['record', 'claim'])
    expect(recorded.map(({ ref, release }) => [ref.replace(/[0-9a-f]{16}$/, '…'), release])).toEqual([
      [
        'refs/release-charts/unfinished/app-1.0.0-…',
        {
          ...{ name: 'app', version: '1.0.0', path: 'charts/app', folders: ['charts/app', 'charts/lib'] },
          ...{ commit: 'c0ffee', fingerprint: app.fingerprint, tag: 'app-1.0.0' },
          targets: ['oci://a.test/charts', 'oci://b.test/charts'],
          overlay: new Map([['charts/app/Chart.yaml', 'version: 1.0.0\n']]),
        },
      ],
    ])
    expect(paths).toEqual(['charts/app'])
  })

  it('is written down for one target that shows a version in several steps', async () => {
    const target = aTarget('pages://gh-pages', { isPartlyShown: async () => false })
    expect((await claimed({ targets: [target] })).effects).toEqual(['record', 'claim'])
  })

  it.each<[string, Situation]>([
    ['one target takes it at once', { targets: [aTarget()] }],
    ['it is published everywhere', { isPublished: true }],
  ])('is not written down if %s', async (_, situation) => {
    const { effects, recorded } = await claimed(situation)
    expect(effects).not.toContain('record')
    expect(recorded).toEqual([])
  })

  it.each<[string, Push | Error]>([
    ['refuses it', { result: 'rejected', reason: 'no rights', cause: 'refused' }],
    ['fails', new Error('no rights')],
  ])('is released, with a warning, if the push %s', async (_, push) => {
    const { paths, warnings, recorded } = await claimed({ push })
    expect([paths, recorded]).toEqual([['charts/app'], []])
    expect(warnings).toEqual([expect.stringContaining('no rights')])
  })

  it('counts as written down by the run that does the same at this moment', async () => {
    const push: Push = { result: 'rejected', reason: 'raced', cause: 'raced' }
    const { recorded, warnings } = await claimed({ push, isThere: true })
    expect([recorded.length, warnings]).toEqual([1, []])
  })
})

describe('promoting a release that only some targets take', () => {
  async function promoted(first: Target, second: Target) {
    const run = { targets: [first, second], platform: { log: aLog() }, settings: { tagTemplate: 'x', perChart: {} } }
    const releases = [aSignedRelease(app, [first, second])]
    return promoteReleases(run, aPlannedRun([lib, app]), releases, new Map())
  }
  const refusing = (address: string) => aTarget(address, { promote: async () => [down] })

  it('says where it is and where it is not, and keeps code and hint', async () => {
    const { failed } = await promoted(aTarget('oci://a.test/charts'), refusing('oci://b.test/charts'))
    expect(failed.get('charts/app')).toMatchObject({
      code: 'REGISTRY_FAILED',
      message:
        'app 1.0.0 is half released: it is on oci://a.test/charts; it is not on oci://b.test/charts: b.test does not answer.',
      hint: 'Look at b.test. The next run tries to finish it, also if the chart changes before that.',
      cause: down,
    })
  })

  it('is told as it is if none shows it', async () => {
    const { failed } = await promoted(refusing('oci://a.test/charts'), aTarget('oci://b.test/charts'))
    expect(failed.get('charts/app')).toBe(down)
  })
})
