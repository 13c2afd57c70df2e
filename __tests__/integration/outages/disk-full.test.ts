import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { onASmallDisk } from '../../support/run/small-disk.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const KiB = 1024
const LARGEST = 32 * KiB * KiB
/** Compresses badly, so that Helm's archive needs room of its own. */
const noise = Array.from({ length: 20_000 }, (_, index) => `${index}: ${Math.sin(index)}`).join('\n')

let world: World

beforeAll(async () => {
  const files = { ...aChart('app', '1.0.0'), ...aChart('db', '2.0.0'), 'charts/db/files/noise.txt': noise }
  world = await aWorld({ files, run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a disk that runs full', () => {
  it('at whatever moment ends the run in words, and leaves nothing that anybody could see', async () => {
    // Enough for the report, with the plan in it.
    const room = { now: 16 * KiB }
    for (; room.now < LARGEST; room.now *= 3) {
      const run = await world.release({ startedBy: onASmallDisk(room.now) })
      if (run.exitCode === 0) break
      expect([run.exitCode, errorsOf(run)]).toEqual([1, ['DISK_FULL']])
      expect(errorsIn(run)[0]?.message).toMatch(/^The disk of this machine is full: .+\nWhat to do: /)
      expect(run.stdout + run.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m)
      // A report is told all the same: what the run wrote before is cleared away first.
      expect(run.outputs.released).toBe('false')
      expect(versionsOf(world.registry, 'app')).toEqual([])
      expect(await world.repository.remoteTags()).toEqual([])
    }
    expect(room.now).toBeGreaterThan(100 * KiB)
    expect(room.now).toBeLessThan(LARGEST)
    expect(publishedVersion(world.registry, 'db', '2.0.0')?.signed).toBe(true)
  })

  it('where the runner keeps outputs is told in the log, and what was released stays released', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.1', 'second'))
    const run = await world.release({ env: { GITHUB_OUTPUT: '/dev/full' } })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['DISK_FULL'])
    expect(run.stderr).toBe('')
    expect(publishedVersion(world.registry, 'app', '1.0.1')?.signed).toBe(true)
    const next = await world.release()
    expect(next.exitCode).toBe(0)
    expect(resultsOf(next)).toEqual(['app 1.0.1 unchanged', 'db 2.0.0 unchanged'])
  })
})
