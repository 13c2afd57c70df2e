/** Where a merge queue keeps proposals while it tests them: https://docs.github.com/actions (merge_group). */
const QUEUE = 'refs/heads/gh-readonly-queue/'

/**
 * Whether a full ref is a branch or a tag that only people with write access move. Everything else is a proposal, or not
 * known: `refs/pull/*` follows anybody's fork, and a merge queue holds what is not merged yet.
 */
export function isMergedRef(ref: string): boolean {
  return /^refs\/(heads|tags)\/./.test(ref) && !ref.startsWith(QUEUE)
}
