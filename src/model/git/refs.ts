import { ReleaseError } from '../errors.ts'

/** Where a merge queue keeps proposals while it tests them: https://docs.github.com/actions (merge_group). */
const QUEUE = 'refs/heads/gh-readonly-queue/'

/**
 * Whether a full ref is a branch or a tag that only people with write access move. Everything else is a proposal, or not
 * known: `refs/pull/*` follows anybody's fork, and a merge queue holds what is not merged yet.
 */
export function isMergedRef(ref: string): boolean {
  return /^refs\/(heads|tags)\/./.test(ref) && !ref.startsWith(QUEUE)
}

/** A ref that makes another one impossible: git keeps their names like paths of files, so `a` and `a/b` exclude each other. */
export function conflictingRef(wanted: string, refs: Iterable<string>): string | undefined {
  for (const ref of refs) if (ref.startsWith(`${wanted}/`) || wanted.startsWith(`${ref}/`)) return ref
  return undefined
}

/** `refs/heads/a` is the branch `a`. */
export function nameConflict(wanted: string, there: string, wayOut: string): ReleaseError {
  const what = `${capitalised(refText(wanted))} can't be created, because ${refText(there)} is there`
  return new ReleaseError('GIT_NAME_CONFLICT', `${what}: git keeps names like files and folders.`, { hint: wayOut })
}

function refText(ref: string): string {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (name === undefined) return `the ref ${ref}`
  return kind === 'heads' ? `the branch ${name}` : `the tag ${name}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
