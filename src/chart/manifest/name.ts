/** Helm's own bound for a chart name. */
const MAX_LENGTH = 250
// Safe in names of files, web addresses and git tags. But for capital letters, which indexes take, it is a component of an
// OCI repository: https://github.com/opencontainers/distribution-spec (name).
const NAME = /^[A-Za-z0-9]+(?:(?:\.|_|__|-+)[A-Za-z0-9]+)*$/

/** Why a name can't be a chart's name, to follow `the name "…" `; `undefined` if it can. A target may take fewer. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty'
  if (name.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  if (NAME.test(name)) return undefined
  return 'may hold only letters and digits, with single `.`, `_` or `-` between them'
}
