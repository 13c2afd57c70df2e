import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { Written } from '../bump/write-bump.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Run } from '../run.ts'

/**
 * In the release part a bump is looked at before it is pushed, as if somebody else had made it: it may change what a bump changes,
 * and nothing else. What it is made of came from another job. Fails with `HANDOVER_DIFFERS`.
 */
export async function requireOwnBump(
  { relay, ownCommits }: Pick<Run, 'relay' | 'ownCommits'>,
  { head }: Pick<PlannedRun, 'head'>,
  { commit }: Pick<Written, 'commit'>,
): Promise<void> {
  if (relay?.part !== 'release' || commit === head || (await ownCommits.isOwnChange(head, commit))) return
  const message = `The version bump ${shortCommit(commit)} would change more than versions, dependencies on them, and release notes.`
  throw new ReleaseError('HANDOVER_DIFFERS', message, {
    hint: 'Nothing was pushed and nothing was released. Look at the charts of this commit, and report it.',
  })
}
