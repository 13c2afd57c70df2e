import type { Finding } from '../../../../model/finding.ts'
import { renderedCrdFindings } from './crd-fields.ts'
import { immutableFindings } from './immutable.ts'
import { oldDefaultsFindings } from './old-defaults.ts'
import { outputFindings } from './outputs.ts'
import { podFindings } from './pod-findings.ts'
import { referenceFindings } from './references.ts'
import { type Chance, NO_CHANCE, type RenderedPair } from './rendered-pair.ts'
import { resourceFindings } from './resources.ts'
import { secretKeyFindings } from './secret-keys.ts'
import { servedVersionFindings } from './served-versions.ts'
import { servicePortFindings } from './service-ports.ts'

/** Renderings of both sides with the same values, before it is known which differences are chance. */
export type Renderings = Omit<RenderedPair, 'chance'>

/**
 * All findings of two renderings. `again` renders both sides once more to find differences by chance; it is called only
 * if they differ, so most sides are rendered once.
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
    ...servicePortFindings(pair, files),
    ...secretKeyFindings(pair, files),
    ...podFindings(pair, files),
    ...renderedCrdFindings(pair, files),
    ...oldDefaultsFindings(pair, files),
    // Other effects of the values of the chart's own tests add nothing to those of the defaults.
    ...(pair.hasOwnValues ? [] : outputFindings(pair, files)),
  ]
}
