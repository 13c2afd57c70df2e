import { type BundledEntry, bundledEntry } from './bundled-entry.ts'
import { runAction, type WorkflowRun } from './workflow.ts'
import type { World } from './world.ts'

/** The action in `verify/`, bundled from the source, as a step of a deploy workflow. */
export interface Verifier extends AsyncDisposable {
  /** Runs it in a job that has none of what the release run left, and trusts the Sigstore of the world. */
  verify(world: World, inputs: Readonly<Record<string, string>>): Promise<WorkflowRun>
}

export async function aVerifier(): Promise<Verifier> {
  const entry: BundledEntry = await bundledEntry('src/verify-main.ts')
  return {
    verify: (world, inputs) =>
      runAction(world.repository, {
        entry: entry.file,
        actionFolder: 'verify',
        inputs: { 'trusted-root': world.trustedRoot, ...inputs },
      }),
    [Symbol.asyncDispose]: () => entry[Symbol.asyncDispose](),
  }
}
