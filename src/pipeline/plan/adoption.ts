import { asPublished, packagedTexts } from '../../chart/dependencies/published-locks.ts'
import { buildCharts } from '../../chart/package/build.ts'
import { packageDifferences } from '../../chart/package/same-package.ts'
import { levelsOf } from '../../chart/source/graph.ts'
import { fromWherePublished, isByFolder, versionKey } from '../../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { shared } from '../../model/async/memoize.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { EvidenceContext } from '../../plan/published/target-state.ts'
import { allForeign } from '../evidence/packaged-files.ts'
import type { ProposedChange } from '../evidence/pull-request-base.ts'
import type { Run } from '../run.ts'

/** The published lock is of other dependencies than those that the chart has now. */
const OUT_OF_STEP = /^(?:LOCK_\w+|CONSTRAINT_INVALID|DEPENDENCY_OUT_OF_STEP)$/

/**
 * Whether a package that another tool published holds what git packages, file by file (traps: adopting). A chart is built
 * once for all packages that were made with the same locks; one that can't be built is an error, never "different".
 */
export function contentComparison(
  run: Pick<Run, 'buildContext'>,
  sources: Sources,
  change: ProposedChange,
): EvidenceContext['sameContent'] {
  const built = new Map<string, Promise<Uint8Array>>()
  async function isSame(archive: Uint8Array, chart: ChartSource, from: Sources): Promise<boolean> {
    const made = madeWith(from, chart, archive)
    if (made === undefined) return false
    const key = JSON.stringify([chart.path, from === sources, made.key])
    const building = built.get(key) ?? shared(build(run, chart, made))
    built.set(key, building)
    return packageDifferences(archive, await building).length === 0
  }
  return async (chart, { target, ref, published }) => {
    if (!(await change.mayFetch(sources, allForeign(sources, chart)))) throw notHere(chart)
    const { archive } = await target.fetch({ ref, digest: published.digest })
    if (await isSame(archive, chart, sources)) return true
    const pinned = pinnedIn(sources, chart)
    if (pinned.size === 0) return false
    const fetched = fromWherePublished(sources, pinned)
    if (!(await change.mayFetch(fetched, allForeign(fetched, chart)))) throw notHere(chart)
    return isSame(archive, chart, fetched).catch(notAllowed)
  }
}

/** Versions of this repository that a chart names by their published address: git may hold other content of them by now. */
function pinnedIn({ charts }: Sources, chart: ChartSource): ReadonlySet<string> {
  const all = levelsOf(charts, [chart.path]).flat()
  const named = all.flatMap(({ local }) => local.filter((one) => !isByFolder(one)))
  return new Set(named.flatMap(({ path }) => charts.get(path)?.manifest ?? []).map(versionKey))
}

/** Where nothing may be fetched from there, what git holds is all there is to compare with. */
function notAllowed(error: unknown): false {
  if (asReleaseError(error).code === 'DEPENDENCY_REFUSED') return false
  throw error
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
async function build(
  run: Pick<Run, 'buildContext'>,
  chart: ChartSource,
  made: ReturnType<typeof asPublished>,
): Promise<Uint8Array> {
  const request = { path: chart.path, sources: made.sources, overlay: made.overlay }
  const archive = (await buildCharts([request], await run.buildContext())).get(request)
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
