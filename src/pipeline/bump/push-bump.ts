import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { CommitOnBranch } from '../../ports/github.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { isSameOnTop, laterHead, type MovedOn, movedOn } from './moved-branch.ts'
import type { Written } from './write-bump.ts'

type Refusal = Extract<CommitOnBranch, { readonly result: 'rejected' }>

/** How the push of the bump ended. */
export type Pushed =
  /** `commit`: what holds the bump on the branch; GitHub makes one of its own where it signs. */
  { readonly result: 'done'; readonly commit: ObjectId } | MovedOn

/**
 * Pushes the bump, never forced. Where the branch moved meanwhile: the new head is taken when it left this plan's charts
 * alone, else the run that it started carries on. Fails with `GIT_PUSH_REFUSED` where a rule forbids the push.
 */
export async function pushBump(
  run: Uses<'facts' | 'github' | 'history' | 'ownCommits', 'git' | 'log', 'verifiedCommits'>,
  plannedRun: PlannedRun,
  written: Written,
  releases: readonly ChartDecision[],
): Promise<Pushed> {
  if (written.commit === plannedRun.head) return { result: 'done', commit: plannedRun.head }
  const branch = run.facts.refName
  const push = await pushTo(run, plannedRun, written)
  if (push.result === 'done') return landed(run, push.commit)
  const { git } = run.platform
  const head = await laterHead(run, plannedRun)
  if (head === undefined) throw pushRefused(branch, push)
  // The answer to our own request may have been lost, and others may have pushed after it.
  if (await isSameOnTop(run, plannedRun.head, { commit: head, wanted: written.commit })) return landed(run, head)
  if (await git.isAncestor(written.commit, head)) return landed(run, written.commit)
  if (push.cause === 'refused' || push.cause === 'name') throw pushRefused(branch, push)
  return movedOn(run, plannedRun, head, { releases })
}

async function pushTo(
  run: Uses<'facts' | 'github' | 'history', 'git' | 'log', 'verifiedCommits'>,
  plannedRun: PlannedRun,
  { commit, files, message }: Written,
): Promise<CommitOnBranch> {
  const branch = run.facts.refName
  if (await isVerified(run, branch))
    return run.github.commitOnBranch({ branch, parent: plannedRun.head, message, files })
  const push = await run.platform.git.pushBranch(commit, branch)
  return push.result === 'rejected' ? push : { result: 'done', commit }
}

/** Whether GitHub makes and signs the commit on this branch: by choice, or because a rule asks for it. */
export async function isVerified(
  { settings, github }: Uses<'github', never, 'verifiedCommits'>,
  branch: string,
): Promise<boolean> {
  const chosen = settings.verifiedCommits
  if (chosen !== undefined) return chosen
  return ((await github.branchRules(branch)) ?? []).some(({ type }) => type === 'required_signatures')
}

async function landed(run: Uses<'facts', 'git' | 'log'>, commit: ObjectId): Promise<Pushed> {
  const { git, log } = run.platform
  log.info(`Pushed ${shortCommit(commit)} to ${run.facts.refName}.`)
  // What GitHub made is not here yet.
  await git.fetchRef(`refs/heads/${run.facts.refName}`)
  await git.fastForward(commit)
  return { result: 'done', commit }
}

const PUSH_HINT =
  'Give the job `permissions: { contents: write }`; for a protected branch use a GitHub App token or deploy key on its bypass list, `commit: pull-request`, or `commit: none`.'
/** What passes by itself, in the words of GitHub’s API and of git; there is nothing else to tell it by. */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [
    /rate limit/i,
    'Run the workflow again in an hour: nothing was published. A GitHub App’s `github-token` has requests of its own.',
  ],
  [/(?:answered (?:408|5\d\d)|did not answer)\b/, 'Run the workflow again when GitHub answers: nothing was published.'],
  [/Operation too slow/, 'The server took the push and did not answer. Run the workflow again: nothing was published.'],
]

const LOST_HINT =
  'The connection broke, and the branch does not have the commit. Run the workflow again: nothing was published.'

function pushRefused(branch: string, { reason, cause }: Refusal): ReleaseError {
  const outcome = cause === 'lost' ? 'got no answer' : 'was refused'
  return new ReleaseError('GIT_PUSH_REFUSED', `The push of the version bump to ${branch} ${outcome}: ${reason}`, {
    hint: PASSING.find(([words]) => words.test(reason))?.[1] ?? (cause === 'lost' ? LOST_HINT : PUSH_HINT),
  })
}
