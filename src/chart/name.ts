/** Helm's own bound for a chart name. */
const MAX_LENGTH = 250
// A chart's name is a component of its OCI repository: https://github.com/opencontainers/distribution-spec (name).
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/

/** Why a name can't be a chart's name everywhere, to follow `the name "…" `; `undefined` where it can. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty'
  if (name.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`
  if (PATH_COMPONENT.test(name)) return undefined
  if (PATH_COMPONENT.test(name.toLowerCase())) return 'has capital letters, which no OCI registry takes'
  return 'may hold only lower-case letters and digits, with single `.`, `_` or `-` between them'
}
