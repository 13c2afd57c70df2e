import type { SemVer } from 'semver'
import { compareVersions, parsePublished, parseVersion } from '../chart/manifest/version.ts'
import { ReleaseError } from '../model/errors.ts'
import type { BumpLevel } from '../model/settings.ts'
import { firstPreRelease, nextPreRelease, preReleaseLine } from './pre-release.ts'

/**
 * The version after `current`, on its own line. A leading `v` stays; `1.2` counts as `1.2.0` and becomes three numbers,
 * which all clients read alike; build metadata goes, as it tells of one build. A pre-release stays one, since only the
 * author says when it is finished: its number rises (`rc.1` to `rc.2`, `SNAPSHOT` to `SNAPSHOT.1`) while its version
 * covers the level (`2.0.0-rc.1` any, `1.3.0-rc.1` minor and patch), else the line starts anew (`1.2.3-rc.4` minor is
 * `1.3.0-rc.1`). Fails with `CHART_VERSION_INVALID`.
 */
export function nextVersion(current: string, level: BumpLevel): string {
  const version = parse(current)
  const prefix = prefixOf(current)
  if (version.prerelease.length === 0) return checked(`${prefix}${core(raised(version, level))}`, current)
  if (covers(version, level)) return checked(`${prefix}${core(version)}-${nextPreRelease(version.prerelease)}`, current)
  return checked(`${prefix}${core(raised(version, level))}-${firstPreRelease(version.prerelease)}`, current)
}

/** The pre-release of a version, on its way to which an application with this label is: `1.3.0` and `rc.1` give `1.3.0-rc.1`. */
export function asPreRelease(version: string, label: string): string {
  return checked(`${prefixOf(version)}${core(parse(version))}-${label}`, version)
}

export function isPreRelease(version: string): boolean {
  return (parseVersion(version)?.prerelease.length ?? 0) > 0
}

/**
 * Whether a version is at least a bump of `level` after a release. A pre-release counts as what it leads to: `2.0.0-rc.1` is
 * a major step from `1.4.2`, and after `2.0.0-rc.1` everything up to `2.0.0` is one more.
 */
export function reaches(released: string, version: string, level: BumpLevel): boolean {
  const base = published(released)
  const least = base.prerelease.length > 0 && covers(base, level) ? core(base) : core(raised(base, level))
  return compareVersions(version, released) > 0 && compareVersions(core(parse(version)), least) >= 0
}

/** How far a version is from an earlier one, by its first number that differs; `none` where it is none further. */
export function levelBetween(earlier: string, later: string): BumpLevel | 'none' {
  const [a, b] = [published(earlier), parse(later)]
  if (compareVersions(later, earlier) <= 0) return 'none'
  if (a.major !== b.major) return 'major'
  return a.minor !== b.minor ? 'minor' : 'patch'
}

/**
 * The versions that bumps of `level` from `current` may have led to, highest first: for `patch` those on its major.minor
 * line, for `minor` on its major line; none below `current`, with its `v` or without as it is, and on its pre-release
 * line. What is no version is left out. With `commit: none` the first stands for the version in git, which never moves.
 */
export function versionsOnLine(versions: readonly string[], current: string, level: BumpLevel): readonly string[] {
  const own = parse(current)
  const onLine = versions.filter((text) => {
    const version = parseVersion(text)
    if (!version || prefixOf(text) !== prefixOf(current) || compareVersions(text, current) < 0) return false
    return preReleaseLine(version.prerelease) === preReleaseLine(own.prerelease) && sameLine(own, version, level)
  })
  return onLine.sort((a, b) => compareVersions(b, a))
}

function parse(text: string): SemVer {
  return parseVersion(text) ?? refuse(text)
}

/** Another tool may have released it. */
function published(text: string): SemVer {
  return parsePublished(text) ?? refuse(text)
}

function refuse(text: string): never {
  throw new ReleaseError(
    'CHART_VERSION_INVALID',
    `${JSON.stringify(text.slice(0, 140))} is not a version to count on from`,
  )
}

function checked(next: string, current: string): string {
  if (parseVersion(next)) return next
  throw new ReleaseError('CHART_VERSION_INVALID', `There is no version after ${current}: a number is too large`)
}

function prefixOf(text: string): string {
  return text.startsWith('v') ? 'v' : ''
}

function core({ major, minor, patch }: Pick<SemVer, 'major' | 'minor' | 'patch'>): string {
  return `${major}.${minor}.${patch}`
}

function raised({ major, minor, patch }: SemVer, level: BumpLevel) {
  if (level === 'major') return { major: major + 1, minor: 0, patch: 0 }
  if (level === 'minor') return { major, minor: minor + 1, patch: 0 }
  return { major, minor, patch: patch + 1 }
}

/** Whether the release that a pre-release leads to is at least that far from the one before. */
function covers({ minor, patch }: SemVer, level: BumpLevel): boolean {
  return level === 'patch' || (patch === 0 && (level === 'minor' || minor === 0))
}

function sameLine(own: SemVer, version: SemVer, level: BumpLevel): boolean {
  if (own.prerelease.length > 0 && covers(own, level)) return core(own) === core(version)
  if (level === 'major') return true
  return own.major === version.major && (level === 'minor' || own.minor === version.minor)
}
