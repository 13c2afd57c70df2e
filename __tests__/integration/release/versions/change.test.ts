import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  outcomesOf,
  planOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { watchPushes } from '../../../support/git/watch.ts'
import { runHelm } from '../../../support/helm/run-helm.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let pushes: () => Promise<readonly string[]>

beforeAll(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source' } })
  await world.release()
  pushes = await watchPushes(world.repository)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** What origin's newest commit changed, without context. */
async function changedLines(): Promise<readonly string[]> {
  const diff = await git(world.repository.origin, ['show', '--format=', '--unified=0', 'main'])
  return diff.split('\n').filter((line) => /^(?:[+-]|diff)/.test(line) && !/^(?:---|\+\+\+) /.test(line))
}

describe('a change of the template of a library', () => {
  let run: WorkflowRun
  let changed: string

  beforeAll(async () => {
    changed = await world.repository.commit('fix: one more label', {
      'charts/lib/templates/_labels.tpl': `${threeCharts['charts/lib/templates/_labels.tpl']}# more\n`,
    })
    run = await world.release()
  })

  it('releases exactly the library and its dependent', () => {
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(versionsOf(world.registry, 'lib')).toEqual(['0.3.0', '0.3.1'])
    expect(versionsOf(world.registry, 'web')).toEqual(['1.4.2', '1.4.3'])
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })

  it('says why', () => {
    const { charts } = planOf(run)
    expect(charts.find(({ name }) => name === 'lib')).toMatchObject({
      action: 'bump',
      currentVersion: '0.3.0',
      bump: { level: 'patch', source: 'default' },
    })
    expect(outcomesOf(run).lib?.reason).toMatch(/0\.3\.0.*next free patch version is 0\.3\.1/)
    expect(charts.find(({ name }) => name === 'web')?.follows).toEqual(['lib'])
  })

  it('writes versions, constraint and lock, and nothing else, in one commit on top', async () => {
    const lock = /^digest: (.*)$/m.exec(await world.repository.remoteFile('charts/web/Chart.lock'))?.[1]
    expect(await changedLines()).toEqual([
      'diff --git a/charts/lib/Chart.yaml b/charts/lib/Chart.yaml',
      '-version: 0.3.0',
      '+version: 0.3.1',
      'diff --git a/charts/web/Chart.lock b/charts/web/Chart.lock',
      '-  version: 0.3.0',
      '-digest: sha256:458275e3f76dfd365e56a2d60abf3f71b6554abe1a0cd55b09c5840780e879f3',
      '+  version: 0.3.1',
      `+digest: ${lock}`,
      'diff --git a/charts/web/Chart.yaml b/charts/web/Chart.yaml',
      '-version: 1.4.2 # the docs name it, too',
      '+version: 1.4.3 # the docs name it, too',
      '-    version: 0.3.0',
      '+    version: 0.3.1',
    ])
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(changed)
    expect(await pushes()).toEqual(['refs/heads/main', 'refs/heads/main', 'refs/tags/lib-0.3.1', 'refs/tags/web-1.4.3'])
  })

  it('leaves a lock that Helm finds in step', async () => {
    const workspace = await world.repository.checkout()
    // It fails where constraint, lock and digest don't belong together.
    expect(await runHelm(world, workspace, ['dependency', 'build', 'charts/web'])).toMatch(/Saving 1 charts/)
  })

  it('commits as the bot, with a short subject and a trailer', async () => {
    const show = (format: string) => git(world.repository.origin, ['show', '--no-patch', `--format=${format}`, 'main'])
    expect(await show('%an <%ae> %cn')).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> github-actions[bot]',
    )
    const subject = await show('%s')
    expect(subject).toBe('chore(release): lib 0.3.1, web 1.4.3')
    expect(await show('%(trailers:key=Release-Charts,valueonly)')).toMatch(/^bump/)
  })

  it('packages from the bump commit', async () => {
    const bump = await world.repository.remote()
    const web = publishedVersion(world.registry, 'web', '1.4.3')
    expect(web?.annotations['org.opencontainers.image.revision']).toBe(bump)
    expect(web?.files['Chart.yaml']).toMatch(/version: 0\.3\.1/)
    expect(web?.files['charts/lib/templates/_labels.tpl']).toContain('# more')
    expect(web?.files['charts/lib/Chart.yaml']).toContain('version: 0.3.1')
    for (const tag of ['lib-0.3.1', 'web-1.4.3']) expect(await world.repository.remote(`refs/tags/${tag}`)).toBe(bump)
  })

  it('is done: the run of the bump commit has nothing to do', async () => {
    const from = world.registry.requests.length
    const again = await world.release()
    expect(resultsOf(again)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
  })
})

describe('a change that is no release', () => {
  const changes = {
    'a file that .helmignore names': { 'charts/web/README.md': '# Web\n' },
    'a file outside the charts': { 'README.md': '# Charts\n' },
    'a comment on the line of the version': {
      'charts/db/Chart.yaml': threeCharts['charts/db/Chart.yaml'].replace('2.0.0', '2.0.0 # stable'),
    },
  }

  it.each(Object.entries(changes))('is %s', async (what, files) => {
    await world.repository.commit(`docs: ${what}`, files)
    const [from, pushed] = [world.registry.requests.length, (await pushes()).length]
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect((await pushes()).length).toBe(pushed)
  })
})

describe('an appVersion that was changed by hand', () => {
  it('is released, and the comment on the version line stays', async () => {
    const changed = (await world.repository.remoteFile('charts/db/Chart.yaml')).replace('"16"', '"17"')
    await world.repository.commit('feat: a newer database', { 'charts/db/Chart.yaml': `${changed}\n` })
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.1.0 released', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect(outcomesOf(run).db).toMatchObject({ previousVersion: '2.0.0', appVersion: '17' })
    expect(await changedLines()).toEqual([
      'diff --git a/charts/db/Chart.yaml b/charts/db/Chart.yaml',
      '-version: 2.0.0 # stable',
      '+version: 2.1.0 # stable',
    ])
    expect(publishedVersion(world.registry, 'db', '2.1.0')?.files['Chart.yaml']).toContain('appVersion: "17"')
  })
})
