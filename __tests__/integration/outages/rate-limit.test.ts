import { afterEach, describe, expect, it } from '@jest/globals'
import { outcomesOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { Fault } from '../../support/registry/registry.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const CHARTS = 40
/** Requests that the registry takes before it begins to refuse; so that it happens with the uploads under way. */
const BURST = 200
/** Longer than five attempts of one request alone. */
const REFUSES_MS = 4_500

const names = Array.from({ length: CHARTS }, (_, index) => `chart-${index}`)
let world: World | undefined
afterEach(async () => {
  await world?.[Symbol.asyncDispose]()
})

/** Takes a burst, then nothing for some seconds, then a hundred and twenty requests a second. */
function aBucket(headers: () => Readonly<Record<string, string>>) {
  const count = { taken: 0, refused: 0 }
  let emptyAt: number | undefined
  const onRequest = (): Fault | undefined => {
    if (count.taken === BURST) emptyAt ??= Date.now()
    const since = emptyAt === undefined ? 0 : Math.max(0, Date.now() - emptyAt - REFUSES_MS)
    const isFull = count.taken >= BURST + since * 0.12
    count[isFull ? 'refused' : 'taken'] += 1
    return isFull ? { status: 429, body: { errors: [{ code: 'TOOMANYREQUESTS' }] }, headers: headers() } : undefined
  }
  return { count, onRequest }
}

describe('a registry that limits requests, and forty charts', () => {
  it.each([
    ['without a word of when to come back', () => ({})],
    ['that asks for seconds', () => ({ 'retry-after': '2' })],
    ['that gives a date', () => ({ 'retry-after': new Date(Date.now() + 2_500).toUTCString() })],
  ] as const)('%s, gets all of them, is not hammered, and the log says so', async (_, headers) => {
    const { count, onRequest } = aBucket(headers)
    const files = Object.assign({}, ...names.map((name) => aChart(name, '1.0.0')))
    world = await aWorld({ files, registry: { onRequest }, run: { entry: 'source', inputs: { sign: 'none' } } })
    const run = await world.release()
    expect(run.exitCode).toBe(0)
    expect(Object.values(outcomesOf(run)).filter(({ result }) => result === 'released')).toHaveLength(CHARTS)
    for (const name of names) expect(versionsOf(world.registry, name)).toEqual(['1.0.0'])
    // Five attempts of each request that was waiting would be more than two hundred.
    expect(count.refused).toBeGreaterThan(0)
    expect(count.refused).toBeLessThan(count.taken / 4)
    const told = run.stdout.split('\n').filter((line) => line.includes('limits requests (429)'))
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(10)
    expect(told[0]).toMatch(
      /^127\.0\.0\.1:\d+ limits requests \(429\): going on in [123] seconds?, with fewer at once\.$/,
    )
  })
})
