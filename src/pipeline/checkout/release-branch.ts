import { ReleaseError } from '../../model/errors.ts'
import type { HeldBack } from '../../model/report.ts'
import { globOf, heldBackBranch } from '../../plan/scope/release-branches.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Uses } from '../run.ts'

type Asking = Uses<never, 'git', 'mode' | 'branches'> & {
  readonly facts: Pick<RunnerFacts, 'refType' | 'refName' | 'defaultBranch' | 'isRerun'>
}

/**
 * Why the branch of this run does not release, or `undefined` if it does. Who pushes a tag has said what to release, so runs
 * for tags are never held back. Fails with `DEFAULT_BRANCH_UNKNOWN`: a release that is left out must be told.
 */
export async function heldBranch(run: Asking): Promise<HeldBack | undefined> {
  const { mode, branches: globs } = run.settings
  const { refType, refName: branch } = run.facts
  if (mode !== 'release' || refType !== 'branch') return undefined
  return heldBackBranch({ globs, branch, defaultBranch: globs.length > 0 ? undefined : await defaultBranchOf(run) })
}

/** The event says which one it was when it happened. If the run was started again since, the branch may have another name now. */
async function defaultBranchOf({ facts, platform: { git } }: Asking): Promise<string> {
  const { defaultBranch, isRerun, refName } = facts
  const found = (isRerun ? undefined : defaultBranch) ?? (await git.remoteDefaultBranch()) ?? defaultBranch
  if (found !== undefined) return found
  const text = `Only the default branch releases, and whether ${refName} is that one can't be found out: neither the event nor origin says which branch it is.`
  throw new ReleaseError('DEFAULT_BRANCH_UNKNOWN', text, {
    hint: `If releases are made from this branch, write under \`with:\` of this step:\nbranches: ${globOf(refName)}`,
  })
}
