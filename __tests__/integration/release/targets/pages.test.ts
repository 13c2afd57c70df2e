import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { generateKey } from 'openpgp'
import { parse } from 'yaml'
import { errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aConsumer } from '../../../support/helm/consumer.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { startBranchServer } from '../../../support/servers/branch-server.ts'
import type { StaticServer } from '../../../support/servers/static-server.ts'

const PAGES = 'refs/heads/gh-pages'

async function files(world: World): Promise<readonly string[]> {
  return (await git(world.repository.origin, ['ls-tree', '-r', '--name-only', PAGES])).split('\n')
}

interface Entry {
  readonly version: string
  readonly urls: readonly string[]
}

async function entriesOf(world: World): Promise<Readonly<Record<string, readonly Entry[]>>> {
  const index = parse(await world.repository.remoteFile('index.yaml', PAGES)) as { entries: Record<string, Entry[]> }
  return index.entries
}

describe('a release to a branch for GitHub Pages', () => {
  let world: World
  let server: StaticServer
  let run: WorkflowRun
  let inputs: Readonly<Record<string, string>>

  beforeAll(async () => {
    world = await aWorld({ files: threeCharts, run: { entry: 'source', depth: 1 } })
    server = await startBranchServer(world.repository.origin, 'gh-pages')
    const { privateKey } = await generateKey({
      type: 'rsa',
      rsaBits: 2048,
      userIDs: [{ name: 'Acme Charts' }],
      date: new Date('2025-06-01'),
      format: 'armored',
    })
    inputs = { targets: `pages://gh-pages?url=${server.url}\n${world.target}`, 'gpg-private-key': privateKey }
    run = await world.release({ inputs })
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await world[Symbol.asyncDispose]()
  })

  it('puts archives, provenance, signatures and the index there with one commit, and nothing else', async () => {
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(await git(world.repository.origin, ['rev-list', '--count', PAGES])).toBe('1')
    const archives = (await files(world)).filter((file) => file.endsWith('.tgz'))
    expect(archives.length).toBeGreaterThan(1)
    const kinds = ['', '.prov', '.sigstore.json', '.provenance.sigstore.json']
    const beside = archives.flatMap((file) => kinds.map((kind) => `${file}${kind}`))
    expect(await files(world)).toEqual([...beside, 'index.yaml', 'pubkey.asc', 'pubkey.gpg'].sort())
    expect(await git(world.repository.origin, ['for-each-ref', 'refs/release-charts'])).toBe('')
  })

  it.each([3, 4] as const)('is what Helm %i adds, finds, pulls and verifies', async (major) => {
    const { helm, sh } = await aConsumer(world.repository.root, major)
    await helm('repo', 'add', 'acme', server.url)
    const listed = await helm('search', 'repo', 'acme/', '--versions')
    const entries = await entriesOf(world)
    for (const [name, [entry]] of Object.entries(entries)) {
      expect(listed).toMatch(new RegExp(`acme/${name}\\s+${entry?.version.replaceAll('.', '\\.')}`))
    }
    const [name = ''] = Object.keys(entries)
    await sh(`curl -fsSL -o pubkey.gpg ${server.url}/pubkey.gpg`)
    const pulled = await helm('pull', `acme/${name}`, '--verify', '--keyring', 'pubkey.gpg')
    expect(pulled).toMatch(/Signed by:.*Acme Charts/s)
    expect(await helm('template', `acme/${name}`)).toContain('# Source:')
  })

  it('prints lines in the summary that work as they stand', async () => {
    const blocks = [...run.summary.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    const [pull = '', verify = '', add = ''] = blocks
    expect(add).toContain('helm repo add ')
    expect(pull).toContain(`--repo ${server.url}`)
    expect(pull).toContain('--verify --keyring pubkey.gpg')
    expect(verify).toContain('cosign verify-blob')
    const { sh } = await aConsumer(world.repository.root, 4)
    const helm = `helm() { ${await helmPath(4)} "$@"; }\n`
    expect(await sh(`${helm}${pull}`)).toMatch(/Signed by:/)
    // Also where it was added before.
    expect(await sh(`${helm}${add}${add}`)).toMatch(/^version: /m)
    // What is beside cosign's own part: both files come under the names that it is given.
    expect(await sh(`cosign() { cat "$2" > /dev/null && cat "$4"; }\n${verify}`)).toContain('mediaType')
  })

  it('gives the same bytes as the registry', async () => {
    const [chart] = (JSON.parse(run.outputs.charts ?? '{}') as { charts: { references: object[] }[] }).charts
    expect(chart?.references).toEqual([
      expect.objectContaining({ repository: server.url, reference: expect.stringContaining(`${server.url}/`) }),
      expect.objectContaining({ pinned: expect.stringMatching(/@sha256:[0-9a-f]{64}$/) }),
    ])
    expect(chart?.references[0]).not.toHaveProperty('pinned')
    const { helm, sh } = await aConsumer(world.repository.root, 4)
    await sh('mkdir pages oci')
    const [name = '', [entry] = []] = Object.entries(await entriesOf(world))[0] ?? []
    await helm('pull', name, '--repo', server.url, '--version', entry?.version ?? '', '-d', 'pages')
    await helm('pull', `${world.target}/${name}`, '--version', entry?.version ?? '', '--plain-http', '-d', 'oci')
    expect(await sh('diff -r pages oci && echo equal')).toBe('equal\n')
  })

  it('does nothing the second time', async () => {
    const before = await world.repository.remote(PAGES)
    const again = await world.release({ inputs })
    expect([again.exitCode, again.outputs.released]).toEqual([0, 'false'])
    expect(await world.repository.remote(PAGES)).toBe(before)
  })

  it('keeps what people put there, and adds the next version', async () => {
    const person = world.repository
    await person.git('fetch', '--quiet', 'origin', 'gh-pages')
    await person.git('switch', '--quiet', 'gh-pages')
    await person.write({ CNAME: 'charts.example.com\n' })
    await person.git('add', '.')
    await person.git('commit', '--quiet', '-m', 'docs: where it is')
    await person.git('push', '--quiet', 'origin', 'gh-pages')
    await person.git('switch', '--quiet', person.branch)
    const before = await entriesOf(world)
    await person.commit('feat: more', { 'charts/db/values.yaml': 'more: true\n' })
    const next = await world.release({ inputs })
    expect([next.exitCode, next.outputs.released]).toEqual([0, 'true'])
    expect(await person.remoteFile('CNAME', PAGES)).toBe('charts.example.com')
    const after = await entriesOf(world)
    const count = (entries: typeof after) => Object.values(entries).flat().length
    expect(count(after)).toBeGreaterThan(count(before))
    for (const [name, entries] of Object.entries(before))
      expect(after[name]).toEqual(expect.arrayContaining([...entries]))
  })
})

describe('a release to GitHub Releases with an index on a branch', () => {
  let world: World
  let run: WorkflowRun

  const again = () =>
    world.release({
      inputs: { targets: 'pages://gh-pages?packages=releases' },
      env: { GITHUB_SERVER_URL: world.github.webUrl },
      token: 'ghs_test',
    })

  beforeAll(async () => {
    const settings = { immutableReleases: true }
    world = await aWorld({ files: threeCharts, github: { settings }, run: { entry: 'source', depth: 1 } })
    run = await again()
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
  })

  it('publishes a release of each chart, with its signature, under the tag that claims the version', async () => {
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    const tags = await world.repository.remoteTags()
    expect(world.github.releases.map(({ tag, draft }) => `${tag} ${draft}`).sort()).toEqual(
      tags.map((tag) => `${tag} false`).sort(),
    )
    for (const { tag, assets } of world.github.releases)
      expect(assets.map(({ name }) => name).sort()).toEqual(
        ['', '.provenance.sigstore.json', '.sigstore.json'].map((kind) => `${tag}.tgz${kind}`),
      )
    expect(await files(world)).toEqual(['index.yaml'])
  })

  it.each([3, 4] as const)('is what Helm %i finds by the index and pulls from the release', async (major) => {
    const server = await startBranchServer(world.repository.origin, 'gh-pages')
    const { helm } = await aConsumer(world.repository.root, major)
    await helm('repo', 'add', 'acme', server.url)
    for (const [name, [entry]] of Object.entries(await entriesOf(world))) {
      expect(entry?.urls[0]).toContain('/releases/download/')
      await helm('pull', `acme/${name}`, '--version', entry?.version ?? '')
    }
    await server[Symbol.asyncDispose]()
  })

  it('says what to do where a signature is missing, which an immutable release can never get', async () => {
    const web = world.github.releases.find(({ tag }) => tag.startsWith('web-'))
    if (!web) throw new Error('web is not released')
    web.assets = web.assets.filter(({ name }) => !name.endsWith('.sigstore.json'))
    await world.repository.commit('feat: more', { 'charts/db/values.yaml': 'more: true\n' })
    const next = await again()
    expect(resultsOf(next).filter((result) => !result.endsWith('unchanged'))).toEqual([
      expect.stringMatching(/^db \S+ released$/),
      'web 1.4.2 failed',
    ])
    expect(errorsOf(next)).toEqual(['GITHUB_RELEASE_IMMUTABLE'])
    const problem = `The release web-1.4.2 is immutable and was published without its signature (web-1.4.2.tgz.sigstore.json), and GitHub takes no more files for it.`
    expect(next.stdout).toContain(problem)
    expect(next.stdout).toMatch(/Set `version` in the Chart.yaml of web higher than 1\.4\.2/)
    expect(web.assets.map(({ name }) => name)).toEqual(['web-1.4.2.tgz'])

    const chart = await world.repository.remoteFile('charts/web/Chart.yaml')
    await world.repository.commit('fix: web anew', {
      'charts/web/Chart.yaml': `${chart.replace(/^version: .*$/m, 'version: 1.4.3')}\n`,
    })
    const last = await again()
    expect(resultsOf(last)).toContain('web 1.4.3 released')
    expect(last.exitCode).toBe(0)
  })
})
