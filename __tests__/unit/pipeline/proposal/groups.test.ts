import { describe, expect, it } from '@jest/globals'
import type { ChartSource } from '../../../../src/chart/source/source.ts'
import { groupsOf } from '../../../../src/pipeline/proposal/groups.ts'
import { aChart, aDecision, sourcesOf } from '../../../support/values/pipeline.ts'

function groups(pullRequests: 'one' | 'per-chart', all: readonly ChartSource[], proposed = all) {
  const run = { settings: { pullRequests }, facts: { refName: 'release/1.x' } } as never
  const found = groupsOf(
    run,
    sourcesOf(...all).charts,
    proposed.map((chart) => aDecision(chart)),
  )
  return Object.fromEntries(
    found.map(({ branch, releases }) => [branch, releases.map(({ chart }) => chart.manifest.name)]),
  )
}

const [lib, web, api, db] = [aChart('lib'), aChart('web', ['lib']), aChart('api', ['lib']), aChart('db')]

describe('charts that are proposed', () => {
  it('go into one pull request', () => {
    expect(groups('one', [lib, web, db])).toEqual({ 'release-charts/release/1.x': ['lib', 'web', 'db'] })
    expect(groups('one', [])).toEqual({})
  })

  it('go into one each, unless one depends on another', () => {
    expect(groups('per-chart', [db, web, api, lib])).toEqual({
      'release-chart/release/1.x/db': ['db'],
      'release-chart/release/1.x/lib': ['web', 'api', 'lib'],
    })
  })

  it('stay apart if what they depend on is not proposed', () => {
    expect(groups('per-chart', [lib, web, api], [web, api])).toEqual({
      'release-chart/release/1.x/web': ['web'],
      'release-chart/release/1.x/api': ['api'],
    })
  })

  it('stay together if what is between them is not proposed', () => {
    const top = aChart('top', ['web'])
    expect(groups('per-chart', [lib, web, top], [lib, top])).toEqual({
      'release-chart/release/1.x/lib': ['lib', 'top'],
    })
  })

  it('have branches that git takes, whatever they are called', () => {
    expect(Object.keys(groups('per-chart', [aChart('a.lock')]))).toEqual([
      expect.stringMatching(/^release-chart\/release\/1\.x\/chart-[0-9a-f]{16}$/),
    ])
  })
})
