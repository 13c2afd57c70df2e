import { compareVersions } from '../../chart/manifest/version.ts'
import { nextVersion, onward } from '../next-version.ts'
import type { BumpStrategy, Numbering } from '../strategy.ts'

/**
 * Versions by calendar, `YYYY.M.MICRO`: year and month (UTC) of the commit that is released, then a number that starts at 0
 * every month. The commit's date and never the clock, so that a run that is repeated gives the same version.
 */
export const calver: BumpStrategy = {
  name: 'calver',
  summary: 'by the date of the commit (`2026.12.0`)',
  needs: [],
  counts: () => false,
  async decide({ committedAt }) {
    return { numbering: byMonth(await committedAt()), reason: '`bump: calver`' }
  },
}

/** A version from a later month, such as one that was written by hand, is counted on: what is published is never undercut. */
function byMonth(date: Date): Numbering {
  const month = { major: date.getUTCFullYear(), minor: date.getUTCMonth() + 1, patch: 0 }
  return {
    next(current, limit) {
      const first = onward(current, month)
      const isPossible = first !== undefined && (limit === undefined || compareVersions(first, limit) < 0)
      return isPossible ? first : nextVersion(current, 'patch')
    },
    reaches: (released, version) => compareVersions(version, released) > 0,
  }
}
