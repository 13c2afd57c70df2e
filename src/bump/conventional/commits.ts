import type { ObjectId } from '../../model/chart.ts'

/** A commit with its whole message. */
export interface Message {
  readonly commit: ObjectId
  readonly message: string
}

/** Which commits are asked about which chart. */
export interface CommitQuestion {
  /** Since the release, newest first, only those that touch the chart. */
  readonly commits: readonly Message[]
  /** Names that a scope may call this chart by. */
  readonly names: readonly string[]
  /** Names that a scope may call other charts of the repository by. */
  readonly others: readonly string[]
}
