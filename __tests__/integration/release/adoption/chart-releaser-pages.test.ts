import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { errorsIn, planOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aConsumer } from '../../../support/helm/consumer.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { startBranchServer } from '../../../support/servers/branch-server.ts'

const BRANCH = 'site/charts'
const PAGES = `refs/heads/${BRANCH}`

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

/** Nothing but cr.yaml says where to publish to. */
async function openWorld(crYaml: string): Promise<void> {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), ...aChart('db', '2.0.0'), 'cr.yaml': `pages-branch: ${BRANCH}\n${crYaml}` },
    github: {},
    run: { entry: 'source', depth: 1, inputs: { targets: '' }, token: 'ghs_test' },
  })
}

const release = () => world.release({ env: { GITHUB_SERVER_URL: world.github.webUrl } })
const files = async () => (await git(world.repository.origin, ['ls-tree', '-r', '--name-only', PAGES])).split('\n')

interface Entry {
  readonly version: string
  readonly urls: readonly string[]
}

async function entries(): Promise<Readonly<Record<string, readonly Entry[]>>> {
  return (parse(await world.repository.remoteFile('index.yaml', PAGES)) as { entries: Record<string, Entry[]> }).entries
}

/** Adds the repository as it is served and pulls these versions. */
async function pulledBy(major: 3 | 4, ...versions: readonly string[]): Promise<readonly string[]> {
  await using server = await startBranchServer(world.repository.origin, BRANCH)
  const { helm, sh } = await aConsumer(world.repository.root, major)
  await helm('repo', 'add', 'acme', server.url)
  for (const version of versions) {
    const [name = '', number = ''] = version.split(' ')
    await helm('pull', `acme/${name}`, '--version', number)
  }
  return (await sh('ls *.tgz')).trim().split('\n')
}

describe('a repository whose cr.yaml names a branch, and whose step says nothing', () => {
  it('goes on with releases of GitHub and an index on that branch, which both Helms read', async () => {
    await openWorld('')
    const first = await release()
    expect([errorsIn(first), resultsOf(first)]).toEqual([[], ['app 1.0.0 released', 'db 2.0.0 released']])
    expect(planOf(first).settings.targets).toMatchObject({ source: 'chart-releaser' })
    expect(await files()).toEqual(['index.yaml'])
    expect((await entries()).app?.[0]?.urls).toEqual([
      `${world.github.webUrl}/acme/charts/releases/download/app-1.0.0/app-1.0.0.tgz`,
    ])
    expect(world.registry.requests).toEqual([])
    expect(await pulledBy(3, 'app 1.0.0', 'db 2.0.0')).toEqual(['app-1.0.0.tgz', 'db-2.0.0.tgz'])

    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    expect(resultsOf(await release())).toEqual(['app 1.0.0 waiting', 'db 2.0.0 unchanged'])
    await world.repository.commit('chore: app 1.0.1', aChart('app', '1.0.1', 'second'))
    expect(resultsOf(await release())).toEqual(['app 1.0.1 released', 'db 2.0.0 unchanged'])
    expect((await entries()).app?.map(({ version }) => version)).toEqual(['1.0.1', '1.0.0'])
    expect(await pulledBy(4, 'app 1.0.0', 'app 1.0.1')).toEqual(['app-1.0.0.tgz', 'app-1.0.1.tgz'])
    expect(world.github.releases.filter(({ latest }) => latest).map(({ tag }) => tag)).toEqual(['app-1.0.1'])
  })

  it('has no chart as the latest release where `make-release-latest` is false', async () => {
    await openWorld('make-release-latest: false\n')
    const run = await release()
    expect([errorsIn(run), run.annotations.filter(({ level }) => level === 'warning')]).toEqual([[], []])
    expect(world.github.releases.map(({ tag, draft, latest }) => [tag, draft, latest]).sort()).toEqual([
      ['app-1.0.0', false, false],
      ['db-2.0.0', false, false],
    ])
  })

  it('keeps its archives beside the index where `packages-with-index` is true', async () => {
    await openWorld('packages-with-index: true\npages-index-path: stable/index.yaml\n')
    const run = await release()
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released', 'db 2.0.0 released']])
    expect(world.github.releases).toEqual([])
    const beside = ['app-1.0.0.tgz', 'db-2.0.0.tgz'].flatMap((file) =>
      ['', '.provenance.sigstore.json', '.sigstore.json'].map((kind) => `${file}${kind}`),
    )
    expect(await files()).toEqual([...beside, 'index.yaml'].map((file) => `stable/${file}`))
    await using server = await startBranchServer(world.repository.origin, BRANCH)
    for (const major of [3, 4] as const) {
      const { helm } = await aConsumer(world.repository.root, major)
      await helm('repo', 'add', 'acme', `${server.url}/stable`)
      expect(await helm('template', 'acme/app')).toContain('# Source:')
    }
  })
})
