import { nextVersion } from '../../bump/next-version.ts'
import { compareVersions } from '../../chart/manifest/version.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { versionTooLow } from '../../plan/decision/refusals.ts'
import type { ProposedChange } from '../evidence/pull-request-base.ts'
import type { Run, Uses } from '../run.ts'

/**
 * New packages whose version is below the one that the chart has where a pull request left its base, by folder:
 * `VERSION_TOO_LOW`. No target need hold that version, so nothing else would refuse the lower one.
 */
export async function loweredVersions(
  run: Uses<'history'> & Pick<Run, 'settings'>,
  releases: readonly ChartDecision[],
  change: ProposedChange,
): Promise<ReadonlyMap<string, ReleaseError>> {
  if (run.settings.mode !== 'check') return new Map()
  const own = releases.filter(({ action }) => action === 'publish').map(({ chart }) => chart)
  const base = own.length === 0 ? undefined : await change.base()
  if (base === undefined) return new Map()
  const before = await run.history.sourcesAt(
    base,
    own.map(({ path }) => path),
  )
  return new Map(
    own.flatMap((chart) => {
      const { name, version } = before.charts.get(chart.path)?.manifest ?? {}
      if (version === undefined || name !== chart.manifest.name) return []
      if (compareVersions(chart.manifest.version, version) >= 0) return []
      const enough = nextVersion(version, 'patch')
      return [[chart.path, versionTooLow(chart, { enough, since: version, why: 'its base has that one' })] as const]
    }),
  )
}
