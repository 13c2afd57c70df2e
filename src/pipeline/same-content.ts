import { buildCharts } from '../chart/build.ts'
import { asPublished, packagedTexts } from '../chart/published-locks.ts'
import { packageDifferences } from '../chart/same-package.ts'
import type { ChartSource, Sources } from '../chart/source.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import { shared } from '../model/once.ts'
import type { EvidenceContext } from '../plan/evidence.ts'
import { buildContext } from './build-context.ts'
import type { ProposedChange } from './proposed-change.ts'
import type { Run } from './run.ts'
import { allForeign } from './subcharts.ts'

/** The published lock is of other dependencies than those that the chart has now. */
const OUT_OF_STEP = /^(?:LOCK_\w+|CONSTRAINT_INVALID|DEPENDENCY_OUT_OF_STEP)$/

/**
 * Whether a package that another tool published holds what git packages, file by file (traps: adopting). A chart is built
 * once for all packages that were made with the same locks; one that can't be built is an error, never "different".
 */
export function contentComparison(run: Run, sources: Sources, change: ProposedChange): EvidenceContext['sameContent'] {
  const built = new Map<string, Promise<Uint8Array>>()
  return async (chart, { target, ref, published }) => {
    if (!(await change.mayFetch(sources, allForeign(sources, chart)))) throw notHere(chart)
    const { archive } = await target.fetch({ ref, digest: published.digest })
    const made = madeWith(sources, chart, archive)
    if (made === undefined) return false
    const key = `${chart.path} ${made.key}`
    const building = built.get(key) ?? shared(build(run, chart, made))
    built.set(key, building)
    return packageDifferences(archive, await building).length === 0
  }
}

/** `undefined` if what the package was made with does not fit the chart any more. */
function madeWith(sources: Sources, chart: ChartSource, archive: Uint8Array) {
  const texts = packagedTexts(archive)
  try {
    return asPublished(sources, chart.path, texts)
  } catch (error) {
    if (OUT_OF_STEP.test(asReleaseError(error).code)) return undefined
    throw error
  }
}

/** Times are no content, so the release commit is not looked for. */
async function build(run: Run, chart: ChartSource, made: ReturnType<typeof asPublished>): Promise<Uint8Array> {
  const request = { path: chart.path, sources: made.sources, overlay: made.overlay }
  const archive = (await buildCharts([request], await buildContext(run))).get(request)
  if (archive instanceof Uint8Array) return archive
  throw archive ?? new ReleaseError('BUG_UNEXPECTED', `${chart.path} was lost.`)
}

/** A pull request must not choose whom we fetch from; planning needs that only for what another tool published. */
function notHere({ manifest }: ChartSource): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_REFUSED',
    `Whether ${manifest.name} ${manifest.version}, which another tool published, has this content is not looked at for a pull request: it would fetch dependencies that the pull request names.`,
    { hint: 'It is decided once this is merged.', at: { file: manifest.file, line: manifest.versionSpan.line } },
  )
}
