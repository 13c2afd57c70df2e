import { describe, expect, it } from '@jest/globals'
import { divide, proposes } from '../../../../src/pipeline/proposal/proposal.ts'
import { aChart, aDecision, aPlannedRun } from '../../../support/values/pipeline.ts'

const runWith = (commit: 'push' | 'pull-request' | 'none', refType: 'branch' | 'tag' = 'branch') => ({
  settings: { commit } as never,
  facts: { refType } as never,
})

describe('a run proposes its bumps', () => {
  it.each([
    ['pull-request', 'branch', true],
    ['pull-request', 'tag', false],
    ['push', 'branch', false],
    ['none', 'branch', false],
  ] as const)('with `commit: %s` on a %s: %s', (commit, refType, expected) => {
    expect(proposes(runWith(commit, refType))).toBe(expected)
  })
})

describe('dividing releases', () => {
  const [lib, app, other] = [aChart('lib'), aChart('app', ['lib']), aChart('other')]
  const releases = [
    aDecision(lib, { action: 'bump', version: '1.0.1', edits: { version: '1.0.1' } }),
    aDecision(app),
    aDecision(other),
  ]
  const pathsOf = (decisions: typeof releases) => decisions.map(({ chart }) => chart.path)

  it('makes a chart wait whose version has to be merged first, and its dependents', () => {
    const { direct, proposed } = divide(runWith('pull-request'), aPlannedRun([lib, app, other]), releases)
    expect(pathsOf([...proposed])).toEqual(['charts/lib', 'charts/app'])
    expect(pathsOf([...direct])).toEqual(['charts/other'])
  })

  it('makes nothing wait if bumps are pushed', () => {
    expect(divide(runWith('push'), aPlannedRun([lib, app, other]), releases)).toEqual({
      direct: releases,
      proposed: [],
    })
  })
})
