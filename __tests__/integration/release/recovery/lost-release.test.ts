import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { besideOn } from '../../../contract/pages.harness.ts'
import { digestOf } from '../../../support/charts/packaged-chart.ts'
import { errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

/** Of a run that waits for another one, on a machine of any speed. */
const PATIENCE_MS = 8 * 60_000
const PAGES = 'refs/heads/gh-pages'

let world: World
beforeAll(async () => {
  world = await aWorld({ files: threeCharts, github: {}, run: { entry: 'source', depth: 1 } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const release = (options: RunOptions = {}) =>
  world.release({
    ...options,
    inputs: { targets: 'pages://gh-pages?packages=releases' },
    env: { GITHUB_SERVER_URL: world.github.webUrl },
    token: 'ghs_test',
  })

const shown = () => world.github.releases.map(({ tag, draft }) => `${tag}${draft ? ' as a draft' : ''}`).sort()
const archiveOf = (tag: string) => {
  const release = world.github.releases.find((one) => one.tag === tag)
  return release?.assets.find(({ name }) => name === `${tag}.tgz`)?.content
}

/** What a person does with the button; GitHub leaves the git tag. */
async function deleteRelease(tag: string): Promise<void> {
  const { apiUrl, releases } = world.github
  const { id } = releases.find((one) => one.tag === tag) ?? { id: 0 }
  const headers = { authorization: 'token ghs_test', 'user-agent': 'a person' }
  const { status } = await fetch(`${apiUrl}/repos/acme/charts/releases/${id}`, { method: 'DELETE', headers })
  expect(status).toBe(204)
}

describe('a run for a branch beside which one for the tag of a chart goes from end to end', () => {
  it('leaves one release of each version, and no draft', async () => {
    let tagRun: ReturnType<typeof release> | undefined
    world.github.disturb(async ({ method, path }) => {
      // The first file of the run for the branch waits; the other run finds that one under way.
      if (tagRun || method !== 'POST' || !path.includes('/assets')) return undefined
      const tagged = world.repository.tag('web-1.4.2')
      tagRun = tagged.then(() => release({ event: { name: 'push', ref: 'refs/tags/web-1.4.2' } }))
      await tagRun
      return undefined
    })
    const run = await release({ timeoutMs: PATIENCE_MS })
    const beside = await tagRun
    world.github.disturb(undefined)
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect([beside?.exitCode, beside?.stderr]).toEqual([0, ''])
    expect(shown()).toEqual(['db-2.0.0', 'lib-0.3.0', 'web-1.4.2'])
  })
})

describe('a release that a person deleted', () => {
  it.each(['and its tag', 'and not its tag'])('%s, is restored with the same bytes and signed', async (how) => {
    const before = archiveOf('web-1.4.2')
    const index = await world.repository.remote(PAGES)
    await deleteRelease('web-1.4.2')
    if (how === 'and its tag') await git(world.repository.origin, ['tag', '-d', 'web-1.4.2'])
    const run = await release()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 completed'])
    expect(run.stdout).toContain('1.4.2 is published, but its archive is missing on pages://gh-pages')
    expect(before?.length).toBeGreaterThan(100)
    expect(archiveOf('web-1.4.2')?.equals(before ?? Buffer.alloc(0))).toBe(true)
    expect(shown()).toEqual(['db-2.0.0', 'lib-0.3.0', 'web-1.4.2'])
    expect(await world.repository.remoteTags()).toContain('web-1.4.2')
    // The index listed it all the time.
    expect(await world.repository.remote(PAGES)).toBe(index)
    expect(resultsOf(await release())).toContain('web 1.4.2 unchanged')
  })

  it('whose bytes git does not package any more, is named with the way out, and the other charts go on', async () => {
    const pages = besideOn(world.repository.origin, '')
    const listed = `${pages.read('index.yaml')}`
    const web = digestOf(archiveOf('web-1.4.2') ?? Buffer.alloc(0))
    const other = `sha256:${'f'.repeat(64)}`
    expect(listed).toContain(web.slice('sha256:'.length))
    pages.write('index.yaml', Buffer.from(listed.replace(web.slice('sha256:'.length), 'f'.repeat(64))))
    await deleteRelease('web-1.4.2')
    await world.repository.commit('feat: more', { 'charts/db/values.yaml': 'more: true\n' })
    const run = await release()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toEqual(['db 2.1.0 released', 'lib 0.3.0 unchanged', 'web 1.4.2 failed'])
    expect(errorsOf(run)).toEqual(['INDEX_ARCHIVE_MISSING'])
    expect(run.stdout).toContain(`index.yaml on gh-pages lists web 1.4.2 with ${other}, and its archive is missing at`)
    expect(run.stdout).toContain(`git packages ${web}, so that it can't be restored`)
    expect(archiveOf('web-1.4.2')).toBeUndefined()
  })
})

describe('an archive that somebody replaced', () => {
  it('is never taken for the one that the index lists', async () => {
    const lib = world.github.releases.find(({ tag }) => tag === 'lib-0.3.0')
    if (!lib) throw new Error('lib is not released')
    const foreign = `sha256:${'e'.repeat(64)}`
    lib.assets = lib.assets.map((asset) => (asset.name.endsWith('.tgz') ? { ...asset, digest: foreign } : asset))
    const run = await release()
    expect(resultsOf(run)).toContain('lib 0.3.0 failed')
    expect(errorsOf(run)).toContain('REGISTRY_DIGEST_MISMATCH')
    expect(run.stdout).toContain(`gives ${foreign} for the archive of lib 0.3.0`)
  })
})
