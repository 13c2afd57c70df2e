import { laterHead } from '../bump/moved-branch.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { foreignBranch, ownershipOf } from './bump-branch.ts'

interface Withdrawal {
  readonly branch: string
  /** To follow the address of the pull request. */
  readonly why: string
  /** Also a branch without a pull request: there is one for each chart, and nobody would remove what merged ones leave. */
  readonly tidies: boolean
}

/**
 * Takes back a pull request that nothing is left for. The branch goes first, if it is still what this run saw: so a run
 * for a later commit, which may need it, keeps both.
 */
export async function withdraw(
  run: Uses<'facts' | 'checkout' | 'ownCommits' | 'github' | 'warn', 'git' | 'log'>,
  plannedRun: PlannedRun,
  { branch, why, tidies }: Withdrawal,
): Promise<void> {
  const { git, log } = run.platform
  const base = run.facts.refName
  const there = await run.github.findPull(branch, base)
  if (there === undefined && !tidies) return
  const seen = await git.fetchRef(`refs/heads/${branch}`)
  if (seen !== undefined && (await ownershipOf(run, base, seen)) !== 'ours') {
    if (there) run.warn(foreignBranch(branch, seen).message)
    return
  }
  const isOvertaken = (await laterHead(run, plannedRun)) !== undefined
  const deleted = isOvertaken || seen === undefined ? undefined : await git.deleteBranch(branch, seen)
  if (isOvertaken || deleted?.result === 'rejected') {
    log.info(`${there?.url ?? branch} is left to the run of a later commit.`)
    return
  }
  if (!there) return
  await run.github.closePull(there.number)
  log.info(`Closed ${there.url}: ${why}.`)
}
