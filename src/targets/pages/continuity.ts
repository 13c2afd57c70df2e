import type { ObjectId } from '../../model/chart.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { SideClone } from '../../ports/git.ts'
import { indexGone } from '../index/index-gone.ts'
import { type BranchHead, reached, readBranchHead } from './branch-head.ts'

/** What a run saw of a branch, from the plan on: each later state must be made from the one before. */
export interface Continuity {
  /** The newest state of the branch. Fails as `require`, and with `INDEX_UNREACHABLE`. */
  read(clone: SideClone): Promise<BranchHead>
  /** Fails with `INDEX_GONE` if the branch was deleted or replaced by an unrelated history since this run saw it. */
  require(clone: SideClone, tip: BranchHead): Promise<void>
}

export function createContinuity(branch: string): Continuity {
  let seen: ObjectId | undefined

  async function require(clone: SideClone, { commit }: BranchHead): Promise<void> {
    if (seen !== undefined && commit !== seen) {
      if (commit === undefined) throw indexGone(`The branch ${branch} was there when this run was planned, and is gone`)
      if (!(await follows(clone, commit, seen))) {
        const what = `The branch ${branch} was at ${shortCommit(seen)} when this run was planned`
        throw indexGone(`${what}, and is at ${shortCommit(commit)} now, which was not made from that`)
      }
    }
    seen = commit
  }

  const follows = (clone: SideClone, commit: ObjectId, before: ObjectId) =>
    reached(`The history of ${branch} could not be read`, () =>
      clone.follows({ ref: `refs/heads/${branch}`, commit, before }),
    )

  return {
    require,
    async read(clone) {
      const tip = await readBranchHead(clone, branch)
      await require(clone, tip)
      return tip
    },
  }
}
