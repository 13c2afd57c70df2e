import { describe, expect, it } from '@jest/globals'
import type { ChartSource } from '../../../../src/chart/source/source.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Presence } from '../../../../src/model/target.ts'
import { spareDependents } from '../../../../src/pipeline/package/spare-dependents.ts'
import { aChart, aDecision, aPlannedRun, aTarget, digestOf } from '../../../support/values/pipeline.ts'

const lib = aChart('lib')

/** A chart that names `lib` by this address. */
function dependent(repository: string): ChartSource {
  const local = { index: 0, dependency: { name: 'lib', version: '1.0.0', repository }, path: lib.path }
  return { ...aChart('app'), local: [local] } as unknown as ChartSource
}

async function failedWith(repository: string, presence: Presence) {
  const app = dependent(repository)
  const failed = new Map([
    ['charts/lib', new ReleaseError('CHART_LINT_FAILED', 'lib does not lint.')],
    ['charts/app', new ReleaseError('DEPENDENCY_STOPPED', 'app waits for lib.')],
  ])
  const target = aTarget(undefined, { find: async () => presence })
  const releases = [aDecision(lib), aDecision(app)]
  const run = { targets: [target], settings: { targets: [target.address], perChart: {} } }
  const spared = await spareDependents(run, aPlannedRun([lib, app]), releases, failed)
  return { failed: [...spared.failed.keys()], published: [...spared.plannedRun.published] }
}

const published: Presence = { state: 'present', digest: digestOf('lib'), signed: 'some' }

describe('a dependent of a chart that can’t be packaged', () => {
  it('goes on with the published version that it names by address', async () => {
    expect(await failedWith('oci://registry.test/charts', published)).toEqual({
      failed: ['charts/lib'],
      published: ['lib 1.0.0'],
    })
  })

  it.each([
    ['names it by folder', 'file://../lib', published],
    ['names a version that is not published', 'oci://registry.test/charts', { state: 'absent' }],
  ] as const)('stays stopped if it %s', async (_, repository, presence) => {
    expect(await failedWith(repository, presence)).toEqual({ failed: ['charts/lib', 'charts/app'], published: [] })
  })
})
