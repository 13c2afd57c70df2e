import type { ObjectId } from '../model/chart.ts'
import { NOT_NOW } from '../model/not-now.ts'
import type { PullRequest } from '../platform/platform.ts'
import { branchFor } from './bump-branch.ts'
import type { Run } from './run.ts'

/** Who closes a pull request without merging it, and says so by a label, does not get the next one at once. */
export function isPutOff({ isMerged, labels }: PullRequest): boolean {
  return !isMerged && labels.some((label) => label.toLowerCase() === NOT_NOW)
}

/** Told, and returned as the reason why charts wait. */
export function notNow({ platform: { log } }: Run, { url }: PullRequest): string {
  log.info(`Nothing is proposed as long as ${url}, which was closed, has the label "${NOT_NOW}".`)
  return `put off by the label "${NOT_NOW}" of ${url}`
}

/** The same of a pull request whose branch somebody changed. */
export function edited({ facts, warn }: Run, { url }: PullRequest, seen: ObjectId): string {
  warn(
    `${url} is not brought up to date: ${branchFor(facts.refName)} has changes at ${seen.slice(0, 12)} that this action did not make. Merge it, and what came later is proposed next; or delete the branch to have it made anew.`,
  )
  return `waits for ${url}, whose branch somebody changed`
}
