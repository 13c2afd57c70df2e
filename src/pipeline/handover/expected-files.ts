import { posix } from 'node:path'
import { type ArchiveFile, HELM_LIMITS, unpack } from '../../chart/archive/archive.ts'
import { checkExternal } from '../../chart/dependencies/check-external.ts'
import { checkInStep } from '../../chart/dependencies/check-in-step.ts'
import { fetchExternal, resolvedChart } from '../../chart/dependencies/fetch-external.ts'
import { readVendored } from '../../chart/dependencies/vendored.ts'
import type { BuildContext, BuildRequest } from '../../chart/package/build.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ResolvedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'

export type ExpectationContext = Pick<BuildContext, 'fetch' | 'dependencies' | 'settingsOf'> & {
  readonly git: Pick<BuildContext['git'], 'blobs'>
}

/** What a package must hold, and the charts that were fetched for it. */
export interface Expected {
  readonly files: readonly ArchiveFile[]
  readonly resolved: readonly ResolvedChart[]
}

/**
 * The files that a package of a chart must hold, made without Helm: git's own, those of the charts of this repository that
 * it depends on, and foreign dependencies, which are fetched again by the lock. Git's filters are not run. Fails as building
 * a chart does.
 */
export async function expectedFiles(
  { path, sources, overlay }: BuildRequest,
  context: ExpectationContext,
): Promise<Expected> {
  const chart = sources.charts.get(path)
  if (!chart) throw sources.problems.get(path) ?? lost(path)
  checkInStep(chart, sources)
  const own = [...(await ownFiles(chart, overlay, context)), ...publishedLock(chart, sources, overlay)]
  const paths = own.map((file) => file.path)
  const read = async (name: string) => own.find((file) => file.path === name)?.content ?? new Uint8Array()
  const vendored = await readVendored({ root: chart.path, paths, read })
  checkExternal(chart, vendored, context.dependencies, context.settingsOf(chart))
  const here = new Set(chart.local.map((local) => local.path))
  const local = await Promise.all(
    [...here].map(async (folder) => {
      const { files, resolved } = await expectedFiles({ path: folder, sources, overlay }, context)
      return { files: within(sources.charts.get(folder)?.manifest.name ?? folder, files), resolved }
    }),
  )
  const fetched = await fetchExternal(context.fetch, chart, vendored, context.dependencies)
  const foreign = fetched.map(({ dependency: { name }, archive }) => within(name, unpack(archive).files))
  return {
    files: [...own, ...local.flatMap(({ files }) => files), ...foreign.flat()],
    resolved: [...fetched.map(resolvedChart), ...local.flatMap(({ resolved }) => resolved)],
  }
}

function within(name: string, files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  return files.map(({ path, content }) => ({ path: `charts/${name}/${path}`, content }))
}

async function ownFiles(
  chart: ChartSource,
  overlay: ReadonlyMap<string, string>,
  { git }: ExpectationContext,
): Promise<readonly ArchiveFile[]> {
  const objects = chart.files.map(({ object }) => object)
  const blobs = await git.blobs(objects, HELM_LIMITS.fileBytes)
  return chart.files.flatMap(({ path, object }) => {
    const edited = overlay.get(posix.join(chart.path, path))
    const content = edited === undefined ? blobs.get(object) : Buffer.from(edited)
    return content ? [{ path, content }] : []
  })
}

/** A lock that only the published package has is laid over, too. */
function publishedLock({ lock, path }: ChartSource, { tree }: Sources, overlay: ReadonlyMap<string, string>) {
  const text = lock && tree.entry(lock.file) === undefined ? overlay.get(lock.file) : undefined
  return lock && text !== undefined ? [{ path: posix.relative(path, lock.file), content: Buffer.from(text) }] : []
}

function lost(path: string): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${path} was to be compared, and was not read.`)
}
