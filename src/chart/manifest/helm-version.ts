/** A version as Helm compares it (Masterminds/semver 3, `NewVersion`); build metadata does not count. */
export interface HelmVersion {
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  /** Empty for a release. */
  readonly pre: string
}

const LABELS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const LOOSE = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${LABELS}))?(?:\\+${LABELS})?$`)
/** Helm 3.22 and 4.3 refuse longer ones; older Helms have no limit. */
const MAX_LENGTH = 256
/** Go's uint64: larger numbers are not numbers there. */
const MAX_NUMBER = 2n ** 64n - 1n

/**
 * A version of an index or a registry as Helm reads it, which is loose: `v1`, `1.2-beta.1` and `2024.01.05` are
 * versions, and so are numbers too large for JavaScript. `undefined` for texts that Helm skips.
 */
export function readHelmVersion(text: string): HelmVersion | undefined {
  const match = text.length > MAX_LENGTH ? null : LOOSE.exec(text)
  if (!match) return undefined
  const [major, minor, patch] = [match[1], match[2], match[3]].map((number) => BigInt(number ?? 0))
  if (major === undefined || minor === undefined || patch === undefined) return undefined
  if ([major, minor, patch].some((number) => number > MAX_NUMBER)) return undefined
  const pre = match[4] ?? ''
  return pre.split('.').some((label) => /^0\d+$/.test(label)) ? undefined : { major, minor, patch, pre }
}

/** Below zero if `a` is the lower one. */
export function compareHelmVersions(a: HelmVersion, b: HelmVersion): number {
  for (const part of ['major', 'minor', 'patch'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1
  }
  if (a.pre === b.pre) return 0
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1
  return comparePreReleases(a.pre, b.pre)
}

export function comparePreReleases(a: string, b: string): number {
  const [one, two] = [a.split('.'), b.split('.')]
  const places = Array.from({ length: Math.max(one.length, two.length) }, (_, place) => place)
  return places.map((place) => compareLabels(one[place] ?? '', two[place] ?? '')).find((order) => order !== 0) ?? 0
}

// Numbers come before words; a number that is too large is a word.
function compareLabels(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? -1 : 1
  const [one, two] = [numberIn(a), numberIn(b)]
  if (one === undefined && two === undefined) return a < b ? -1 : 1
  if (one === undefined || two === undefined) return two === undefined ? -1 : 1
  return one < two ? -1 : 1
}

function numberIn(label: string): bigint | undefined {
  const number = /^\d+$/.test(label) ? BigInt(label) : undefined
  return number !== undefined && number <= MAX_NUMBER ? number : undefined
}
