import type { ObjectId } from '../chart.ts'

/** Twelve digits of a commit's id, for messages: unique in any repository, and short enough to read. */
export function shortCommit(commit: ObjectId): string {
  return commit.slice(0, 12)
}

/**
 * The trailer of commits that this action makes. Anybody can write it, and a squash copies it, so a commit with it counts as
 * ours only if it changes what the action changes: see `plan/history/own-commits.ts`.
 */
export const OUR_TRAILER = 'Release-Charts'

/** The beginning of the subject of such a commit. */
export const OUR_SUBJECT = 'chore(release): '
