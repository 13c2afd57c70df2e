/**
 * The code of a failed system call, e.g. `ENOENT`. Without `instanceof`: in a test runner Node's errors belong to
 * another realm.
 */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EISDIR', 'it is a folder'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['EEXIST', 'something else stands in its place'],
  ['EACCES', 'this user has no right to it'],
  ['EPERM', 'this user has no right to it'],
  ['EROFS', 'the file system is read-only'],
  ['ELOOP', 'its links lead in a loop'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENXIO', 'it is a pipe, a socket or a device'],
  ['ENODEV', 'it is a device'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk answers with an error'],
  ['ERR_INVALID_ARG_VALUE', 'a path must not contain a null byte'],
])

/** Why a system call on a file failed, as half a sentence. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const known = code === undefined ? undefined : REASONS.get(code)
  if (known !== undefined) return known
  return error instanceof Error ? error.message : String(error)
}
