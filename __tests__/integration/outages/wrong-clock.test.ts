import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../src/model/chart.ts'
import { changesIn, errorsIn, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import { type BundledEntry, bundledEntry } from '../../support/run/bundled-entry.ts'
import { createJudge, storedSignatures } from '../../support/run/signature-watch.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const minute = 60_000
const year = 365.25 * 24 * 60 * minute

let entry: BundledEntry
let world: World

beforeAll(async () => {
  entry = await bundledEntry('__tests__/support/entries/wrong-clock-entry.ts')
  world = await aWorld({ files: aChart('db', '2.0.0'), run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await entry[Symbol.asyncDispose]()
})

const releaseAt = (aheadMs: number, inputs: Readonly<Record<string, string>> = {}) =>
  world.release({ entry: entry.file, inputs, env: { CLOCK_AHEAD_MS: `${aheadMs}` } })

/** Forms of the signature that a verifier with a right clock misses. */
async function missing(version: string): Promise<readonly string[]> {
  const digest = publishedVersion(world.registry, 'db', version)?.digest as Digest
  const repository = 'acme/charts/db'
  const judge = createJudge(world.sigstore)
  return judge(`${world.registry.host}/${repository}`, digest, storedSignatures(world.registry, repository, digest))
}

describe('a clock that is wrong by minutes', () => {
  it.each([
    [20, 'fast', '2.0.1'],
    [-20, 'slow', '2.0.2'],
  ])('(%d) is told, and the chart is released and signed as ever', async (minutes, word, version) => {
    await world.repository.commit('fix: db', { [db]: aTemplate(`${minutes} minutes`) })
    const run = await releaseAt(minutes * minute)
    expect(resultsOf(run)).toEqual([`db ${version} released`])
    expect(await missing(version)).toEqual([])
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(warnings).toEqual([
      expect.stringMatching(new RegExp(`^The clock of this machine is 20 minutes ${word}: it says `)),
    ])
  })
})

describe('a clock that is wrong by years', () => {
  it.each([
    [3, 'fast', {}],
    [-3, 'slow', {}],
    [3, 'fast', { sign: 'none' }],
  ])('(%d) is told with how far, and nothing is released: %s %j', async (years, word, inputs) => {
    await world.repository.commit('fix: db', { [db]: aTemplate(`${years} years`) })
    const from = world.registry.requests.length
    const branch = await world.repository.remote()
    const run = await releaseAt(years * year, inputs)
    expect(run.exitCode).toBe(1)
    const [first] = errorsIn(run)
    expect(first?.code).toBe('CLOCK_WRONG')
    const [wrong, right] = [Date.now() + years * year, Date.now()].map((time) => new Date(time).getUTCFullYear())
    expect(first?.message).toMatch(
      new RegExp(
        `^The clock of this machine is 3 years ${word}: it says ${wrong}-\\S+Z, and 127\\.0\\.0\\.1:\\d+ says ${right}-`,
      ),
    )
    const written = changesIn(world.registry, from).filter(({ method }) => method === 'PUT')
    expect([written, await world.repository.remote()]).toEqual([[], branch])
  })

  it('is no matter any more once it is right', async () => {
    expect(resultsOf(await world.release())).toEqual(['db 2.0.3 released'])
    expect(await missing('2.0.3')).toEqual([])
  })
})
