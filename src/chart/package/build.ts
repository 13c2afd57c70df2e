import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ResolvedChart } from '../../model/chart.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { LintRule } from '../../model/linting.ts'
import type { ChartSettings, DependencySettings } from '../../model/settings.ts'
import type { Files } from '../../ports/files.ts'
import type { Git } from '../../ports/git.ts'
import type { Helm } from '../../ports/helm.ts'
import { HELM_LIMITS } from '../archive/archive.ts'
import { checkExternal } from '../dependencies/check-external.ts'
import { checkInStep } from '../dependencies/check-in-step.ts'
import { archivesFor, checkVendored } from '../dependencies/check-vendored.ts'
import type { FetchDependency } from '../dependencies/fetch-dependency.ts'
import { fetchExternal, resolvedChart } from '../dependencies/fetch-external.ts'
import { type Holder, readVendored, type VendoredChart } from '../dependencies/vendored.ts'
import { type ExportedChart, exportCharts } from '../source/export.ts'
import { levelsOf } from '../source/graph.ts'
import type { ChartSource, Sources } from '../source/source.ts'
import type { Tree } from '../source/tree.ts'
import { dependencyFailed, packageFailed } from './package-failed.ts'
import { type TakenArchive, takeEach } from './taken-archive.ts'

const FETCHES_AT_ONCE = 8

export interface BuildRequest {
  readonly path: string
  /** The repository at the release commit, with edits applied. */
  readonly sources: Sources
  readonly overlay: ReadonlyMap<string, string>
}

export interface BuildContext {
  readonly git: Git
  readonly files: Files
  readonly helm: Helm
  readonly fetch: FetchDependency
  readonly warn: (text: string) => void
  readonly dependencies: DependencySettings
  readonly settingsOf: (chart: ChartSource) => ChartSettings
  /** How a chart is to be linted; absent: as without settings. */
  readonly lintRuleOf?: (chart: ChartSource) => LintRule
  /**
   * Archives that this run built before, by content: a second pass (a chart left out, a branch that moved) builds only
   * what is new.
   */
  readonly built: Map<string, Uint8Array>
  /** Gives an archive that another machine built, instead of building it; throws if it can't. */
  readonly handedOver?: (request: BuildRequest) => Promise<TakenArchive>
  /** What was fetched for an archive that this run built. */
  readonly resolved: WeakMap<Uint8Array, readonly ResolvedChart[]>
}

/** A chart of one commit that must be built: requested itself, or needed inside another. */
interface Node {
  readonly exported: ExportedChart
  readonly sources: Sources
  readonly asked: boolean
}

type Built = Uint8Array | ReleaseError

/**
 * Builds Helm archives in dependency order: export, dependencies, package. Charts of one level share one Helm process,
 * whatever commits they come from. A failed chart fails only those that contain it.
 */
export async function buildCharts<R extends BuildRequest>(
  requests: readonly R[],
  context: BuildContext,
): Promise<ReadonlyMap<R, Built>> {
  if (context.handedOver) return takeEach(requests, context.handedOver, context.resolved)
  const results = new Map<Sources, Map<string, Built>>()
  const levels: Node[][] = []
  for (const [sources, group] of Map.groupBy(requests, (request) => request.sources)) {
    const built = new Map<string, Built>()
    results.set(sources, built)
    await exportGroup(sources, group, { context, built, levels })
  }
  for (const level of levels) await buildLevel(level ?? [], { context, results })
  return new Map(
    requests.flatMap((request) => {
      const built = results.get(request.sources)?.get(request.path)
      return built ? [[request, built] as const] : []
    }),
  )
}

interface Grouping {
  readonly context: BuildContext
  readonly built: Map<string, Built>
  readonly levels: Node[][]
}

async function exportGroup(sources: Sources, group: readonly BuildRequest[], { context, built, levels }: Grouping) {
  const asked = new Set(group.map((request) => request.path))
  const groupLevels = levelsOf(sources.charts, [...asked]).map((level) =>
    level.filter((chart) => {
      const archive = context.built.get(contentKey(chart, sources))
      if (archive) built.set(chart.path, archive)
      return !archive
    }),
  )
  const { exported, problems, notices } = await exportCharts(context, sources.tree, groupLevels.flat())
  for (const notice of notices) context.warn(notice)
  for (const [path, problem] of [...sources.problems, ...problems]) built.set(path, problem)
  const overlay = group[0]?.overlay ?? new Map<string, string>()
  await writeOverlay(context.files, { exported, overlay, tree: sources.tree })
  const byPath = new Map(exported.map((one) => [one.chart.path, one]))
  for (const [depth, level] of groupLevels.entries()) {
    levels[depth] ??= []
    const nodes = level.flatMap((chart) => byPath.get(chart.path) ?? [])
    levels[depth].push(...nodes.map((one) => ({ exported: one, sources, asked: asked.has(one.chart.path) })))
  }
}

/** All inputs of an archive, its dependencies of this repository included. */
function contentKey(chart: ChartSource, sources: Sources): string {
  const below = chart.local.map((local) => {
    const dependency = sources.charts.get(local.path)
    return dependency ? contentKey(dependency, sources) : ''
  })
  const own = [chart.path, chart.fingerprint, chart.manifest.text, chart.dependencyFile.text, chart.lock?.text ?? '']
  return createHash('sha256')
    .update(JSON.stringify([own, below]))
    .digest('hex')
}

interface Overlaid {
  readonly exported: readonly ExportedChart[]
  readonly overlay: ReadonlyMap<string, string>
  readonly tree: Tree
}

async function writeOverlay(files: Files, { exported, overlay, tree }: Overlaid): Promise<void> {
  for (const { chart, folder } of exported) {
    for (const [path, text] of overlay) {
      const inside = posix.relative(chart.path, path)
      // A lock that only the published package has is not in git.
      const isPublished = path === chart.lock?.file && tree.entry(path) === undefined
      if (isPublished || chart.files.some((file) => file.path === inside))
        await files.write(posix.join(folder, inside), text)
    }
  }
}

interface Building {
  readonly context: BuildContext
  readonly results: ReadonlyMap<Sources, Map<string, Built>>
}

async function buildLevel(level: readonly Node[], building: Building): Promise<void> {
  const { context, results } = building
  const ready: Node[] = []
  const resolved = new Map<Node, readonly ResolvedChart[]>()
  const fail = (node: Node, error: ReleaseError) => results.get(node.sources)?.set(node.exported.chart.path, error)
  await mapConcurrent(level, FETCHES_AT_ONCE, async (node) => {
    try {
      resolved.set(node, await placeDependencies(node, building))
      ready.push(node)
    } catch (error) {
      fail(node, asReleaseError(error))
    }
  })
  const packaged = await context.helm.package(ready.map((node) => node.exported.folder))
  for (const node of ready) {
    const archive = packaged.get(node.exported.folder)
    if (archive instanceof Uint8Array) {
      results.get(node.sources)?.set(node.exported.chart.path, archive)
      context.resolved.set(archive, resolved.get(node) ?? [])
      if (node.asked) context.built.set(contentKey(node.exported.chart, node.sources), archive)
    } else fail(node, packageFailed(node.exported, archive?.failed ?? 'Helm said nothing of it'))
  }
}

/**
 * Fills `charts/`: the run's own archives for charts of this repository, fetched ones for external dependencies. Returns what
 * was fetched, here and for the former.
 */
async function placeDependencies(
  { exported, sources }: Node,
  { context, results }: Building,
): Promise<readonly ResolvedChart[]> {
  const { chart, folder } = exported
  const vendored = await vendoredIn(exported, context.files)
  checkInStep(chart, sources)
  checkVendored(holderOf(chart, vendored), localVersions(chart, sources))
  checkExternal(chart, vendored, context.dependencies, context.settingsOf(chart))
  const own = chart.local.map(({ path, dependency }) => {
    const archive = results.get(sources)?.get(path)
    const manifest = sources.charts.get(path)?.manifest
    if (!(archive instanceof Uint8Array) || !manifest) throw dependencyFailed(chart, path, archive)
    return { dependency: { ...dependency, name: manifest.name }, version: manifest.version, archive }
  })
  const fetched = await fetchExternal(context.fetch, chart, vendored, context.dependencies)
  const inherited = own.flatMap(({ archive }) => context.resolved.get(archive) ?? [])
  const resolved = [...fetched.map(resolvedChart), ...inherited]
  for (const [path, archive] of archivesFor(holderOf(chart, vendored), [...own, ...fetched]))
    await context.files.write(posix.join(folder, path), archive)
  return resolved
}

function vendoredIn({ chart, folder }: ExportedChart, files: Files): Promise<readonly VendoredChart[]> {
  const paths = chart.files.map(({ path }) => path)
  const read = (path: string) => files.read(posix.join(folder, path), HELM_LIMITS.totalBytes)
  return readVendored({ root: chart.path, paths, read })
}

function holderOf(
  { manifest, path, dependencies, dependencyFile, lock }: ChartSource,
  vendored: Holder['vendored'],
): Holder {
  return {
    ...{ name: manifest.name, path, dependencies, dependencyFile: dependencyFile.file, vendored },
    ...(lock && { lock }),
  }
}

function localVersions({ local }: ChartSource, { charts }: Sources): ReadonlyMap<number, string> {
  const versions = local.map(({ index, path }) => [index, charts.get(path)?.manifest.version] as const)
  return new Map(versions.flatMap(([index, version]) => (version === undefined ? [] : [[index, version] as const])))
}
