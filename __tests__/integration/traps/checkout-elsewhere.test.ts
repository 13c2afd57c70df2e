import { mkdtemp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { changesIn, errorsOf, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aFakeSsh } from '../../support/git/fake-ssh.ts'
import { aRepository, git, type TestRepository } from '../../support/git/repository.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
let theirs: TestRepository
let workspace: string
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', inputs: { sign: 'none' } } })
  theirs = await aRepository({ files: aChart('theirs', '1.0.0') })
  workspace = await mkdtemp(join(world.repository.root, 'workspace-'))
  await rename(await world.repository.checkout(), join(workspace, 'own'))
})
afterEach(async () => {
  await theirs.remove()
  await world[Symbol.asyncDispose]()
})

/** As actions/checkout with `repository: acme/theirs` and an ssh key leaves it: another origin on the same server. */
async function checkOut(of: TestRepository, path: string) {
  const ssh = await aFakeSsh(of)
  await rename(await of.checkout(), join(workspace, path))
  await git(join(workspace, path), ['remote', 'set-url', 'origin', 'git@github.com:acme/theirs.git'])
  await git(join(workspace, path), ['config', 'core.sshCommand', ssh.command])
}

it.each(['release', 'plan'])('with mode: %s nothing is done with charts of another repository', async (mode) => {
  await checkOut(theirs, 'theirs')
  const run = await world.release({ workspace, inputs: { path: 'theirs', mode } })
  expect([run.exitCode, errorsOf(run)]).toEqual([1, ['CHECKOUT_ELSEWHERE']])
  expect(run.summary).toContain('Run the workflow in the repository that has the charts.')
  expect([await theirs.remoteTags(), await world.repository.remoteTags(), changesIn(world.registry)]).toEqual([
    [],
    [],
    [],
  ])
})

it('a copy of this repository elsewhere is not pushed to, though it is at the commit of the run', async () => {
  await world.repository.commit('fix: a change', aChart('app', '1.0.0', 'second'))
  const copy = await world.repository.copy()
  await checkOut(copy, 'copy')
  const run = await world.release({ workspace, inputs: { path: 'copy' } })
  expect(errorsOf(run)).toEqual(['CHECKOUT_ELSEWHERE'])
  expect(await copy.remoteTags()).toEqual([])
  await copy.remove()
})

it('the checkout of the own repository beside it is released', async () => {
  await checkOut(theirs, 'theirs')
  expect(resultsOf(await world.release({ workspace, inputs: { path: 'own' } }))).toEqual(['app 1.0.0 released'])
})
