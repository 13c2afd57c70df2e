import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'

/** What a run does on a branch that has moved on since it planned. */
export type MovedOn =
  | { readonly result: 'again'; readonly head: ObjectId }
  | { readonly result: 'superseded'; readonly by: ObjectId }

/**
 * The new head is taken if it left the charts of the plan alone, else the run that it started carries on. A bump may have
 * started none, as GitHub starts none for what a job's own token pushes: this may be a run that died after its bump, run again.
 * One that was proposed has started a run when somebody merged it.
 */
export async function movedOn(
  run: Uses<'history' | 'ownCommits'>,
  plannedRun: PlannedRun,
  head: ObjectId,
  { releases, isProposed = false }: { readonly releases: readonly ChartDecision[]; readonly isProposed?: boolean },
): Promise<MovedOn> {
  const paths = releases.map((decision) => decision.chart.path)
  const now = await run.history.sourcesAt(head, paths)
  const touched = paths.some((path) => {
    const [planned, there] = [plannedRun.sources.charts.get(path), now.charts.get(path)]
    return planned?.fingerprint !== there?.fingerprint || planned?.manifest.text !== there?.manifest.text
  })
  if (!touched || (!isProposed && (await run.ownCommits.isOwnChange(plannedRun.head, head))))
    return { result: 'again', head }
  return { result: 'superseded', by: head }
}

/** The head of the run's branch on origin, if commits came after the one that the run planned for. */
export async function laterHead(run: Uses<'facts', 'git'>, plannedRun: PlannedRun): Promise<ObjectId | undefined> {
  const { git } = run.platform
  const head = await git.fetchRef(`refs/heads/${run.facts.refName}`)
  return head === undefined || (await git.isAncestor(head, plannedRun.head)) ? undefined : head
}

/** Whether the parent of a commit is `parent` and its files are those of the wanted one: only time and author may differ. */
export async function isSameOnTop(
  { platform: { git } }: Uses<never, 'git'>,
  parent: ObjectId,
  { commit, wanted }: { readonly commit: ObjectId; readonly wanted: ObjectId },
): Promise<boolean> {
  if ((await git.resolve(`${commit}^`)) !== parent) return false
  const [there, ours] = await Promise.all([git.resolveTree(commit), git.resolveTree(wanted)])
  return there === ours
}

/** Why nothing more is released by this run, as the reason of its charts. */
export function supersededReason(commit: ObjectId): string {
  return `superseded by ${shortCommit(commit)}, whose own run carries on`
}

/** The branch moved before each of the pushes that this run tried. */
export function branchBusy({ facts }: Uses<'facts'>, races: number): ReleaseError {
  return new ReleaseError('GIT_BRANCH_BUSY', `${facts.refName} moved ${races} times while this run tried to push.`, {
    hint: 'Run again; a `concurrency` group keeps release runs apart.',
  })
}
