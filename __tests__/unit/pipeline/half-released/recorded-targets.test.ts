import { expect, it } from '@jest/globals'
import { withRecordedTargets } from '../../../../src/pipeline/half-released/recorded-targets.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { aChart, aDecision } from '../../../support/values/pipeline.ts'

const sighting = (address: string, follows?: true) =>
  ({ target: { address, ...(follows && { follows }) }, presence: { state: 'absent' }, evidence: {} }) as never
const registry = sighting('oci://a.example/charts')
const other = sighting('oci://b.example/charts')
const releases = sighting('releases://acme/charts', true)
const record = (version: string) =>
  ({ release: { name: 'app', version }, sightings: [registry, other, releases] }) as never

const planned = (action: ChartDecision['action']) =>
  aDecision(aChart('app'), { action, version: '1.0.1', sightings: [registry] })
const targets = (decisions: readonly ChartDecision[]) =>
  decisions.flatMap(({ sightings }) => sightings.map(({ target }) => target.address))

it('a planned version gets the targets that only follow, if a run that died meant it to', () => {
  const decisions = [planned('publish')]
  expect(targets(withRecordedTargets(decisions, [record('1.0.1'), record('1.0.1')]))).toEqual([
    'oci://a.example/charts',
    'releases://acme/charts',
  ])
})

it.each([
  ['of another version', planned('publish'), [record('1.0.0')]],
  ['of a version that is left', planned('leave'), [record('1.0.1')]],
  ['that is not there', planned('bump'), []],
])('nothing comes of a record %s', (_, decision, checked) => {
  expect(targets(withRecordedTargets([decision], checked))).toEqual(['oci://a.example/charts'])
})
