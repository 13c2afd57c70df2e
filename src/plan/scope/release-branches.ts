import picomatch from 'picomatch'
import type { HeldBack } from '../../model/report.ts'
import { showInvisible, someOf } from '../../model/text.ts'

const MAX_NAMED = 5

interface Branches {
  /** Which branches release; none for the default branch only. */
  readonly globs: readonly string[]
  readonly branch: string
  /** If it is known. */
  readonly defaultBranch: string | undefined
}

/** Why nothing is released from a branch; `undefined` if it releases. */
export function heldBackBranch({ globs, branch, defaultBranch }: Branches): HeldBack | undefined {
  const isByDefault = globs.length === 0
  if (isByDefault ? branch === defaultBranch : listsBranch(globs, branch)) return undefined
  const why = isByDefault
    ? `only the default branch (${defaultBranch}) releases`
    : `\`branches\` lists only ${someOf(globs, MAX_NAMED)}`
  const named = isByDefault ? [globOf(defaultBranch ?? '')] : globs
  return {
    branch,
    reason: showInvisible(`Nothing is released from the branch ${branch}, because ${why}.`),
    lines: ['branches: |', ...[...named, globOf(branch)].map((glob) => `  ${glob}`)].join('\n'),
    isByDefault,
  }
}

/** Whether a list of branches holds one: by its name, as it is, or by a glob, in which `*` does not match a slash. */
export function listsBranch(globs: readonly string[], branch: string): boolean {
  return globs.some((glob) => glob === branch || matches(glob, branch))
}

function matches(glob: string, branch: string): boolean {
  // `release/**` is about what is below `release/`, as on GitHub.
  const below = glob.replace(/\/\*\*$/, '/**/*')
  return picomatch.isMatch(branch, below, { dot: true, nonegate: true, noextglob: true })
}

/** A glob for one branch, which can be pasted into a workflow whatever the branch is called. */
export function globOf(branch: string): string {
  // Of a character outside of the basic plane a glob sees the two halves.
  return branch.replace(/^[^\p{L}\p{N}]|[^\p{L}\p{N}./@=_-]/gu, ({ length }) => '?'.repeat(length))
}
