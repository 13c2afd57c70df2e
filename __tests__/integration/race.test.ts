import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openBarrier } from '../race/barrier.ts'
import { constellations } from '../race/constellations.ts'
import { openArena } from '../race/round.ts'
import { type BundledEntry, bundledEntry } from '../support/run/bundled-entry.ts'
import { type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'

let entry: BundledEntry
let sigstore: Sigstore

beforeAll(async () => {
  entry = await bundledEntry('__tests__/support/entries/race-entry.ts')
  sigstore = await startSigstore()
})
afterAll(async () => {
  await sigstore.close()
  await entry[Symbol.asyncDispose]()
})

// `npm run race` has all of this over many rounds, with two and eight runs; here is the round of each that is the hardest.
const ROUNDS = [
  ['same commit', 2, 'tag written again'],
  ['different commits', 3, 'CLAIM_LOST'],
  ['a tag beside main', 1, 'CLAIM_LOST'],
  ['commit: none', 2, 'CLAIM_LOST'],
  ['settings of their own', 3, 'CLAIM_LOST'],
  ['two jobs beside one', 1, 'rejected push'],
  ['two jobs beside one', 3, 'tag written again'],
] as const

describe('two runs that meet', () => {
  it.each(ROUNDS)('%s: nothing is lost, nothing has two contents', async (name, number, conflict) => {
    const constellation = constellations.find((one) => one.name === name)
    if (!constellation) throw new Error(`there is no constellation ${name}`)
    await using arena = await openArena({ constellation, count: 2, entry: entry.file, sigstore })
    const { lostBumps, twoContents, losers, others, conflicts, together } = await arena.round(number)
    expect([...lostBumps, ...twoContents, ...losers, ...others]).toEqual([])
    expect(conflicts).toContain(conflict)
    expect(together).toBe(2)
  })
})

describe('the barrier', () => {
  it('lets runs go in turn, each once the one before waits again or has ended', async () => {
    await using barrier = await openBarrier(['a', 'b'], 'in turn')
    const passed: string[] = []
    const wait = (gate: number, run: string) => fetch(`${barrier.url}/${gate}/${run}`).then(() => passed.push(run))
    const first = [wait(0, 'a'), wait(0, 'b')]
    await Promise.any(first)
    expect(passed).toHaveLength(1)
    barrier.leave(passed[0] ?? '')
    await Promise.all(first)
    expect(passed.sort()).toEqual(['a', 'b'])
  })

  it('holds runs until all that live wait, and lets those at the lowest gate go', async () => {
    await using barrier = await openBarrier(['a', 'b', 'c'], 'together')
    const passed: string[] = []
    const wait = (gate: number, run: string) => fetch(`${barrier.url}/${gate}/${run}`).then(() => passed.push(run))
    const early = [wait(0, 'a'), wait(1, 'b')]
    await new Promise((done) => setTimeout(done, 50))
    expect(passed).toEqual([])
    const late = wait(0, 'c')
    await Promise.all([early[0], late])
    expect(passed.sort()).toEqual(['a', 'c'])
    barrier.leave('a')
    barrier.leave('c')
    await Promise.all(early)
    expect(passed).toContain('b')
    expect(barrier.met.get(0)).toBe(2)
  })
})
