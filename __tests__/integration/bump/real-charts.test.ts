import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { fromBundle } from '../../corpus/history/repository.ts'
import { outcomesOf, planOf, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { onRealCharts } from '../../support/charts/real-charts.ts'
import { type Files, git, type TestRepository } from '../../support/git/repository.ts'
import { realData } from '../../support/places.ts'
import { aWorld, type World } from '../../support/run/world.ts'

/** Needs a chart from the internet. */
const FOREIGN = 'charts/spiffe-step-ssh'
const inputs = { sign: 'none', exclude: FOREIGN }
const names = ['spire', 'spire-crds', 'spire-ha-agent', 'spire-identity-exchange', 'spire-lib', 'spire-nested']

let world: World
/** Four commits that have nothing to do with each other. */
let edits: readonly Files[]

/** A file of the repository with a line more. */
async function longer({ remoteFile }: TestRepository, path: string, line: string): Promise<Files> {
  return { [path]: `${await remoteFile(path)}\n${line}\n` }
}

/** The plan for a copy of the repository with the edits in this order. */
async function planAfter(order: readonly number[]) {
  const copy = await world.repository.copy()
  for (const index of order) await copy.commit(`fix: number ${index}`, edits[index] ?? {})
  const sha = (await copy.remote()) ?? ''
  const run = await world.release({ inputs: { ...inputs, mode: 'plan' }, workspace: await copy.checkout(), sha })
  await copy.remove()
  expect([run.exitCode, run.stderr]).toEqual([0, ''])
  return planOf(run).charts.map(({ name, action, version, reason, findings, follows }) => {
    return { name, action, version, reason, findings, follows: follows.toSorted() }
  })
}

onRealCharts(() => {
  beforeAll(async () => {
    const repository = await fromBundle(`${realData}/monorepo-a.bundle`)
    world = await aWorld({ repository, run: { entry: 'source' } })
    await world.release({ inputs })
    edits = await Promise.all([
      longer(repository, 'charts/spire-crds/README.md', 'More words.'),
      longer(repository, 'charts/spire-lib/templates/_helpers.tpl', '{{- define "spire-lib.of-no-use" -}}{{- end }}'),
      longer(repository, 'charts/spire-ha-agent/values.yaml', 'aValueThatNobodyReads: 1'),
      longer(repository, 'charts/spire-identity-exchange/values.yaml', 'anotherOne: {}'),
    ])
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
  })

  it('any order of independent commits gives one plan', async () => {
    const first = await planAfter([0, 1, 2, 3])
    expect(first.filter(({ action }) => action === 'bump').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['spire-crds', 'spire-lib', 'spire-ha-agent', 'spire-identity-exchange']),
    )
    for (const order of [
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ])
      expect(await planAfter(order)).toEqual(first)
  })

  it('a bump changes versions, constraints and locks, and no other line', async () => {
    for (const edit of edits) await world.repository.commit('fix: one of four', edit)
    const before = await world.repository.remote()
    const run = await world.release({ inputs })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    const diff = await git(world.repository.origin, ['diff', '--unified=0', before ?? '', 'main'])
    const lines = diff.split('\n').filter((line) => /^[+-](?![+-])/.test(line))
    expect(lines.filter((line) => !/^[+-]\s*-?\s*(?:version|digest): \S+$/.test(line))).toEqual([])
    expect(lines.length).toBeGreaterThan(8)
  })

  it('releasing again does nothing, in git or on the registry', async () => {
    const state = async () => [
      await git(world.repository.origin, ['for-each-ref']),
      names.map((name) => versionsOf(world.registry, name)),
    ]
    const before = await state()
    const again = await world.release({ inputs })
    expect(resultsOf(again).every((line) => line.endsWith(' unchanged'))).toBe(true)
    expect(Object.keys(outcomesOf(again)).toSorted()).toEqual(names)
    expect(await state()).toEqual(before)
  })
})
