/** The code of a failed system call, e.g. `ENOENT`. Not by `instanceof`: in a test runner Node's errors are of another realm. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}
