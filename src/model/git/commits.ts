import type { ObjectId } from '../chart.ts'

/** Twelve digits of a commit's id, for messages: unique in any repository, and short enough to read. */
export function shortCommit(commit: ObjectId): string {
  return commit.slice(0, 12)
}

/**
 * Stands in the commits that this action makes, for readers of the history. Anybody can write it, and a squash copies it: a
 * commit with it counts as ours only if it changes what the action changes, see `plan/history/own-commits.ts`.
 */
export const OUR_TRAILER = 'Release-Charts'

/** How the subject of such a commit begins. */
export const OUR_SUBJECT = 'chore(release): '
