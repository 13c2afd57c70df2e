import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, planOf, resultsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate } from '../../support/charts/three-charts.ts'
import type { Files } from '../../support/git/repository.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...aChart('web', '1.0.0'),
      'charts/web/.helmignore': 'README.md\n',
      ...aChart('db', '1.0.0'),
    },
    run: { entry: 'source', inputs: { bump: 'conventional' } },
  })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const template = (name: string) => `charts/${name}/templates/configmap.yaml`
const both = (text: string): Files => ({ [template('web')]: aTemplate(text), [template('db')]: aTemplate(text) })

describe('bump: conventional', () => {
  it('goes by the commits since the release that touch the chart, and says which', async () => {
    await world.repository.commit('fix: a typo', { [template('web')]: aTemplate('second') })
    await world.repository.commit('feat: a table', { [template('db')]: aTemplate('second') })
    await world.repository.commit('feat!: everything else', { 'README.md': '# Charts\n' })
    await world.repository.commit('feat!: explain', { 'charts/web/README.md': '# Web\n' })
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 1.1.0 released', 'web 1.0.1 released'])
    expect(outcomesOf(run).db?.reason).toMatch(/^new: commit [0-9a-f]{12} says "feat: a table"; its content changed/)
    expect(planOf(run).charts.find(({ name }) => name === 'db')).toMatchObject({
      bump: { setting: 'conventional', source: 'input', level: 'minor' },
      findings: [{ kind: 'commits', level: 'minor', rule: 'commits/feat' }],
    })
  })

  it('goes by scopes where one commit touches several charts', async () => {
    await world.repository.commit('feat(db)!: another engine', both('third'))
    expect(resultsOf(await world.release())).toEqual(['db 2.0.0 released', 'web 1.0.2 released'])
  })

  it('looks into merged branches, also from a shallow clone', async () => {
    const { git, write } = world.repository
    await git('checkout', '--quiet', '-b', 'topic')
    await write(both('fourth'))
    await git('commit', '--quiet', '--all', '--message', 'feat: a port')
    await git('checkout', '--quiet', 'main')
    await git('pull', '--quiet', '--ff-only', 'origin', 'main')
    await git('merge', '--quiet', '--no-ff', '--message', 'Merge pull request #7 from acme/topic', 'topic')
    await git('push', '--quiet', 'origin', 'main')
    expect(resultsOf(await world.release({ depth: 1 }))).toEqual(['db 2.1.0 released', 'web 1.1.0 released'])
  })

  it('does not count what was taken back within the range', async () => {
    const commit = await world.repository.commit('feat!: another port', both('fifth'))
    await world.repository.commit(`Revert "feat!: another port"\n\nThis reverts commit ${commit}.`, both('fourth'))
    await world.repository.commit('fix: a typo', both('sixth'))
    expect(resultsOf(await world.release())).toEqual(['db 2.1.1 released', 'web 1.1.1 released'])
  })

  it('hears what a commit says that only calls itself a bump, as a squash of a branch with one does', async () => {
    await world.repository.commit('feat!: another port\n\nRelease-Charts: bump', {
      [template('web')]: aTemplate('7th'),
    })
    const squashed = 'chore(release): db 2.1.2 (#9)\n\n* feat!: another engine\n\nRelease-Charts: bump'
    await world.repository.commit(squashed, { [template('db')]: aTemplate('7th') })
    expect(resultsOf(await world.release())).toEqual(['db 3.0.0 released', 'web 2.0.0 released'])
  })
})
