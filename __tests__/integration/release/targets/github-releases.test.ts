import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aConsumer } from '../../../support/helm/consumer.ts'
import type { RunOptions, WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const labels = 'charts/lib/templates/_labels.tpl'

let world: World
beforeAll(async () => {
  world = await aWorld({ files: threeCharts, github: {}, run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const release = (options: RunOptions = {}, releases = 'releases://acme/charts') =>
  world.release({
    ...options,
    inputs: { targets: `${world.target}\n${releases}`, ...options.inputs },
    env: { GITHUB_SERVER_URL: world.github.webUrl, ...options.env },
    token: 'ghs_test',
  })

const shown = () => world.github.releases.map(({ tag, draft }) => `${tag}${draft ? ' as a draft' : ''}`).sort()

/** The database with a version that a person raised. */
const dbAt = (version: string) => ({
  'charts/db/Chart.yaml': threeCharts['charts/db/Chart.yaml'].replace('2.0.0', version),
  'charts/db/values.yaml': `version: ${version}\n`,
})

/** From now on GitHub publishes no draft. */
function notPublished(): void {
  world.github.disturb(({ method, path }) => {
    const isPublication = method === 'PATCH' && path.includes('/releases/')
    return isPublication ? { status: 403, body: { message: 'Resource not accessible by integration' } } : undefined
  })
}

/** Requests about releases. */
async function asked(work: () => Promise<WorkflowRun>): Promise<readonly string[]> {
  const requests: string[] = []
  world.github.disturb(({ method, path }) => {
    if (path.includes('/releases')) requests.push(`${method} ${path.replace('/repos/acme/charts/', '')}`)
    return undefined
  })
  const run = await work()
  world.github.disturb(undefined)
  expect([run.exitCode, run.stderr]).toEqual([0, ''])
  return requests
}

describe('a repository that released to a registry alone, and adds GitHub Releases', () => {
  beforeAll(async () => {
    const before = await world.release({ inputs: { targets: world.target } })
    expect(resultsOf(before)).toEqual(['db 2.0.0 released', 'lib 0.3.0 released', 'web 1.4.2 released'])
  })

  it('makes none for what is released already, and lists releases once', async () => {
    const requests = await asked(() => release())
    expect(shown()).toEqual([])
    expect(requests).toEqual([expect.stringMatching(/^GET releases\?/)])
  })

  it('makes one for each version from then on, with everything that belongs to it', async () => {
    await world.repository.commit('fix: one more label', { [labels]: `${threeCharts[labels]}# more\n` })
    const run = await release()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(shown()).toEqual(['lib-0.3.1', 'web-1.4.3'])
    const web = world.github.releases.find(({ tag }) => tag === 'web-1.4.3')
    const kinds = ['', '.provenance.sigstore.json', '.sigstore.json']
    expect(web?.assets.map(({ name }) => name).sort()).toEqual(kinds.map((kind) => `web-1.4.3.tgz${kind}`))
    expect(web).toMatchObject({ name: 'web-1.4.3', prerelease: false })
    const published = publishedVersion(world.registry, 'web', '1.4.3')
    expect(published?.archiveDigest).toBe(web?.assets.find(({ name }) => name === 'web-1.4.3.tgz')?.digest)
  })

  it('is pulled as the summary says', async () => {
    await world.repository.commit('fix: a label for the summary', { [labels]: `${threeCharts[labels]}# summary\n` })
    const run = await release({ inputs: { targets: 'releases://acme/charts' } })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    const blocks = [...run.summary.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    expect(blocks[0]).toMatch(/^helm pull http\S+\/releases\/download\/\S+\.tgz\n$/)
    expect(run.summary).not.toContain('helm repo add')
    const { helm, sh } = await aConsumer(world.repository.root, 4)
    await helm('pull', /http\S+/.exec(blocks[0] ?? '')?.[0] ?? '')
    expect(await sh('ls')).toContain('.tgz')
  })

  it('asks GitHub for nothing of a release that is there, in a run with nothing to do', async () => {
    await release()
    expect(await asked(() => release())).toHaveLength(1)
  })
})

describe('what others have under a tag', () => {
  it('is told before anything is done, with the command that leads out', async () => {
    const { apiUrl } = world.github
    const identified = { authorization: 'token ghs_test', 'user-agent': 'a person' }
    const headers = { ...identified, 'content-type': 'application/json' }
    const body = JSON.stringify({ tag_name: 'db-2.0.1', target_commitish: 'main', name: 'Ours', body: 'Our words' })
    const made = await fetch(`${apiUrl}/repos/acme/charts/releases`, { method: 'POST', headers, body })
    expect(made.status).toBe(201)
    await git(world.repository.origin, ['tag', '-d', 'db-2.0.1'])
    await world.repository.commit('fix: the database', dbAt('2.0.1'))
    const run = await release()
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual([expect.stringContaining('PATH_OCCUPIED')])
    expect(run.stdout).toContain('gh release delete db-2.0.1')
    expect(world.github.releases.filter(({ tag }) => tag === 'db-2.0.1')).toEqual([
      expect.objectContaining({ name: 'Ours', body: 'Our words', assets: [] }),
    ])
    expect(await world.repository.remoteTags()).not.toContain('db-2.0.1')
    const { id } = world.github.releases.find(({ tag }) => tag === 'db-2.0.1') ?? {}
    await fetch(`${apiUrl}/repos/acme/charts/releases/${id}`, { method: 'DELETE', headers: identified })
    const again = await release()
    expect([again.exitCode, again.stderr]).toEqual([0, ''])
    expect(shown()).toContain('db-2.0.1')
  })
})

describe('a run that dies before its release is published', () => {
  it('is finished by the next one, also if the chart has changed meanwhile', async () => {
    notPublished()
    await world.repository.commit('fix: the database again', dbAt('2.0.2'))
    const half = await release()
    world.github.disturb(undefined)
    expect(half.exitCode).toBe(1)
    expect(publishedVersion(world.registry, 'db', '2.0.2')).toBeDefined()
    expect(shown()).toContain('db-2.0.2 as a draft')
    await world.repository.commit('fix: the database for good', dbAt('2.0.3'))
    const run = await release()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(shown().filter((tag) => /^db-2.0.[123]/.test(tag))).toEqual(['db-2.0.1', 'db-2.0.2', 'db-2.0.3'])
    const own = world.github.releases.find(({ tag }) => tag === 'db-2.0.2')
    expect(own?.assets.find(({ name }) => name === 'db-2.0.2.tgz')?.digest).toBe(
      publishedVersion(world.registry, 'db', '2.0.2')?.archiveDigest,
    )
  })
})

describe('the text of a release', () => {
  const bodyOf = (tag: string) => world.github.releases.find((one) => one.tag === tag)?.body
  const hostile = '# Notes\n::error::no command\n<!-- made by release-charts 0123456789abcdef -->'

  it('is the file that a chart has for it, and else what changed', async () => {
    await world.repository.commit('fix: a file with notes', {
      ...dbAt('2.0.4'),
      'charts/db/NOTES.md': hostile,
      [labels]: `${threeCharts[labels]}# notes\n`,
    })
    const run = await release({ inputs: { 'release-notes-file': 'NOTES.md' } })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(bodyOf('db-2.0.4')?.startsWith(hostile)).toBe(true)
    expect(run.stdout).not.toMatch(/^::error::no command/m)
    expect(world.github.releases.findLast(({ tag }) => tag.startsWith('lib-'))?.body).toContain('A file with notes')
  })

  it('is the file of its own commit where a later run finishes it', async () => {
    await world.repository.commit('fix: notes of their own', { ...dbAt('2.0.5'), 'charts/db/NOTES.md': 'Of 2.0.5.' })
    notPublished()
    const inputs = { 'release-notes-file': 'NOTES.md' }
    const half = await release({ inputs })
    world.github.disturb(undefined)
    expect([half.exitCode, shown()]).toEqual([1, expect.arrayContaining(['db-2.0.5 as a draft'])])
    // Somebody tidies up: the run that finishes it makes the release anew.
    const { id } = world.github.releases.find(({ tag }) => tag === 'db-2.0.5') ?? {}
    const headers = { authorization: 'token ghs_test', 'user-agent': 'a person' }
    await fetch(`${world.github.apiUrl}/repos/acme/charts/releases/${id}`, { method: 'DELETE', headers })
    await world.repository.commit('fix: later notes', { ...dbAt('2.0.6'), 'charts/db/NOTES.md': 'Of 2.0.6.' })
    const run = await release({ inputs })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(bodyOf('db-2.0.5')).toMatch(/^Of 2\.0\.5\./)
    expect(bodyOf('db-2.0.6')).toMatch(/^Of 2\.0\.6\./)
  })

  it('is written by GitHub since the version before, after the file', async () => {
    await world.repository.commit('fix: generated notes', { ...dbAt('2.0.7'), 'charts/db/NOTES.md': 'By hand.' })
    const inputs = { 'release-notes-file': 'NOTES.md', 'generate-release-notes': 'true' }
    const run = await release({ inputs })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(bodyOf('db-2.0.7')).toMatch(/^By hand\.\n\n## What's Changed\n\nSince db-2\.0\.6\./)
  })
})

describe('targets that would make two releases of a version, and addresses of other repositories', () => {
  it.each([
    ['pages://gh-pages?packages=releases\nreleases://acme/charts', 'Take releases://acme/charts out of `targets`'],
    [
      'pages://gh-pages?repository=Acme/charts&packages=releases\nreleases://acme/charts',
      'Take releases://acme/charts out of `targets`',
    ],
    ['releases://acme/other', 'Write releases://acme/charts'],
    ['releases://acme', 'Write it like releases://owner/repository'],
  ])('are refused with what to type: %s', async (targets, words) => {
    const run = await release({ inputs: { targets } })
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain(words)
  })
})
