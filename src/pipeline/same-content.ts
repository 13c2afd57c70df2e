import { compareArchives } from '../chart/archive.ts'
import { packageCharts } from '../chart/package.ts'
import type { ChartSource, Sources } from '../chart/source.ts'
import type { PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { shared } from '../model/once.ts'
import { allOf } from '../model/settle.ts'
import type { Published, Target } from '../model/target.ts'
import { releaseCommits } from '../plan/release-commit.ts'
import { buildContext } from './build-context.ts'
import type { ProposedChange } from './proposed-change.ts'
import { ownRepositories, type Run } from './run.ts'
import { allForeign } from './subcharts.ts'

/**
 * Whether a package that another tool published holds what git packages, file by file (traps: adopting). Each chart is
 * packaged at most once for this; a chart that can't be packaged is an error, never "different".
 */
export function contentComparison(
  run: Run,
  sources: Sources,
  change: ProposedChange,
): (chart: ChartSource, target: Target, published: Published) => Promise<boolean> {
  const packaged = new Map<string, Promise<PackagedChart>>()
  return async (chart, target, published) => {
    if (!(await change.mayFetch(sources, allForeign(sources, chart)))) throw notHere(chart)
    const packaging = packaged.get(chart.path) ?? shared(packageFromGit(run, sources, chart))
    packaged.set(chart.path, packaging)
    const ref = { name: chart.manifest.name, version: chart.manifest.version }
    const [theirs, ours] = await allOf([target.fetch({ ref, digest: published.digest }), packaging])
    return compareArchives(theirs.archive, ours.archive).length === 0
  }
}

/** A pull request must not choose whom we fetch from; planning needs that only for what another tool published. */
function notHere({ manifest }: ChartSource): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_REFUSED',
    `Whether ${manifest.name} ${manifest.version}, which another tool published, has this content is not looked at for a pull request: it would fetch dependencies that the pull request names.`,
    { hint: 'It is decided once this is merged.', at: { file: manifest.file, line: manifest.versionSpan.line } },
  )
}

async function packageFromGit(run: Run, sources: Sources, chart: ChartSource): Promise<PackagedChart> {
  const history = { git: run.platform.git, ownRepositories: ownRepositories(run) }
  const release = (await releaseCommits(history, sources, [chart])).get(chart.path)
  const request = {
    path: chart.path,
    sources,
    overlay: new Map<string, string>(),
    fingerprint: chart.fingerprint,
    version: chart.manifest.version,
    commit: release?.commit ?? sources.tree.commit,
    committedAt: release?.committedAt ?? (await run.platform.git.commitTime(sources.tree.commit)),
  }
  const result = (await packageCharts([request], await buildContext(run))).get(chart.path)
  if (!result || result instanceof ReleaseError)
    throw result ?? new ReleaseError('BUG_UNEXPECTED', `${chart.path} was lost.`)
  return result
}
