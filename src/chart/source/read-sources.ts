import { posix } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Git } from '../../ports/git.ts'
import { fingerprint } from './fingerprint.ts'
import { cycleThrough } from './graph.ts'
import { leftOutOf } from './left-out.ts'
import { archivePath, findLocal, isByFolder } from './local-dependencies.ts'
import { type ChartDraft, draftChart, type SmallFile, smallFiles } from './read-chart.ts'
import type { ChartSource, LocalDependency, OwnRepository, Sources } from './source.ts'
import { filesOf, readTree, type SourceFile, type Tree } from './tree.ts'

export interface ReadOptions {
  /** Addresses this run publishes to: a dependency from there is local too if the repository has that version. */
  readonly ownRepositories?: readonly OwnRepository[]
  /** Texts that replace the commit's own files, by path: edits that are never committed (`commit: none`). */
  readonly overlay?: ReadonlyMap<string, string>
}

/**
 * Reads the charts in `folders` at a commit, and the charts of this repository that they depend on. Two git calls per
 * level of dependencies, however many charts there are.
 */
export async function readSources(
  git: Pick<Git, 'tree' | 'blobs'>,
  commit: ObjectId,
  folders: readonly string[] | ((tree: Tree) => readonly string[]),
  { ownRepositories = [], overlay = new Map() }: ReadOptions = {},
): Promise<Sources> {
  const tree = await readTree(git, commit)
  const asked = typeof folders === 'function' ? folders(tree) : folders
  const reading = { git, tree, ownRepositories, overlay, drafts: new Map<string, ChartDraft>(), problems: new Map() }
  await readDrafts(reading, asked)
  const charts = new Map<string, ChartSource>()
  for (const path of reading.drafts.keys()) finish(path, { ...reading, charts })
  return { tree, charts, problems: reading.problems }
}

interface Reading extends Required<ReadOptions> {
  readonly git: Pick<Git, 'tree' | 'blobs'>
  readonly tree: Tree
  readonly drafts: Map<string, ChartDraft>
  readonly problems: Map<string, ReleaseError>
}

/** In waves: the requested charts, then those that they depend on, until none is new. */
async function readDrafts(reading: Reading, asked: readonly string[]): Promise<void> {
  const { git, tree, drafts, problems } = reading
  for (let wave = [...asked]; wave.length > 0; ) {
    const found = new Map<string, readonly SmallFile[]>()
    for (const folder of wave) attempt(problems, folder, () => found.set(folder, smallFiles(tree, folder)))
    const blobs = await git.blobs([...found.values()].flatMap((files) => files.map(({ entry }) => entry.object)))
    for (const [folder, files] of found)
      attempt(problems, folder, () =>
        drafts.set(folder, draftChart(folder, { files, blobs, overlay: reading.overlay })),
      )
    const linked =
      reading.ownRepositories.length > 0 ? [...drafts.values()] : wave.flatMap((folder) => drafts.get(folder) ?? [])
    for (const draft of linked) {
      attempt(problems, draft.path, () => {
        draft.local = findLocal(tree, draft, drafts, reading.ownRepositories)
      })
    }
    const next = new Set(linked.flatMap((draft) => draft.local.map((local) => local.path)))
    wave = [...next].filter((path) => !drafts.has(path) && !problems.has(path))
  }
}

interface Work {
  readonly tree: Tree
  readonly drafts: ReadonlyMap<string, ChartDraft>
  readonly charts: Map<string, ChartSource>
  readonly problems: Map<string, ReleaseError>
}

/** Completes a chart after the charts that it depends on: their fingerprints are part of its own. */
function finish(path: string, work: Work, above: readonly string[] = []): ChartSource | undefined {
  const done = work.charts.get(path)
  if (done) return done
  const draft = work.drafts.get(path)
  if (!draft || work.problems.has(path)) return undefined
  return attempt(work.problems, path, () => {
    if (above.includes(path)) throw refuseCircle(above.slice(above.indexOf(path)), work)
    const sound: LocalDependency[] = []
    const local = draft.local.flatMap((one) => {
      const { dependency, path: from } = one
      const chart = finish(from, work, [...above, path])
      // A chart referred to by its published address may be published, whatever git has of it now.
      if (!chart && !isByFolder(one)) return []
      if (!chart) throw brokenDependency(draft, dependency.name, dependency.line, work.problems.get(from))
      sound.push(one)
      // A chart referred to by its published address is determined by the lock; whether the repository still has that
      // version is not part of the content.
      if (!isByFolder(one)) return []
      return [{ name: chart.manifest.name, version: chart.manifest.version, fingerprint: chart.fingerprint }]
    })
    // A cycle through such an address.
    if (work.problems.has(path)) return undefined
    const files = packagedFrom(work, draft)
    const leftOut = leftOutOf(work.tree, draft, files)
    const { local: _local, ignored: _, ignoredBy: __, ...chart } = draft
    const source = {
      ...chart,
      ...(leftOut.length > 0 && { leftOut }),
      local: sound,
      files,
      fingerprint: fingerprint(draft.manifest, files, draft.lock, local),
    }
    work.charts.set(path, source)
    return source
  })
}

/**
 * The files of git that a package is made from. Helm keeps every file of the chart's folder, including dependencies
 * inside it. Only one in `charts/` is not taken twice: its own archive is put there.
 */
function packagedFrom({ tree, charts }: Work, { path, ignored, local }: ChartDraft): readonly SourceFile[] {
  const whole = filesOf(tree, path, ignored)
  const folders = new Map(
    local.flatMap((one) => {
      const inside = posix.relative(path, one.path)
      const chart = charts.get(one.path)
      // A package without archives has only the folder.
      const isPlaced = chart && !ignored(archivePath(chart.manifest), false)
      return isPlaced && SUBCHART.test(inside) ? [[`${inside}/`, pathsIn(chart, charts)] as const] : []
    }),
  )
  // Helm does not apply the subchart's own .helmignore to files in the parent's folder. If that leaves some out, the
  // folder is packaged next to the archive, as Helm does.
  const replaced = [...folders].filter(([folder, paths]) =>
    whole.every((file) => !file.path.startsWith(folder) || paths.has(file.path.slice(folder.length))),
  )
  return whole.filter((file) => !replaced.some(([folder]) => file.path.startsWith(folder)))
}

/** A folder that Helm loads as a subchart. */
const SUBCHART = /^charts\/[^/]+$/

/** Every path of git's files in the archive of a chart. */
function pathsIn(chart: ChartSource, charts: ReadonlyMap<string, ChartSource>): ReadonlySet<string> {
  const below = chart.local.flatMap((one) => {
    const inside = posix.relative(chart.path, one.path)
    const subchart = charts.get(one.path)
    return subchart && SUBCHART.test(inside) ? [...pathsIn(subchart, charts)].map((path) => `${inside}/${path}`) : []
  })
  return new Set([...chart.files.map(({ path }) => path), ...below])
}

/** Every chart of a cycle gets the error, at its own place. */
function refuseCircle(circle: readonly string[], { drafts, problems }: Work): ReleaseError {
  for (const [index, path] of circle.entries()) {
    const file = drafts.get(path)?.dependencyFile.file ?? path
    problems.set(path, cycleThrough([...circle.slice(index), ...circle.slice(0, index), path], file))
  }
  return problems.get(circle[0] ?? '') as ReleaseError
}

function attempt<T>(problems: Map<string, ReleaseError>, folder: string, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    // Keep the first error; later ones are usually consequences of it.
    if (!problems.has(folder)) problems.set(folder, asReleaseError(error))
    return undefined
  }
}

function brokenDependency(draft: ChartDraft, name: string, line: number, why: ReleaseError | undefined): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_BROKEN',
    `${draft.manifest.name} depends on ${name}, which can't be released: ${why?.message ?? ''}`,
    {
      hint: why?.hint,
      at: { file: draft.dependencyFile.file, line },
      cause: why,
    },
  )
}
