import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

/** The reader has ended before the run begins. */
const GONE = 'exec 3> >(exit 0); wait $!; exec "$@" >&3 3>&-'

let world: World
let round = 0

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Releases a change by a shell that does this with the output of the run. */
async function releaseUnder(script: string) {
  round += 1
  await world.repository.commit('fix: app', aChart('app', `1.0.${round}`, `text ${round}`))
  return world.release({ startedBy: ['bash', '-c', script, 'bash'] })
}

describe('a log that nobody takes', () => {
  it.each([
    ['a reader that has gone', GONE, 'EPIPE'],
    ['a file on a full disk', 'exec "$@" > /dev/full', 'ENOSPC'],
    ['a full disk for both', 'exec "$@" > /dev/full 2>&1', 'ENOSPC'],
  ])('(%s) stops nothing, and the summary tells', async (_, script, why) => {
    const run = await releaseUnder(script)
    expect([run.exitCode, resultsOf(run)]).toEqual([0, [`app 1.0.${round} released`]])
    expect(run.summary).toContain('Some of the log of this step is lost: it could not be written')
    expect(run.summary).toContain(why)
    expect(run.stderr).toBe('')
    expect(publishedVersion(world.registry, 'app', `1.0.${round}`)?.signed).toBe(true)
  })

  it.each([
    ['a reader goes after the first line', 'exec 3> >(head -n 1); exec "$@" >&3 3>&-'],
    ['standard output is closed', 'exec "$@" >&-'],
    ['standard error is closed', 'exec "$@" 2>&-'],
    ['both are closed', 'exec "$@" >&- 2>&-'],
    ['standard error is full', 'exec "$@" 2> /dev/full'],
  ])('(%s) stops nothing', async (_, script) => {
    const run = await releaseUnder(script)
    expect([run.exitCode, resultsOf(run)]).toEqual([0, [`app 1.0.${round} released`]])
    expect(run.summary).toContain('1 chart released')
  })

  it('leaves a failure a failure, with outputs and summary', async () => {
    const run = await world.release({
      inputs: { targets: 'nowhere://x' },
      startedBy: ['bash', '-c', GONE, 'bash'],
    })
    expect([run.exitCode, run.outputs.released]).toEqual([1, 'false'])
    expect(run.summary).toContain('INPUT_INVALID')
  })
})
