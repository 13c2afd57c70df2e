import { isReleased } from '../../plan/decision/decision.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { makePackagesFolder } from '../publish/save-packages.ts'
import type { Uses } from '../run.ts'
import { needsSigning } from './needs-signing.ts'
import { preflight } from './preflight.ts'

/**
 * What a run does once, before it changes anything: makes the packages folder, asks everything that can refuse, and lets each
 * target finish what an earlier run began to write. A run that plans again after a lost push does not repeat it.
 */
export async function prepare(
  run: Parameters<typeof preflight>[0] & Parameters<typeof makePackagesFolder>[0] & Uses<'steps'>,
  plannedRun: PlannedRun,
  progress: Pick<Progress, 'identity'>,
): Promise<void> {
  const releases = plannedRun.decisions.filter(isReleased)
  await makePackagesFolder(run, plannedRun, releases)
  if (releases.length > 0) {
    await run.steps.during('Preflight', async () => {
      await preflight(run, plannedRun, releases)
      const signing = needsSigning(run, releases) ? await run.signing() : undefined
      if (signing) progress.identity = signing.identity
    })
  }
  for (const target of run.targets) await target.finish?.()
}
