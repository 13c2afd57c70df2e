import { posix } from 'node:path'
import type { Dependency, Lock } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { unpack } from '../archive/archive.ts'
import { readExternalChartYaml, readLock, readRequirements } from '../manifest/chart-yaml.ts'
import { isConstraint, satisfies } from '../manifest/constraints.ts'
import { readHelmVersion } from '../manifest/helm-version.ts'
import { archivePath } from '../source/local-dependencies.ts'

/**
 * A chart that git has in the `charts/` of another one, as Helm loads it: identified by its own Chart.yaml, not by a
 * file name.
 */
export interface VendoredChart {
  /** Its folder or archive, from the repository root. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** The place in its Chart.yaml. */
  readonly at: { readonly file: string; readonly line?: number }
  /** For a folder, whose own dependencies are files of git too. An archive is a finished package. */
  readonly holder?: Holder
}

/** A chart with dependencies, and the charts in its `charts/`. */
export interface Holder {
  readonly name: string
  readonly path: string
  readonly dependencies: readonly Dependency[]
  readonly dependencyFile: string
  readonly lock?: Lock
  readonly vendored: readonly VendoredChart[]
}

/**
 * Whether a folder or archive, from the chart's folder, is taken for a dependency by its name alone: planning does not
 * open archives. Another chart at such a path is refused, so that the build fetches nothing that planning did not expect.
 */
export function isVendoredAt(
  path: string,
  {
    name,
    constraint,
    locked,
  }: { readonly name: string; readonly constraint: string; readonly locked?: string | undefined },
): boolean {
  if (path === `charts/${name}`) return true
  if (locked !== undefined) return path === archivePath({ name, version: locked })
  const start = `charts/${name}-`
  if (!path.startsWith(start) || !path.endsWith('.tgz')) return false
  const version = path.slice(start.length, -'.tgz'.length)
  if (readHelmVersion(version) === undefined) return false
  return constraint === '' || (isConstraint(constraint) && satisfies(version, constraint))
}

interface Reading {
  /** Folder of the outermost chart, from the repository root. */
  readonly root: string
  /** From that folder. */
  readonly paths: readonly string[]
  readonly read: (path: string) => Promise<Uint8Array>
}

/** Charts may be nested this deep; Helm has no limit. */
const MAX_DEPTH = 16

/**
 * Reads the charts in a chart's `charts/`. Fails with `CHART_YAML_INVALID` and the like, or `ARCHIVE_INVALID`, at the
 * file. Entries that Helm skips (`charts/_x`, `charts/.x`) are skipped; those it refuses (a folder that is not a chart)
 * are left for it to refuse.
 */
export async function readVendored(reading: Reading, below = '', depth = 0): Promise<readonly VendoredChart[]> {
  const charts = `${below}charts/`
  const inside = reading.paths.filter((path) => path.startsWith(charts)).map((path) => path.slice(charts.length))
  const names = new Set(inside.map((path) => path.split('/')[0] ?? '').filter((name) => !/^[_.]/.test(name)))
  const found: VendoredChart[] = []
  for (const name of names) {
    const path = charts + name
    if (name.endsWith('.tgz') && inside.includes(name)) found.push(await inArchive(reading, path))
    else if (inside.includes(`${name}/Chart.yaml`) && depth < MAX_DEPTH)
      found.push(await inFolder(reading, path, depth))
  }
  return found
}

/** The chart in an archive by its own Chart.yaml. Fails as `readArchive`, and if there is none. */
export function chartIn(archive: Uint8Array): Pick<VendoredChart, 'name' | 'version'> {
  const chartYaml = unpack(archive).files.find((one) => one.path === 'Chart.yaml')
  if (!chartYaml) throw new ReleaseError('ARCHIVE_INVALID', 'The archive holds no Chart.yaml')
  const { name, version } = readExternalChartYaml(Buffer.from(chartYaml.content).toString(), 'Chart.yaml')
  return { name, version }
}

async function inArchive({ root, read }: Reading, path: string): Promise<VendoredChart> {
  const file = posix.join(root, path)
  try {
    return { path: file, ...chartIn(await read(path)), at: { file } }
  } catch (error) {
    const cause = asReleaseError(error)
    const message = `${file} can't be read as a packaged chart: ${cause.message}`
    const hint = 'Put the archive there that `helm pull` or `helm dependency update` downloads.'
    throw new ReleaseError('ARCHIVE_INVALID', message, { hint, at: { file }, cause })
  }
}

async function inFolder(reading: Reading, path: string, depth: number): Promise<VendoredChart> {
  const textOf = async (name: string) =>
    reading.paths.includes(`${path}/${name}`)
      ? Buffer.from(await reading.read(`${path}/${name}`)).toString()
      : undefined
  const folder = posix.join(reading.root, path)
  const fileOf = (name: string) => posix.join(folder, name)
  const manifest = readExternalChartYaml((await textOf('Chart.yaml')) ?? '', fileOf('Chart.yaml'))
  const { name, version, apiVersion, versionSpan } = manifest
  const requirements = apiVersion === 'v1' ? await textOf('requirements.yaml') : undefined
  const lockName = apiVersion === 'v1' ? 'requirements.lock' : 'Chart.lock'
  const lock = await textOf(lockName)
  const dependencyFile = fileOf(requirements === undefined ? 'Chart.yaml' : 'requirements.yaml')
  const holder = {
    name,
    path: folder,
    dependencies: requirements === undefined ? manifest.dependencies : readRequirements(requirements, dependencyFile),
    dependencyFile,
    ...(lock !== undefined && lockIn(lock, fileOf(lockName))),
    vendored: await readVendored(reading, `${path}/`, depth + 1),
  }
  return { path: folder, name, version, at: { file: manifest.file, line: versionSpan.line }, holder }
}

/** A lock that can't be read is ignored: for a chart in `charts/` Helm does not read it. */
function lockIn(text: string, file: string): Pick<Holder, 'lock'> {
  try {
    return { lock: readLock(text, file) }
  } catch (error) {
    if (error instanceof ReleaseError) return {}
    throw error
  }
}
