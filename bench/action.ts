import { strict as assert } from 'node:assert'
import { join } from 'node:path'
import type { World } from '../__tests__/support/run/world.ts'
import { type Measured, peakOf } from './measure.ts'

interface Asked {
  readonly sign: 'keyless' | 'none'
  /** How many there are, to tell the requests of one. */
  readonly charts: number
  /** Nothing is expected to be released. */
  readonly idle?: boolean
  /** Another build than dist/. */
  readonly entry?: string | undefined
}

/** One run of the bundle on a fresh checkout, as a workflow step. */
export async function action(world: World, { sign, charts, idle = false, entry = 'bundle' }: Asked): Promise<Measured> {
  const workspace = await world.repository.checkout()
  const peak = join(world.repository.root, 'peak')
  const NODE_OPTIONS = `--import=${join(import.meta.dirname, 'peak.mjs')}`
  const before = world.registry.requests.length
  const run = await world.release({
    workspace,
    inputs: { sign },
    entry,
    env: { NODE_OPTIONS, BENCH_PEAK: peak },
    timeoutMs: 600_000,
  })
  assert.equal(run.exitCode, 0, `${run.stdout}${run.stderr}`)
  assert.equal(run.outputs.released, String(!idle))
  const requests = (world.registry.requests.length - before) / charts
  return { seconds: run.milliseconds / 1000, megabytes: await peakOf(peak), requests }
}
