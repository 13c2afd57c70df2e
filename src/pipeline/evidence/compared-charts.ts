import { type ChartSide, chartSide, packagedSide } from '../../bump/registry.ts'
import { setAppVersion } from '../../chart/edit/edit.ts'
import { readChartYaml } from '../../chart/manifest/chart-yaml.ts'
import { buildCharts } from '../../chart/package/build.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { standInFor } from '../../chart/source/stand-in.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { informational } from '../../model/finding.ts'
import type { Baseline } from '../../plan/published/baseline.ts'
import type { Uses } from '../run.ts'
import { versionsStayOutOfGit } from '../run.ts'
import { allForeign, type Beside, missingFrom, packagedFiles, versionsAsReleased } from './packaged-files.ts'
import type { ProposedChange } from './pull-request-base.ts'

/** Codes that mean the artifact is not a chart. Anything else may be transient, so the next run retries it. */
const UNUSABLE = /^(ARCHIVE_|REGISTRY_NOT_A_CHART$)/

/** The run, and what it is allowed to download. */
export interface ComparisonContext {
  readonly run: Uses<'facts' | 'history' | 'buildContext', 'git', 'commit'>
  readonly change: ProposedChange
}

type Side = { readonly side: ChartSide } | { readonly why: string }

/**
 * The chart as a target holds it, or, if no target can give it, as git packages it from the commit that released it. Fails
 * with the target's error if that may be transient.
 */
export async function releasedChart(context: ComparisonContext, chart: ChartSource, since: Baseline): Promise<Side> {
  const failures: ReleaseError[] = []
  for (const { target, presence } of since.published) {
    try {
      const ref = { name: chart.manifest.name, version: since.version }
      return { side: packagedSide((await target.fetch({ ref, digest: presence.digest })).archive) }
    } catch (error) {
      failures.push(asReleaseError(error))
    }
  }
  const side = since.commit === undefined ? undefined : await sideInGit(context, chart, since.commit)
  if (side) return { side }
  const passing = failures.find(({ code }) => !UNUSABLE.test(code))
  if (passing) throw passing
  const why = failures[0]?.message ?? 'no target holds it, and git does not say which commit released it'
  return { why: `${since.version} can't be compared: ${why}` }
}

async function sideInGit(
  { run, change }: ComparisonContext,
  chart: ChartSource,
  commit: string,
): Promise<ChartSide | undefined> {
  const found = await run.history.chartAt({ path: chart.path, name: chart.manifest.name }, commit)
  return found && (await assembled({ run, change }, found.sources, found.chart, {})).side
}

export interface NowOptions {
  /** Subcharts that did not change are taken from here instead of being fetched again. */
  readonly old: ChartSide
  readonly appVersion?: string | undefined
}

/** The chart as this commit packages it, with the appVersion that it will have. Fails as building a chart does. */
export async function currentChart(
  context: ComparisonContext,
  sources: Sources,
  chart: ChartSource,
  { old, appVersion }: NowOptions,
): Promise<Assembled> {
  const overlay = versionsStayOutOfGit(context.run)
    ? versionsAsReleased(sources, chart, old.files)
    : new Map<string, string>()
  const { side, notes } = await assembled(context, sources, chart, { released: old.files, overlay })
  return { side: withAppVersion(side, appVersion), notes }
}

interface Assembled {
  readonly side: ChartSide
  readonly notes: readonly Finding[]
}

/**
 * A chart from git's own files, with the subcharts of a released package where the lock still names them. Helm
 * fetches only the others, and never for a pull request that names new places; then a note says what is missing.
 */
async function assembled(
  { run, change }: ComparisonContext,
  sources: Sources,
  chart: ChartSource,
  { released = new Map(), overlay = new Map() }: Beside,
): Promise<Assembled> {
  const missing = missingFrom(released, sources, chart)
  const files = await packagedFiles(run.platform.git, sources, chart, { released, overlay })
  if (missing.length === 0 && !files.some(({ content }) => standInFor(content))) {
    return { side: chartSide(files), notes: [] }
  }
  if (!(await change.mayFetch(sources, allForeign(sources, chart)))) {
    const text = `Not fetched for a pull request, which names it: ${missing.map(({ name }) => name).join(', ') || 'files in LFS'}`
    return {
      side: chartSide(files),
      notes: [informational('dependencies', 'evidence/not-fetched', chart.manifest.name, text)],
    }
  }
  const request = { path: chart.path, sources, overlay: new Map<string, string>() }
  const built = (await buildCharts([request], await run.buildContext())).get(request)
  if (built instanceof Uint8Array) return { side: packagedSide(built), notes: [] }
  throw built ?? new ReleaseError('BUG_UNEXPECTED', `${chart.path} was neither packaged nor refused.`)
}

/** As the release will write it; a problem with writing it is reported by the step that writes. */
function withAppVersion(side: ChartSide, appVersion: string | undefined): ChartSide {
  const file = 'Chart.yaml'
  const text = Buffer.from(side.files.get(file) ?? []).toString()
  try {
    const manifest = readChartYaml(text, file)
    if (appVersion === undefined || manifest.appVersion === appVersion) return side
    return { files: new Map([...side.files, [file, Buffer.from(setAppVersion(manifest, appVersion))]]) }
  } catch {
    return side
  }
}
