import type { Finding } from '../../../../model/finding.ts'
import { immutableFindings } from './immutable.ts'
import { oldDefaultsFindings } from './old-defaults.ts'
import { outputFindings } from './outputs.ts'
import { referenceFindings } from './references.ts'
import { type Chance, NO_CHANCE, type RenderedPair } from './rendered-pair.ts'
import { resourceFindings } from './resources.ts'
import { servedVersionFindings } from './served-versions.ts'

/** Renderings of both sides with the same values; what chance is in them is still to be found out. */
export type Renderings = Omit<RenderedPair, 'chance'>

/**
 * Everything that two renderings show. `again` renders both sides once more to find what is chance; it is asked only where
 * they differ, so most sides are rendered once.
 */
export async function compareRendered(
  views: Renderings,
  files: ReadonlyMap<string, unknown>,
  again: () => Promise<Chance>,
): Promise<readonly Finding[]> {
  if (findingsOf({ ...views, chance: NO_CHANCE }, files).length === 0) return []
  return findingsOf({ ...views, chance: await again() }, files)
}

function findingsOf(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return [
    ...resourceFindings(pair, files),
    ...immutableFindings(pair, files),
    ...servedVersionFindings(pair, files),
    ...referenceFindings(pair, files),
    ...oldDefaultsFindings(pair, files),
    // What else the values of the chart's own tests change is no news beside the defaults.
    ...(pair.hasOwnValues ? [] : outputFindings(pair, files)),
  ]
}
