import { strict as assert } from 'node:assert'
import type { Sources } from '../../../src/chart/source/source.ts'
import { raisedByHand } from '../../support/scenes/raised-by-hand.ts'
import { firstParents, openRepository } from './history-plan.ts'
import { say } from './say.ts'

/** Of the newest commits. */
const RUNS = 250

/** What may be red. */
const RED = new Set(['VERSION_TAKEN', 'DEPENDENCY_NOT_RAISED', 'DEPENDENCY_STOPPED'])

/**
 * Walks a real history under `bump: manual`, with a run for each of its newest commits: what is released are the versions that Chart.yaml named, and no run is red but for
 * a chart that was raised without one inside it, or a version that was put back over other content.
 */
export async function byHand(bundle: string): Promise<void> {
  await using repository = await openRepository(bundle)
  const { git } = repository
  const scene = await raisedByHand(git)
  const named = new Set<string>()
  const counts = new Map<string, number>()
  const times: number[] = []
  for (const commit of (await firstParents(repository)).slice(-RUNS)) {
    const started = performance.now()
    const decisions = await scene.run(commit, folders)
    times.push(performance.now() - started)
    for (const { chart, action, problem, reason, requiredVersion } of decisions) {
      const { name, version } = chart.manifest
      if (action === 'publish') named.add(`${name} ${version}`)
      const what = problem?.code ?? action
      counts.set(what, (counts.get(what) ?? 0) + 1)
      assert.ok(action !== 'wait' || requiredVersion !== undefined, `${name} ${version}: nothing to write`)
      assert.ok(problem === undefined || RED.has(problem.code), `${commit} ${name}: ${reason}`)
      if (problem) say(`${commit.slice(0, 10)} ${problem.code} ${reason} ${problem.hint ?? ''}`)
    }
  }
  assert.deepEqual([...scene.held.keys()].sort(), [...named].sort())
  say(`${named.size} versions released; ${[...counts].map(([what, n]) => `${what} ${n}`).join(', ')}`)
  times.sort((a, b) => a - b)
  const at = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)] ?? 0)
  say(`${times.length} plans: median ${at(0.5)} ms, 95% ${at(0.95)} ms, slowest ${at(1)} ms`)
}

/** As `charts: charts/*` finds them: a chart inside another one is a part of that. */
function folders({ charts }: Sources): readonly string[] {
  return [...charts.keys()].filter((path) => /^charts\/[^/]+$/.test(path))
}
