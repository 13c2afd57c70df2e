import type { WorkflowRun } from '../support/run/workflow.ts'
import type { World } from '../support/run/world.ts'
import { buildPart, releasePart } from '../support/scenes/two-parts.ts'
import type { Scene } from './scene.ts'

type Environment = Readonly<Record<string, string>>

/** A release that was begun in its own way: the run that is killed, and what finishes it. */
interface Begun {
  run(env: Environment): Promise<WorkflowRun>
  repair(): Promise<WorkflowRun>
}

/** How a release is made, and made again. */
export interface Way {
  readonly name: string
  begin(world: World, scene: Scene): Promise<Begun>
}

const whole: Way = {
  name: 'one job',
  begin: async (world) => ({ run: (env) => world.release({ env }), repair: () => world.release() }),
}

/** "Re-run failed jobs": the commit is the old one, though the branch has the bump by then. */
const sameCommit: Way = {
  name: 'one job, run again for the same commit',
  begin: async (world, { head }) => ({
    run: (env) => world.release({ env, sha: head }),
    repair: () => world.release({ sha: head }),
  }),
}

/**
 * The same of the second of two jobs, with what the first job handed over. If that is too little by then, the run says so,
 * and what it says is done.
 */
const again: Way = {
  name: 'the second of two jobs, run again',
  async begin(world, { head }) {
    const built = await buildPart(world)
    const releaseAgain = (env: Environment) => releasePart(world, built, { env, sha: head })
    return {
      run: releaseAgain,
      async repair() {
        const run = await releaseAgain({})
        const isToldToStartAnew = run.exitCode === 1 && /HANDOVER_INCOMPLETE.*Start a new run/s.test(run.summary)
        return isToldToStartAnew ? releasePart(world, await buildPart(world)) : run
      },
    }
  },
}

/** The next run of the workflow, which builds anew from what is there by then. */
const afresh: Way = {
  name: 'the second of two jobs, then both for what is there',
  async begin(world, { head }) {
    const built = await buildPart(world)
    return {
      run: (env) => releasePart(world, built, { env, sha: head }),
      repair: async () => releasePart(world, await buildPart(world)),
    }
  },
}

export const ways: readonly Way[] = [whole, sameCommit, again, afresh]
