import { posix } from 'node:path'
import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Files, Git } from '../platform/platform.ts'
import type { ChartSource } from './source.ts'
import type { Tree } from './tree.ts'

/** Helm 3 refuses larger files and larger charts (formats: loader limits); Helm 4.3 lifted the first one. */
const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_CHART_BYTES = 100 * 1024 * 1024
/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is under 1024 bytes and starts so. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1'
const MAX_POINTER_BYTES = 1024

/** A chart's files in a private folder, as the commit holds them. */
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
 * lead to, line endings and LFS as a checkout has them. Helm never sees the work tree.
 * Fails with `CHART_FILE_TOO_LARGE`; a chart whose files are only LFS pointers gets `CHART_LFS_POINTER` in `problems`.
 */
export async function exportCharts(
  { git, files }: ExportContext,
  tree: Tree,
  charts: readonly ChartSource[],
): Promise<{ readonly exported: readonly ExportedChart[]; readonly problems: ReadonlyMap<string, ReleaseError> }> {
  const sizes = await git.sizes([...new Set(charts.flatMap((chart) => chart.files.map((file) => file.object)))])
  const problems = new Map(charts.flatMap((chart) => tooLarge(chart, sizes)))
  const kept = charts.filter((chart) => !problems.has(chart.path))
  const root = await files.temporaryFolder('export')
  const entries = kept.flatMap((chart, index) => entriesOf(chart, tree, String(index)))
  if (entries.length > 0) await git.checkOut(entries, root)
  const exported = kept.map((chart, index) => ({
    chart,
    commit: tree.commit,
    folder: posix.join(root, String(index), chart.path === '.' ? '' : chart.path),
  }))
  const usesLfs = await mentionsLfs(git, tree)
  for (const one of exported) {
    await dropAttributes(files, one)
    const pointer = usesLfs ? await findPointer(files, one, sizes) : undefined
    if (pointer !== undefined) problems.set(one.chart.path, unresolvedPointer(posix.join(one.chart.path, pointer)))
  }
  return { exported: exported.filter((one) => !problems.has(one.chart.path)), problems }
}

/** A folder of its own for each chart, so that charts inside charts don't mix; attributes of all parent folders come along. */
function entriesOf(chart: ChartSource, tree: Tree, index: string) {
  const attributes = parentsOf(chart.path).flatMap((folder) => {
    const entry = tree.entry(posix.join(folder, '.gitattributes'))
    return entry?.mode.startsWith('100') ? [{ path: posix.join(index, entry.path), object: entry.object }] : []
  })
  const own = chart.files.map((file) => ({ path: posix.join(index, chart.path, file.path), object: file.object }))
  return [...attributes, ...own]
}

function parentsOf(path: string): readonly string[] {
  const parts = path === '.' ? [] : path.split('/')
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
}

/** The chart's own `.gitattributes` stays only where it is a part of the package. */
async function dropAttributes(files: Files, { chart, folder }: ExportedChart): Promise<void> {
  if (chart.files.some((file) => file.path === '.gitattributes')) return
  await files.remove(posix.join(folder, '.gitattributes'))
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

async function mentionsLfs(git: Git, tree: Tree): Promise<boolean> {
  const attributes = tree.paths.filter((path) => posix.basename(path) === '.gitattributes')
  const blobs = await git.blobs(attributes.flatMap((path) => tree.entry(path)?.object ?? []))
  return [...blobs.values()].some((blob) => Buffer.from(blob).includes('filter=lfs'))
}

async function findPointer(
  files: Files,
  { chart, folder }: ExportedChart,
  sizes: ReadonlyMap<ObjectId, number>,
): Promise<string | undefined> {
  for (const file of chart.files) {
    if ((sizes.get(file.object) ?? 0) >= MAX_POINTER_BYTES) continue
    const content = await files.read(posix.join(folder, file.path), MAX_CHART_BYTES)
    if (Buffer.from(content).toString('latin1', 0, LFS_POINTER.length) === LFS_POINTER) return file.path
  }
  return undefined
}

function unresolvedPointer(file: string): ReleaseError {
  return new ReleaseError('CHART_LFS_POINTER', `${file} is only a Git LFS pointer in this clone.`, {
    hint: 'Give the checkout step `with: { lfs: true }`.',
    at: { file },
  })
}
