import { posix } from 'node:path'
import type { ChartManifest, ObjectId, PackagedChart, ResolvedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { writeArchive } from '../archive/archive.ts'
import { digestOf } from '../archive/digest.ts'
import { lintArchives, type ToLint } from '../lint/lint.ts'
import { lintable } from '../lint/schema-references.ts'
import { readLintings } from '../lint/values-files.ts'
import { type BuildContext, type BuildRequest, buildCharts } from './build.ts'
import { contentNotices } from './content-notices.ts'
import { dependencyFailed } from './package-failed.ts'
import { readPackagedChart } from './packaged-chart.ts'

/** One chart to package from its release commit. */
export interface PackageRequest extends BuildRequest {
  /** Recorded with the package; over git's content, even if edits are applied to it. */
  readonly fingerprint: string
  readonly commit: ObjectId
  readonly committedAt: Date
  readonly version: string
  readonly repositoryUrl?: string
}

/**
 * Packages charts with the real Helm and rewrites the archives, so that one commit gives one archive on any machine, at
 * any time, with any Helm. By folder: the package, or why there is none (`CHART_*`, `DEPENDENCY_*`, `LOCK_*`).
 */
export async function packageCharts(
  requests: readonly PackageRequest[],
  context: BuildContext,
): Promise<ReadonlyMap<string, PackagedChart | ReleaseError>> {
  const built = await buildCharts(requests, context)
  const finished = new Map(
    requests.map((request) => {
      const archive = built.get(request)
      if (!(archive instanceof Uint8Array)) return [request.path, notPackaged(request, archive)]
      return [request.path, attempt(request, archive, context.resolved.get(archive) ?? [])]
    }),
  )
  const ready = await withLintings(requests, finished, context)
  const toLint = [...ready.values()].flatMap((result) => (result instanceof ReleaseError ? [] : [result]))
  const results = [...ready].map(
    ([path, result]) => [path, result instanceof ReleaseError ? result : result.chart] as const,
  )
  return blameOnce(requests, new Map([...results, ...(await lintArchives(toLint, context))]))
}

/** With how each package is linted: its values files come from the commit that it is made of. */
async function withLintings(
  requests: readonly PackageRequest[],
  finished: ReadonlyMap<string, Finished | ReleaseError>,
  { git, lintRuleOf = () => ({ mode: 'on' }) }: BuildContext,
): Promise<ReadonlyMap<string, Finished | ReleaseError>> {
  const charts = requests.flatMap(({ path, sources: { tree, charts: all } }) => {
    const chart = all.get(path)
    return chart && !(finished.get(path) instanceof ReleaseError)
      ? [{ name: chart.manifest.name, path, tree, rule: lintRuleOf(chart) }]
      : []
  })
  const lintings = await readLintings(charts, git)
  return new Map(
    [...finished].map(([path, result]) => {
      const linting = lintings.get(path)
      if (result instanceof ReleaseError || linting === undefined) return [path, result]
      if (linting instanceof ReleaseError) return [path, linting]
      return [path, { ...result, chart: { ...result.chart, linting }, linting }]
    }),
  )
}

/**
 * A package contains its dependencies, so Helm finds a dependency's errors in it, too: they are reported once, at their
 * origin.
 */
function blameOnce(
  requests: readonly PackageRequest[],
  results: ReadonlyMap<string, PackagedChart | ReleaseError>,
): ReadonlyMap<string, PackagedChart | ReleaseError> {
  const blamed = new Map(results)
  for (const { path, sources } of requests) {
    const chart = sources.charts.get(path)
    const cause = chart?.local.find((local) => results.get(local.path) instanceof ReleaseError)
    if (!chart || !cause || !(results.get(path) instanceof ReleaseError)) continue
    blamed.set(path, dependencyFailed(chart, cause.path, results.get(cause.path) as ReleaseError))
  }
  return blamed
}

interface Finished extends ToLint {
  readonly chart: PackagedChart
}

/**
 * An archive of Helm's that we can't accept (one path with two contents, files over the limits) fails that chart alone.
 */
function attempt(
  request: PackageRequest,
  built: Uint8Array,
  resolved: readonly ResolvedChart[],
): Finished | ReleaseError {
  try {
    return finish(request, built, resolved)
  } catch (error) {
    const cause = asReleaseError(error)
    const file = posix.join(request.path, 'Chart.yaml')
    const message = `The package of ${request.path} can't be released: ${cause.message}.`
    return new ReleaseError(cause.code, message, { hint: cause.hint, at: { file }, cause })
  }
}

function finish(request: PackageRequest, built: Uint8Array, resolved: readonly ResolvedChart[]): Finished {
  const { manifest, files } = readPackagedChart(built)
  if (manifest.version !== request.version) {
    throw new ReleaseError(
      'BUG_UNEXPECTED',
      `${request.path} was packaged as ${manifest.version} instead of ${request.version}.`,
    )
  }
  requireSameReading(request, manifest)
  const notices = contentNotices(request, files)
  const archive = writeArchive(manifest.name, files, request.committedAt)
  const chart = {
    name: manifest.name,
    version: manifest.version,
    path: request.path,
    ...(manifest.appVersion !== undefined && { appVersion: manifest.appVersion }),
    archive,
    digest: digestOf(archive),
    metadata: manifest.metadata,
    fingerprint: request.fingerprint,
    revision: request.commit,
    created: request.committedAt,
    ...(request.repositoryUrl !== undefined && { repositoryUrl: request.repositoryUrl }),
    ...(resolved.length > 0 && { resolved }),
  }
  const own = new Set(request.sources.charts.get(request.path)?.files.map(({ path }) => path))
  const forLint = lintable(chart, files)
  return { chart, ...forLint, notices: [...notices, ...forLint.notices], isOwn: (path) => own.has(path) }
}

/** The fields that Helm acts on or shows first. */
const COMPARED = ['name', 'appVersion', 'kubeVersion', 'apiVersion', 'type'] as const

/**
 * Chart.yaml as Helm read it must match the one that the plan and the edits of this run were made from: YAML has more
 * corners than two readers agree on.
 */
function requireSameReading({ sources, path }: PackageRequest, packaged: ChartManifest): void {
  const read = sources.charts.get(path)?.manifest
  const field = read && COMPARED.find((name) => read.metadata[name] !== packaged.metadata[name])
  if (!read || field === undefined) return
  const [ours, helms] = [read, packaged].map(({ metadata }) => JSON.stringify(metadata[field] ?? ''))
  throw new ReleaseError('CHART_YAML_INVALID', `Helm reads \`${field}\` of ${read.file} as ${helms}, not as ${ours}`, {
    hint: `Write \`${field}\` on a line of its own, in double quotes.`,
    at: { file: read.file },
  })
}

function notPackaged(request: PackageRequest, why: ReleaseError | undefined): ReleaseError {
  return why ?? new ReleaseError('BUG_UNEXPECTED', `${request.path} was neither packaged nor refused.`)
}
