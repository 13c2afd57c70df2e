import { posix } from 'node:path'
import { stringify } from 'yaml'
import type { Dependency, LockEntry } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { ChartSettings, DependencySettings } from '../model/settings.ts'
import type { Files, Helm } from '../platform/platform.ts'
import type { ExportedChart } from './export.ts'
import { lockDigest } from './lock.ts'
import type { ChartSource } from './source.ts'

/** Schemes that Helm itself speaks; any other would run a plugin. */
const SCHEMES = ['https', 'oci', 'file']
const PRIVATE_HOST =
  /^(localhost|.*\.localhost|.*\.internal|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|0\..*|\[(::1|f[cd].*|fe80.*|::ffff:.*)\])$/i

/** Dependencies that Helm must fetch: not in this repository, not vendored in the chart's own folder. */
export function foreignOf(chart: ChartSource): readonly Dependency[] {
  const local = new Set(chart.local.map((one) => one.index))
  return chart.dependencies.filter(
    (dependency, index) => !local.has(index) && dependency.repository !== '' && !isVendored(chart, dependency),
  )
}

function isVendored(chart: ChartSource, dependency: Dependency): boolean {
  const locked = chart.lock?.entries.find((entry) => entry.name === dependency.name)
  const archive = locked && `charts/${dependency.name}-${locked.version}.tgz`
  return chart.files.some((file) => file.path === `charts/${dependency.name}/Chart.yaml` || file.path === archive)
}

/** Fails with `DEPENDENCY_REFUSED` or `DEPENDENCY_UNLOCKED` where a foreign dependency may not be fetched. */
export function checkForeign(chart: ChartSource, settings: DependencySettings, own: ChartSettings): void {
  for (const dependency of foreignOf(chart)) {
    const at = { file: chart.dependencyFile.file, line: dependency.line }
    const refusal = refusalOf(dependency.repository, settings)
    if (refusal)
      throw new ReleaseError(
        'DEPENDENCY_REFUSED',
        `${dependency.name} comes from ${dependency.repository}: ${refusal.why}.`,
        { hint: refusal.hint, at },
      )
    if (!chart.lock && own.unlocked !== 'allow') {
      throw new ReleaseError(
        'DEPENDENCY_UNLOCKED',
        `${chart.manifest.name} depends on ${dependency.name} ${dependency.version} from ${dependency.repository}, but has no lock.`,
        {
          hint: `Run \`helm dependency update ${chart.path}\` and commit the lock, or set \`unlocked: allow\` for this chart in the config file.`,
          at,
        },
      )
    }
  }
}

function refusalOf(repository: string, { schemes, privateHosts }: DependencySettings) {
  if (/^(@|alias:)/.test(repository)) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase()
  if (scheme === undefined || ![...SCHEMES, ...schemes].includes(scheme)) {
    const hint = `Use https:// or oci://, or allow it with \`dependencies: { schemes: [${scheme ?? '…'}] }\` in the config file.`
    return { why: `${scheme === undefined ? 'it has no scheme' : `the scheme ${scheme}:// is not allowed`}`, hint }
  }
  const host = URL.canParse(repository) ? new URL(repository).host : ''
  const name = host.replace(/:\d+$/, '')
  if (!PRIVATE_HOST.test(name) || privateHosts.includes(host) || privateHosts.includes(name)) return undefined
  return {
    why: `${host} is a private address`,
    hint: `If that is meant, allow it with \`dependencies: { private-hosts: ["${host}"] }\` in the config file.`,
  }
}

/**
 * Lets Helm fetch a chart's foreign dependencies by the lock, in a scratch chart that holds nothing else, and puts the
 * archives into the chart's `charts/`. The repositories' indexes were refreshed before. Fails with `DEPENDENCY_FAILED`.
 */
export async function fetchForeign(
  { helm, files }: { readonly helm: Helm; readonly files: Files },
  { chart, folder }: ExportedChart,
  refreshed: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const foreign = foreignOf(chart)
  if (foreign.length === 0) return
  const broken = foreign.find((dependency) => refreshed.get(dependency.repository) !== undefined)
  if (broken) throw fetchFailed(chart, broken, refreshed.get(broken.repository) ?? '')
  const scratch = await files.temporaryFolder('dependencies')
  await files.write(posix.join(scratch, 'Chart.yaml'), scratchChart(foreign))
  const locked = foreign.flatMap((one) => chart.lock?.entries.find((entry) => entry.name === one.name) ?? [])
  if (chart.lock) await files.write(posix.join(scratch, 'Chart.lock'), scratchLock(foreign, locked))
  const failed = await helm.buildDependencies(scratch)
  if (failed !== undefined) throw fetchFailed(chart, foreign[0] as Dependency, failed)
  await files.makeFolder(posix.join(folder, 'charts'))
  for (const name of await files.list(posix.join(scratch, 'charts'))) {
    await files.rename(posix.join(scratch, 'charts', name), posix.join(folder, 'charts', name))
  }
}

function scratchChart(foreign: readonly Dependency[]): string {
  const dependencies = foreign.map(({ name, version, repository }) => ({ name, version, repository }))
  return stringify({ apiVersion: 'v2', name: 'dependencies', version: '0.0.0', dependencies })
}

function scratchLock(foreign: readonly Dependency[], locked: readonly LockEntry[]): string {
  const bare = foreign.map(({ name, version, repository }) => ({ name, version, repository }))
  const asFields = foreign.map((one, index) => ({ ...one, fields: bare[index] ?? {} }))
  const dependencies = locked.map(({ name, version, repository }) => ({ name, repository, version }))
  return stringify({ dependencies, digest: lockDigest(asFields, locked), generated: '2000-01-01T00:00:00Z' })
}

function fetchFailed(chart: ChartSource, dependency: Dependency, said: string): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_FAILED',
    `Dependencies of ${chart.manifest.name} could not be fetched from ${dependency.repository}: ${said}`,
    {
      hint: 'Check that the repository can be reached from here and holds the locked version.',
      at: { file: chart.dependencyFile.file, line: dependency.line },
    },
  )
}
