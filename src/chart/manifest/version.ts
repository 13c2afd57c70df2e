import semver, { type SemVer } from 'semver'
import { readHelmVersion } from './helm-version.ts'

/** The version is an OCI tag, which must not be longer than this. */
const MAX_LENGTH = 128
const SHORT = /^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/

/**
 * A chart version as a semantic version: strict ones, with or without a leading `v`, and the two- and one-part ones
 * that Helm also packages (`1.2` means `1.2.0`). `undefined` for anything else, such as leading zeros.
 */
export function parseVersion(version: string): SemVer | undefined {
  if (version.length > MAX_LENGTH) return undefined
  const short = SHORT.exec(version)
  if (short) return semver.parse(`${short[1]}.${short[2] ?? 0}.0`) ?? undefined
  // The library also accepts `=1.2.3` and blanks around it.
  return /^v?\d\S*$/.test(version) ? (semver.parse(version) ?? undefined) : undefined
}

/**
 * The same for versions that are already published, perhaps by another tool: also those that only Helm accepts, such as
 * `2024.01.05`.
 */
export function parsePublished(version: string): SemVer | undefined {
  const strict = parseVersion(version)
  const helm = strict ? undefined : readHelmVersion(version)
  if (!helm) return strict
  const { major, minor, patch, pre } = helm
  return semver.parse(`${major}.${minor}.${patch}${pre && `-${pre}`}`) ?? undefined
}

/** Order of two chart versions that `parsePublished` accepts, lowest first; build metadata does not count. */
export function compareVersions(a: string, b: string): number {
  return semver.compare(parsePublished(a) ?? '0.0.0-0', parsePublished(b) ?? '0.0.0-0')
}

/**
 * A warning sentence about a valid version that not all clients read alike; `undefined` if all do. Helm considers only
 * strict versions when it lists the tags of a registry, so others are found only when named in full.
 */
export function versionNotice(version: string): string | undefined {
  const strict = parseVersion(version)
  if (!strict || /^\d+\.\d+\.\d/.test(version)) return undefined
  return `Helm finds ${version} in an OCI registry only when it is named in full; ranges and "the newest" pass over it (${strict.version} is a version all clients read alike).`
}

/** Why `parseVersion` rejects it, to follow `the version "…" `. */
export function versionProblem(version: string): string {
  if (version.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters, the most an OCI tag may have`
  if (/^v?[\d.]*(?:^|\.|v)0\d/.test(version)) return 'has a number with a leading zero'
  return 'is not a semantic version'
}
