import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Target } from '../../../../src/model/target.ts'
import type { PromotedRelease } from '../../../../src/pipeline/chart-release.ts'
import { promote } from '../../../../src/pipeline/publish/promote.ts'
import { aChart, aLog, aPlannedRun, aSignedRelease, aTarget, digestOf } from '../../../support/values/pipeline.ts'

const [lib, app, other] = [aChart('lib'), aChart('app', ['lib']), aChart('other')]
const down = new ReleaseError('REGISTRY_FAILED', 'registry.test does not answer.')

async function promoted(targets: readonly Target[], tagTemplate = '{{ .Name }}-{{ .Version }}') {
  const releases = [app, lib, other].map((chart) => aSignedRelease(chart, targets))
  const visible = new Map<string, PromotedRelease>()
  const run = { targets, platform: { log: aLog() }, settings: { tagTemplate, perChart: {} } }
  const result = await promote(run, aPlannedRun([lib, app, other]), releases, visible)
  return { ...result, visible, paths: result.done.map(({ path }) => path) }
}

/** Refuses one chart and shows the others. */
function refusing(name: string, address?: string) {
  const target = aTarget(address)
  const promoteAll: Target['promote'] = async (artifacts) => {
    const results = await target.promote(artifacts)
    return artifacts.map(({ ref }, index) => (ref.name === name ? down : (results[index] ?? down)))
  }
  return { ...target, promote: promoteAll }
}

describe('promotion', () => {
  it('shows dependencies before the charts that need them', async () => {
    const target = aTarget()
    await promoted([target])
    expect(target.calls.indexOf('promote lib')).toBeLessThan(target.calls.indexOf('promote app'))
  })

  it('shows all charts of an index with one write', async () => {
    const target = aTarget('dir:charts', { together: true })
    const { paths } = await promoted([target])
    expect(target.calls).toEqual(['promote app lib other'])
    expect(paths).toEqual(['charts/app', 'charts/lib', 'charts/other'])
  })

  it('stops the dependents of a chart that fails, and nothing else', async () => {
    const target = refusing('lib')
    const { paths, failed } = await promoted([target])
    expect(paths).toEqual(['charts/other'])
    expect(failed.get('charts/lib')).toBe(down)
    expect(failed.get('charts/app')?.code).toBe('DEPENDENCY_STOPPED')
    expect(target.calls).not.toContain('promote app')
  })

  it('goes through targets in their order, and names those that show a chart which failed later', async () => {
    const [first, second] = [aTarget('oci://first.test/charts'), refusing('other', 'oci://second.test/charts')]
    const { paths, shownOn, visible } = await promoted([first, second])
    expect(paths).toEqual(['charts/app', 'charts/lib'])
    expect(shownOn.get('charts/other')).toEqual(['oci://first.test/charts'])
    expect(visible.get('charts/other')?.published).toHaveLength(1)
  })

  it('makes an exception of a target the problem of every chart on it', async () => {
    const target = aTarget('dir:charts', { together: true, promote: () => Promise.reject(down) })
    const { paths, failed, visible } = await promoted([target])
    expect(paths).toEqual([])
    expect([...failed.keys()].sort()).toEqual(['charts/app', 'charts/lib', 'charts/other'])
    expect(visible.size).toBe(0)
  })

  it('shows a dependency first, too, if it goes to a later target than the chart that needs it', async () => {
    const shown: string[] = []
    const watched = (address: string): Target => {
      const target = aTarget(address)
      const promoteAll: Target['promote'] = (artifacts) => {
        for (const { ref } of artifacts) shown.push(`${ref.name} on ${address}`)
        return target.promote(artifacts)
      }
      return { ...target, promote: promoteAll }
    }
    const [early, late] = [watched('oci://early.test/charts'), watched('oci://late.test/charts')]
    const releases = [aSignedRelease(app, [early]), aSignedRelease(lib, [late]), aSignedRelease(other, [early, late])]
    const run = { targets: [early, late], platform: { log: aLog() }, settings: { tagTemplate: 'x', perChart: {} } }
    const { done } = await promote(run, aPlannedRun([lib, app, other]), releases, new Map())
    expect(shown).toEqual([
      'other on oci://early.test/charts',
      'lib on oci://late.test/charts',
      'other on oci://late.test/charts',
      'app on oci://early.test/charts',
    ])
    expect(done.map(({ published, staged }) => published.length === staged.length)).toEqual([true, true, true])
  })

  it('does not show a chart whose dependency failed on another target', async () => {
    const [early, late] = [aTarget('oci://early.test/charts'), refusing('lib', 'oci://late.test/charts')]
    const releases = [aSignedRelease(app, [early]), aSignedRelease(lib, [late])]
    const run = { targets: [early, late], platform: { log: aLog() }, settings: { tagTemplate: 'x', perChart: {} } }
    const { done, failed } = await promote(run, aPlannedRun([lib, app]), releases, new Map())
    expect([done, [...failed.keys()].sort(), early.calls]).toEqual([[], ['charts/app', 'charts/lib'], []])
  })

  it('looks again for those of no tag alone', async () => {
    const digest = digestOf('of another run')
    const target = aTarget(undefined, { find: async () => ({ state: 'present', digest, signed: 'none' }) })
    const settings = { tagTemplate: '{{ .Name }}-{{ .Version }}', perChart: { other: { tagTemplate: '' } } }
    const run = { targets: [target], platform: { log: aLog() }, settings }
    const releases = [app, lib, other].map((chart) => aSignedRelease(chart, [target]))
    const { failed } = await promote(run, aPlannedRun([lib, app, other]), releases, new Map())
    expect([...failed.keys()]).toEqual(['charts/other'])
  })

  it('looks again where no git tag decides, and reports a version that another run overwrote', async () => {
    const digest = digestOf('of another run')
    const target = aTarget(undefined, { find: async () => ({ state: 'present', digest, signed: 'none' }) })
    const { paths, failed, visible } = await promoted([target], '')
    expect(paths).toEqual([])
    expect(failed.get('charts/lib')?.code).toBe('TAG_OVERWRITTEN')
    expect(visible.size).toBe(0)
  })
})
