import { describe, expect, it } from '@jest/globals'
import type { ObjectId } from '../../../../src/model/chart.ts'
import { claim } from '../../../../src/pipeline/publish/claim.ts'
import type { Push, PushRefusal } from '../../../../src/ports/git.ts'
import { aChart, aLog, aPlannedRun, aSignedRelease, aTarget } from '../../../support/values/pipeline.ts'

const [lib, app, other] = [aChart('lib'), aChart('app', ['lib']), aChart('other')]
const TAG = 'lib-1.0.0'

interface Origin {
  /** Tags before this run pushes its own. */
  readonly before?: readonly string[]
  readonly refused?: Readonly<Record<string, PushRefusal>>
  /** Tags that another run made meanwhile. */
  readonly after?: readonly string[]
  /** The release commit of what those tags stand for; `undefined`: other content. */
  readonly claimedFrom?: ObjectId
  readonly tagTemplate?: string
}

async function claimed({ before = [], refused = {}, after = [], claimedFrom, tagTemplate }: Origin) {
  const created: string[] = []
  const tagsOf = (tags: readonly string[]) => new Map(tags.map((tag) => [tag, 'beef']))
  const git = {
    createTags: async (tags: ReadonlyMap<string, ObjectId>) => {
      created.push(...tags.keys())
      return new Map(
        [...tags.keys()].map((tag): [string, Push] => {
          const cause = refused[tag]
          return [tag, cause ? { result: 'rejected', reason: 'no', cause } : { result: 'done' }]
        }),
      )
    },
    remoteTags: async () => tagsOf([...before, ...after]),
    blobs: async () => new Map(),
  }
  const releaseOfClaim = async (content: { readonly path: string }) =>
    claimedFrom === undefined ? undefined : { path: content.path, commit: claimedFrom, committedAt: new Date(0) }
  const run = {
    ...{ history: { releaseOfClaim } as never, platform: { git: git as never, log: aLog() } },
    settings: { tagTemplate: tagTemplate ?? '{{ .Name }}-{{ .Version }}', perChart: {} },
  }
  const planned = aPlannedRun([lib, app, other], { remoteTags: async () => tagsOf(before) })
  const releases = [lib, app, other].map((chart) => aSignedRelease(chart, [aTarget()]))
  const { done, failed } = await claim(run, planned, releases)
  return { created, paths: done.map(({ path }) => path), failed }
}

describe('claiming versions', () => {
  it('makes one tag per chart', async () => {
    const { created, paths } = await claimed({})
    expect(created).toEqual([TAG, 'app-1.0.0', 'other-1.0.0'])
    expect(paths).toHaveLength(3)
  })

  it('makes none without a template', async () => {
    const { created, paths } = await claimed({ tagTemplate: '' })
    expect(created).toEqual([])
    expect(paths).toHaveLength(3)
  })

  it('takes a tag of an earlier run for the same release commit as its own', async () => {
    const { created, paths } = await claimed({ before: [TAG], claimedFrom: 'c0ffee' })
    expect(created).not.toContain(TAG)
    expect(paths).toHaveLength(3)
  })

  it.each([
    ['releases it from another commit', 'f00d'],
    ['released other content', undefined],
  ])('loses to a run that %s, and stops the dependents', async (_, claimedFrom) => {
    const race = { refused: { [TAG]: 'raced' }, after: [TAG] } as const
    const { paths, failed } = await claimed({ ...race, ...(claimedFrom !== undefined && { claimedFrom }) })
    expect(failed.get('charts/lib')?.code).toBe('CLAIM_LOST')
    expect(failed.get('charts/app')?.code).toBe('DEPENDENCY_STOPPED')
    expect(paths).toEqual(['charts/other'])
  })

  it.each([
    ['refused', 'CLAIM_REFUSED'],
    ['name', 'GIT_NAME_CONFLICT'],
    ['lost', 'CLAIM_REFUSED'],
  ] as const)('of a tag that can’t be made (%s) fails with %s', async (cause, code) => {
    const { failed } = await claimed({ refused: { 'other-1.0.0': cause } })
    expect(failed.get('charts/other')?.code).toBe(code)
    expect(failed.size).toBe(1)
  })
})
