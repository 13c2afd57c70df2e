import type { Finding } from '../../model/finding.ts'
import type { BumpLevel } from '../../model/settings.ts'

const ORDER: readonly Finding['level'][] = ['none', 'patch', 'minor', 'major']

/** Higher is more: 0 for `none`, 3 for `major`. */
export function rank(level: Finding['level']): number {
  return ORDER.indexOf(level)
}

/** The highest of all levels; `none` if there are no findings. */
export function highest(findings: readonly Finding[]): BumpLevel | 'none' {
  return findings.reduce<Finding['level']>((most, { level }) => (rank(level) > rank(most) ? level : most), 'none')
}

/**
 * The level that findings require at a version. Before 1.0.0 a breaking change is `minor`, as in semver, unless
 * `zeroMajor` is `major`.
 */
export function requiredLevel(
  findings: readonly Finding[],
  currentVersion: string,
  zeroMajor: 'minor' | 'major',
): BumpLevel | 'none' {
  const level = highest(findings)
  const unstable = /^v?0\./.test(currentVersion)
  return unstable && zeroMajor === 'minor' && level === 'major' ? 'minor' : level
}
