import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { resultsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
let api: Server
const asked: string[] = []

beforeAll(async () => {
  world = await aWorld({ files: aChart('db', '2.0.0'), run: { entry: 'source' } })
  await world.release()
  api = createServer((request, response) => {
    asked.push(request.url ?? '')
    const headers = { 'content-type': 'application/json', 'retry-after': '1', 'x-ratelimit-remaining': '0' }
    response.writeHead(403, headers).end('{"message":"API rate limit exceeded for installation."}')
  })
  await new Promise<void>((ready) => api.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  api.close()
  await world[Symbol.asyncDispose]()
})

describe('a GitHub API that has no requests left for this job', () => {
  it('is asked three times at most, and does not stop a release', async () => {
    await world.repository.commit('fix: db', { [db]: aTemplate('second') })
    const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
    const run = await world.release({ env: { GITHUB_API_URL: url } })
    expect(resultsOf(run)).toEqual(['db 2.0.1 released'])
    const times = [...Map.groupBy(asked, (path) => path).values()].map(({ length }) => length)
    expect(times.length).toBeGreaterThan(0)
    expect(Math.max(...times)).toBe(3)
    expect(run.stdout).toContain('GitHub limits requests (403): asking again in 1 second.')
    expect(run.stdout).toContain('GitHub limits requests (403) for another 1 second: not asking again.')
  })
})
