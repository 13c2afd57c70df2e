import type { Finding } from '../../../model/finding.ts'
import { chanceIn } from './chance.ts'
import { compareRendered } from './compare/compare-rendered.ts'
import { failsNow } from './not-rendered.ts'
import { isOwnFailure } from './render/failure.ts'
import type { OpenPair } from './render/renders.ts'

const ON_UPGRADES = "with the chart's defaults on an upgrade"

/**
 * Both sides as `helm upgrade` renders them, if a template can tell it from an installation: who has the chart already meets
 * that one. What is the same on installations is left to `defaultsFindings`.
 */
export async function upgradeFindings(pair: OpenPair): Promise<readonly Finding[]> {
  const { before, after, now, read } = pair
  if (![before, after].some(({ prepared }) => prepared.knowsUpgrades)) return []
  const [was, is] = await pair.renders([before, after].map((side) => ({ side, isUpgrade: true })))
  if (!was || !is || 'failed' in was) return []
  if ('failed' in is)
    return isOwnFailure(is, after.prepared.stubs.length > 0) ? [failsNow(ON_UPGRADES, now.files, is)] : []
  const views = {
    renderedWith: ON_UPGRADES,
    hasOwnValues: true,
    before: read(was.manifests),
    after: read(is.manifests),
  }
  return compareRendered(views, now.files, () => chanceIn(pair, views, { isUpgrade: true }))
}
