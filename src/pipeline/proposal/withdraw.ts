import { laterHead } from '../bump/moved-branch.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { branchFor, foreignBranch, ownershipOf } from './bump-branch.ts'

/**
 * Takes back a pull request that nothing is left for. The branch goes first, if it is still what this run saw: so a run
 * for a later commit, which may need it, keeps both.
 */
export async function withdraw(
  run: Uses<'facts' | 'checkout' | 'ownCommits' | 'github' | 'warn', 'git' | 'log'>,
  plannedRun: PlannedRun,
): Promise<void> {
  const { git, log } = run.platform
  const base = run.facts.refName
  const branch = branchFor(base)
  const there = await run.github.findPull(branch, base)
  if (there === undefined) return
  const seen = await git.fetchRef(`refs/heads/${branch}`)
  if (seen !== undefined && (await ownershipOf(run, base, seen)) !== 'ours') {
    run.warn(foreignBranch(branch, seen).message)
    return
  }
  const isOvertaken = (await laterHead(run, plannedRun)) !== undefined
  const deleted = isOvertaken || seen === undefined ? undefined : await git.deleteBranch(branch, seen)
  if (isOvertaken || deleted?.result === 'rejected') {
    log.info(`${there.url} is left to the run of a later commit.`)
    return
  }
  await run.github.closePull(there.number)
  log.info(`Closed ${there.url}: no chart needs another version any more.`)
}
