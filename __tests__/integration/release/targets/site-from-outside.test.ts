import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { fileOnBranch } from '../../../support/servers/branch-server.ts'
import { type StaticServer, startStaticServer } from '../../../support/servers/static-server.ts'

let world: World
let site: StaticServer
let asked: string[]
/** What the site makes of a file. */
let shows: (path: string, content: Uint8Array) => Uint8Array

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0', 'first'), run: { entry: 'source' } })
  site = await startStaticServer(async (path) => {
    asked.push(path)
    return shows(path, await fileOnBranch(world.repository.origin, 'gh-pages', path))
  })
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})
beforeEach(() => {
  asked = []
  shows = (_, content) => content
})

let count = 0
async function release(target: string) {
  count += 1
  await world.repository.commit('fix: app', aChart('app', '1.0.0', `change ${count}`))
  return world.release({ inputs: { targets: target } })
}

describe('a site, after a release', () => {
  it('is read as anybody reads it', async () => {
    const run = await release(`pages://gh-pages?url=${site.url}`)
    expect([run.exitCode, run.annotations.map(({ message }) => message)]).toEqual([0, ['1 chart released.']])
    expect(asked).toContain('index.yaml')
    expect(asked.filter((path) => path.endsWith('.tgz'))).toHaveLength(1)
    expect(run.summary).not.toContain('Worth knowing')
  })

  it('fails the run if it shows other bytes, which stay released', async () => {
    shows = (path, content) => (path.endsWith('.tgz') ? Buffer.from('something else') : content)
    const run = await release(`pages://gh-pages?url=${site.url}`)
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['OUTSIDE_DIFFERS']])
    expect(resultsOf(run)).toEqual([expect.stringMatching(/^app .* released$/)])
  })

  it('is a line of the summary if nobody answers there', async () => {
    const run = await release('pages://gh-pages?url=http://127.0.0.1:9')
    expect(run.exitCode).toBe(0)
    expect(run.summary).toMatch(/Worth knowing\n+- The release is out, and could not be looked at from outside/)
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice', 'notice'])
  })

  it('is not looked for where a later step publishes it', async () => {
    const run = await release('dir:public?url=https://charts.example.com')
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toContain('dir:public?url=https://charts.example.com is not looked at')
    expect(run.summary).not.toContain('Worth knowing')
  })
})
