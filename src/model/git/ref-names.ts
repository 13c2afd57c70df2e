import { ReleaseError } from '../errors.ts'

/** A ref that makes another one impossible: git keeps their names like paths of files, so `a` and `a/b` exclude each other. */
export function conflictingRef(wanted: string, refs: Iterable<string>): string | undefined {
  for (const ref of refs) if (ref.startsWith(`${wanted}/`) || wanted.startsWith(`${ref}/`)) return ref
  return undefined
}

/** `refs/heads/a` is the branch `a`. */
export function nameConflict(wanted: string, there: string, wayOut: string): ReleaseError {
  const what = `${capitalised(shown(wanted))} can't be created, because ${shown(there)} is there`
  return new ReleaseError('GIT_NAME_CONFLICT', `${what}: git keeps names like files and folders.`, { hint: wayOut })
}

function shown(ref: string): string {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (name === undefined) return `the ref ${ref}`
  return kind === 'heads' ? `the branch ${name}` : `the tag ${name}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
