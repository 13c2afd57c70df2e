import type { ObjectId } from '../../model/chart.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { PullRequest } from '../../ports/github.ts'
import { POSTPONE_LABEL } from '../../report/pull-request.ts'
import type { Run } from '../run.ts'
import { branchFor } from './bump-branch.ts'

/** Whether a pull request was closed with the label that keeps the next one from being opened. */
export function isPutOff({ isMerged, labels }: PullRequest): boolean {
  return !isMerged && labels.some((label) => label.toLowerCase() === POSTPONE_LABEL)
}

/** Logs why nothing is proposed, and returns it in short, as the reason of the charts that wait. */
export function notNow({ platform: { log } }: Run, { url }: PullRequest): string {
  log.info(`Nothing is proposed as long as ${url}, which was closed, has the label "${POSTPONE_LABEL}".`)
  return `put off by the label "${POSTPONE_LABEL}" of ${url}`
}

/** The same for a pull request whose branch somebody edited. */
export function edited({ facts, warn }: Run, { url }: PullRequest, seen: ObjectId): string {
  warn(
    `${url} is not brought up to date: ${branchFor(facts.refName)} has changes at ${shortCommit(seen)} that this action did not make. Merge it, and what came later is proposed next; or delete the branch to have it created again.`,
  )
  return `waits for ${url}, whose branch somebody edited`
}
