import { posix } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Git } from '../../ports/git.ts'
import type { ChartSource } from './source.ts'
import { linkTextIn, MAX_STAND_IN_BYTES, standInFor, standInRefused } from './stand-in.ts'
import type { Tree } from './tree.ts'

/** Helm 3 refuses larger files and larger charts (formats: loader limits); Helm 4.3 lifted the first limit. */
const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_CHART_BYTES = 100 * 1024 * 1024
/** A chart's files in a private folder, as they are in the commit. */
export interface ExportedChart {
  readonly chart: ChartSource
  readonly commit: ObjectId
  /** Absolute path of the chart's folder. */
  readonly folder: string
}

export interface ExportContext {
  readonly git: Git
  readonly files: Files
}

/**
 * Writes the packaged files of charts of one commit into private folders: tracked blobs only, links as the files they
 * lead to, line endings and LFS as in a checkout. Helm never sees the work tree. Files that can't be written are in
 * `problems`, by folder: `CHART_FILE_TOO_LARGE`, `CHART_LFS_POINTER`, `CHART_STAND_IN`, `CHART_EXPORT_FAILED`.
 */
export async function exportCharts(
  { git, files }: ExportContext,
  tree: Tree,
  charts: readonly ChartSource[],
): Promise<Exported> {
  const sizes = await git.sizes([...new Set(charts.flatMap((chart) => chart.files.map((file) => file.object)))])
  const problems = new Map(charts.flatMap((chart) => tooLarge(chart, sizes)))
  const root = await files.temporaryFolder('export')
  const layouts = charts
    .filter((chart) => !problems.has(chart.path))
    .map((chart, index) => layOut(chart, tree, posix.join(root, String(index))))
  for (const [path, problem] of await checkOut(git, root, layouts)) problems.set(path, problem)
  for (const layout of layouts.filter(({ chart }) => !problems.has(chart.path))) await settle(files, layout)
  const notices: string[] = []
  for (const { file, chart, folder, blob } of await smallFilesOf(git, layouts, { sizes, problems })) {
    const at = posix.join(chart.path, file.path)
    const link = linkTextIn(blob, file, tree)
    if (link !== undefined) notices.push(linkNotice(at, link))
    if (!standInFor(blob)) continue
    // A filter may have put the content in its place.
    const standIn = standInFor(await files.read(posix.join(folder, file.path), MAX_CHART_BYTES))
    if (standIn && !problems.has(chart.path)) problems.set(chart.path, standInRefused(at, standIn))
  }
  const sound = layouts.filter(({ chart }) => !problems.has(chart.path))
  return { exported: sound.map(({ chart, folder }) => ({ chart, folder, commit: tree.commit })), problems, notices }
}

export interface Exported {
  readonly exported: readonly ExportedChart[]
  readonly problems: ReadonlyMap<string, ReleaseError>
  /** Anomalies that do not stop the export. */
  readonly notices: readonly string[]
}

interface Placed {
  readonly path: string
  readonly object: ObjectId
}

/**
 * Where a chart's files are written: a folder of its own for each chart, so that nested charts don't mix. Files behind
 * links are written at their place in the repository, since that is where their attributes are, and copied.
 */
interface Layout {
  readonly chart: ChartSource
  readonly folder: string
  /** From the folder of all exports. */
  readonly entries: readonly Placed[]
  readonly copies: readonly { readonly from: string; readonly to: string }[]
  /** Attributes files that are not part of the package. */
  readonly surplus: readonly string[]
}

function layOut(chart: ChartSource, tree: Tree, base: string): Layout {
  const [own, links] = [base, `${base}-links`]
  const placed = chart.files.map((file) => ({ ...file, at: posix.join(chart.path, file.path) }))
  const direct = placed.filter(({ at, from }) => at === from)
  const linked = placed.filter(({ at, from }) => at !== from)
  const attributes = attributesAbove(
    tree,
    direct.map(({ at }) => at),
  )
  const below = (folder: string, entries: readonly Placed[]) =>
    entries.map(({ path, object }) => ({ path: posix.join(posix.basename(folder), path), object }))
  const behind = linked.map(({ from, object }) => ({ path: from, object }))
  const packaged = new Set(placed.map(({ at }) => at))
  return {
    chart,
    folder: posix.join(own, chart.path === '.' ? '' : chart.path),
    entries: [
      ...below(own, [...attributes, ...direct.map(({ at, object }) => ({ path: at, object }))]),
      ...below(links, [
        ...attributesAbove(
          tree,
          behind.map(({ path }) => path),
        ),
        ...behind,
      ]),
    ],
    copies: linked.map(({ from, at }) => ({ from: posix.join(links, from), to: posix.join(own, at) })),
    surplus: attributes
      .map(({ path }) => path)
      .filter((path) => !packaged.has(path))
      .map((path) => posix.join(own, path)),
  }
}

/** The `.gitattributes` of every folder on the way to these files. */
function attributesAbove(tree: Tree, paths: readonly string[]): readonly Placed[] {
  const folders = new Set(['.'])
  for (const path of paths) {
    for (let folder = posix.dirname(path); !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder)
  }
  return [...folders].flatMap((folder) => {
    const entry = tree.entry(posix.join(folder, '.gitattributes'))
    return entry?.mode.startsWith('100') ? [entry] : []
  })
}

/** All charts at once; if git fails (a filter such as LFS, for one file) each alone, so that only its chart stops. */
async function checkOut(
  git: Git,
  root: string,
  layouts: readonly Layout[],
): Promise<ReadonlyMap<string, ReleaseError>> {
  const write = (some: readonly Layout[]) => git.checkOut(unique(some.flatMap(({ entries }) => entries)), root)
  const problems = new Map<string, ReleaseError>()
  if (layouts.length === 0) return problems
  try {
    await write(layouts)
  } catch (error) {
    throwIfFull(error)
    for (const layout of layouts) {
      await write([layout]).catch((thrown: unknown) => {
        throwIfFull(thrown)
        problems.set(layout.chart.path, notWritten(layout.chart, thrown))
      })
    }
  }
  return problems
}

function unique(entries: readonly Placed[]): readonly Placed[] {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()]
}

/** A full disk is not the chart's fault, and no other chart would fare better. */
function throwIfFull(error: unknown): void {
  const cause = asReleaseError(error)
  if (cause.code === 'DISK_FULL') throw cause
}

function notWritten({ path, manifest }: ChartSource, error: unknown): ReleaseError {
  const cause = asReleaseError(error)
  return new ReleaseError('CHART_EXPORT_FAILED', `The files of ${path} can't be written: ${cause.message}`, {
    hint: 'Where Git LFS is used, the job needs git-lfs on PATH, and the checkout step `with: { lfs: true }`.',
    at: { file: manifest.file },
    cause,
  })
}

async function settle(files: Files, { copies, surplus }: Layout): Promise<void> {
  for (const path of surplus) await files.remove(path)
  for (const { from, to } of copies) await files.write(to, await files.read(from, MAX_CHART_BYTES))
}

function tooLarge(chart: ChartSource, sizes: ReadonlyMap<ObjectId, number>): [string, ReleaseError][] {
  const file = chart.files.find((one) => (sizes.get(one.object) ?? 0) > MAX_FILE_BYTES)
  const total = chart.files.reduce((sum, one) => sum + (sizes.get(one.object) ?? 0), 0)
  if (!file && total <= MAX_CHART_BYTES) return []
  const what = file
    ? `${file.from} holds ${sizes.get(file.object)} bytes; Helm loads files up to ${MAX_FILE_BYTES}`
    : `${chart.path} holds ${total} bytes; Helm loads charts up to ${MAX_CHART_BYTES}`
  const error = new ReleaseError('CHART_FILE_TOO_LARGE', `${what}.`, {
    hint: 'Name what does not belong into the package in .helmignore.',
    at: { file: file?.from ?? chart.manifest.file },
  })
  return [[chart.path, error]]
}

interface Found {
  readonly sizes: ReadonlyMap<ObjectId, number>
  readonly problems: ReadonlyMap<string, ReleaseError>
}

/** Files small enough to stand in for another file, as git has them: one query for all charts. */
async function smallFilesOf(git: Git, layouts: readonly Layout[], { sizes, problems }: Found) {
  const small = layouts
    .filter(({ chart }) => !problems.has(chart.path))
    .flatMap(({ chart, folder }) => chart.files.map((file) => ({ chart, folder, file })))
    .filter(({ file }) => (sizes.get(file.object) ?? 0) < MAX_STAND_IN_BYTES)
  const blobs = await git.blobs([...new Set(small.map(({ file }) => file.object))], MAX_STAND_IN_BYTES)
  return small.flatMap((one) => {
    const blob = blobs.get(one.file.object)
    return blob ? [{ ...one, blob }] : []
  })
}

function linkNotice(file: string, target: string): string {
  return `${file} is a file that says only ${JSON.stringify(target)}, a path of this commit: a symbolic link committed without \`core.symlinks\` looks like that. It is packaged as it is.`
}
