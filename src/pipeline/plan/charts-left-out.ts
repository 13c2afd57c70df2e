import { posix } from 'node:path'
import { readChartYaml, readRequirements } from '../../chart/manifest/chart-yaml.ts'
import { dependencyFolder } from '../../chart/source/local-dependencies.ts'
import type { Sources } from '../../chart/source/source.ts'
import type { Tree } from '../../chart/source/tree.ts'
import type { Dependency, ObjectId } from '../../model/chart.ts'
import { someOf } from '../../model/text.ts'
import { type ChartDecision, isForGitAlone } from '../../plan/decision/decision.ts'
import { chartFolders, foldersWithChart, isManifest } from '../../plan/scope/discover.ts'
import type { Git } from '../../ports/git.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Settings } from '../../settings.ts'
import type { History } from '../history.ts'

/** Charts in one sentence. */
const MAX_NAMED = 10
/** Chart.yaml files that are read for it; a repository that has more is told of those that come first. */
const MAX_READ = 2_000
const MAX_BYTES = 1024 * 1024

/** What of a run this needs. */
type ChartSearch = { readonly history: Pick<History, 'ownRepositories'> } & {
  readonly platform: { readonly git: Git }
  readonly facts: Pick<RunnerFacts, 'refType' | 'before'>
  readonly settings: Pick<Settings, 'charts' | 'exclude'>
}

export interface ChartsOfRun {
  readonly sources: Sources
  /** Folders of the charts of this run. */
  readonly folders: readonly string[]
}

/**
 * A warning that names the charts outside of the run which depend on one that it releases. Nothing is read for it unless
 * something is released.
 */
export async function dependentsLeft(
  run: ChartSearch,
  { sources, folders }: ChartsOfRun,
  decisions: readonly ChartDecision[],
): Promise<readonly string[]> {
  const released = decisions.filter(
    (decision) => ['publish', 'bump'].includes(decision.action) && !isForGitAlone(decision),
  )
  if (released.length === 0) return []
  const names = new Map(released.map(({ chart }) => [chart.path, chart.manifest.name]))
  const others = outside(sources.tree, folders).slice(0, MAX_READ)
  const texts = await textsOf(run.platform.git, sources.tree, others.flatMap(chartFiles))
  const left = others.flatMap((folder) => {
    const on = dependenciesIn(folder, texts).flatMap((dependency) => {
      const { repository, name } = dependency
      const byFolder = names.get(dependencyFolder(folder, repository) ?? '')
      const here = run.history.ownRepositories.filter(({ address }) => address === repository.replace(/\/$/, ''))
      const isByAddress = [...names].some(
        ([path, other]) => other === name && here.some((own) => own.holds({ name, path })),
      )
      return byFolder ?? (isByAddress ? name : [])
    })
    return on.length > 0 ? [`${folder} (${[...new Set(on)].join(', ')})`] : []
  })
  if (left.length === 0) return []
  return [
    `Charts that \`charts\` and \`exclude\` leave out depend on charts that are released here, and are not released with them: ${someOf(left, MAX_NAMED)}.`,
  ]
}

/** Without what is vendored in another chart, and so is a part of it. */
function outside(tree: Tree, folders: readonly string[]): readonly string[] {
  const own = new Set(folders)
  const all = foldersWithChart(tree.paths)
  const known = new Set(all)
  const isVendored = (folder: string) =>
    [...folder.matchAll(/(?:^|\/)charts\//g)].some(({ index }) => known.has(folder.slice(0, index) || '.'))
  return all.filter((folder) => !own.has(folder) && !isVendored(folder))
}

function chartFiles(folder: string): readonly string[] {
  return [posix.join(folder, 'Chart.yaml'), posix.join(folder, 'requirements.yaml')]
}

async function textsOf(git: Git, tree: Tree, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entries = paths.flatMap((path) => tree.entry(path) ?? [])
  const blobs = await git.blobs(
    entries.map(({ object }) => object),
    MAX_BYTES,
  )
  return new Map(entries.map(({ path, object }) => [path, Buffer.from(blobs.get(object) ?? []).toString()]))
}

/** What can't be read depends on nothing: it is not this run's to judge. */
function dependenciesIn(folder: string, texts: ReadonlyMap<string, string>): readonly Dependency[] {
  const [chartFile = '', requirementsFile = ''] = chartFiles(folder)
  try {
    const requirements = texts.get(requirementsFile)
    const { dependencies } = readChartYaml(texts.get(chartFile) ?? '', chartFile)
    return dependencies.length > 0 || requirements === undefined
      ? dependencies
      : readRequirements(requirements, requirementsFile)
  } catch {
    return []
  }
}

/**
 * Warnings about charts that the change which started this run took out of it. Needs the commit before it in the clone, and
 * reads a Chart.yaml only if that has gone or changed.
 */
export async function vanishedCharts(run: ChartSearch, charts: ChartsOfRun): Promise<readonly string[]> {
  const { sources, folders } = charts
  const names = folders.map((folder) => sources.charts.get(folder)?.manifest.name)
  // A chart that can't be read may be the one that is missing.
  if (run.facts.refType === 'tag' || names.includes(undefined)) return []
  const gone = (await chartsBefore(run, charts)).filter(({ name }) => !names.includes(name))
  const outside = gone.length > 0 ? await namesOutside(run.platform.git, charts) : new Map<string, string>()
  return gone.map(({ name, folder }) => {
    const what = whereabouts(folder, sources.charts.get(folder)?.manifest.name, outside.get(name))
    return `${name} is not released any more: ${what}. Its published versions stay.`
  })
}

function whereabouts(folder: string, instead: string | undefined, elsewhere: string | undefined): string {
  if (instead !== undefined) return `${folder} holds the chart ${instead} now`
  if (elsewhere === undefined) return `${folder}/Chart.yaml is gone`
  return `it is in ${elsewhere} now, which \`charts\` and \`exclude\` leave out`
}

/** The charts whose Chart.yaml has gone or changed since. */
async function chartsBefore({ facts, settings, platform: { git } }: ChartSearch, { sources: { tree } }: ChartsOfRun) {
  const before = await commitBefore(git, facts, tree.commit)
  const old = before === undefined ? [] : await git.tree(before).catch(() => [])
  const isCovered = chartFolders(settings.charts, settings.exclude)
  const changed = old.filter(({ path, object }) => {
    if (!isManifest(path) || tree.entry(path)?.object === object) return false
    return isCovered(posix.dirname(path))
  })
  const objects = changed.map(({ object }) => object)
  const blobs = await git.blobs(objects, MAX_BYTES)
  return changed.flatMap(({ path, object }) => {
    const name = nameIn(Buffer.from(blobs.get(object) ?? []).toString())
    return name === undefined ? [] : [{ name, folder: posix.dirname(path) }]
  })
}

async function commitBefore(git: Git, { before }: ChartSearch['facts'], head: ObjectId): Promise<ObjectId | undefined> {
  const pushed = before === undefined ? undefined : await git.resolve(`${before}^{commit}`)
  return pushed ?? git.resolve(`${head}^`)
}

async function namesOutside(git: Git, { sources, folders }: ChartsOfRun): Promise<ReadonlyMap<string, string>> {
  const files = outside(sources.tree, folders).map((folder) => posix.join(folder, 'Chart.yaml'))
  const texts = await textsOf(git, sources.tree, files.slice(0, MAX_READ))
  return new Map(
    [...texts].flatMap(([file, text]) => {
      const name = nameIn(text)
      return name === undefined ? [] : [[name, posix.dirname(file)] as const]
    }),
  )
}

function nameIn(chartYaml: string): string | undefined {
  try {
    return readChartYaml(chartYaml, 'Chart.yaml').name
  } catch {
    return undefined
  }
}
