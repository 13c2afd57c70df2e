/** Helm's own limit for a chart name. */
const MAX_LENGTH = 250
// Safe in file names, web addresses and git tags. Except for capital letters, which indexes accept, it is a component
// of an OCI repository: https://github.com/opencontainers/distribution-spec (name).
const NAME = /^[A-Za-z0-9]+(?:(?:\.|_|__|-+)[A-Za-z0-9]+)*$/

/**
 * Why a name is not a valid chart name, to follow `the name "…" `; `undefined` if it is valid. A target may accept
 * fewer.
 */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty'
  if (name.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  if (NAME.test(name)) return undefined
  return 'may hold only letters and digits, with single `.`, `_` or `-` between them'
}
