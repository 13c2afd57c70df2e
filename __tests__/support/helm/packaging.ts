import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArchive } from '../../../src/chart/archive/archive.ts'
import type { FetchDependency } from '../../../src/chart/dependencies/fetch-dependency.ts'
import { packageCharts } from '../../../src/chart/package/package.ts'
import { readSources } from '../../../src/chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../../src/chart/source/source.ts'
import type { PackagedChart } from '../../../src/model/chart.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { ChartSettings, DependencySettings } from '../../../src/model/settings.ts'
import { dependencyFetch } from '../../../src/pipeline/package/dependencies.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { createGit } from '../../../src/platform/git/git.ts'
import { createGitHub } from '../../../src/platform/github/github.ts'
import type { HelmLimits } from '../../../src/platform/helm/command.ts'
import { createHelm } from '../../../src/platform/helm/helm.ts'
import { createHttp } from '../../../src/platform/http/http.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import { createProcesses } from '../../../src/platform/process/processes.ts'
import { createLog } from '../../../src/platform/runner/log.ts'
import { createSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { Files } from '../../../src/ports/files.ts'
import type { Git } from '../../../src/ports/git.ts'
import type { Helm } from '../../../src/ports/helm.ts'
import type { Environment } from '../../../src/ports/process.ts'
import { aRepository, type Files as RepositoryFiles } from '../git/repository.ts'
import { launch } from '../process/launch.ts'
import { helmPath } from './helm.ts'

export interface GitOptions {
  readonly environment?: Environment
  readonly serverUrl?: string
  readonly token?: string
  /** Values that are told to be secret. */
  readonly secrets?: readonly string[]
}

/** The program's own git in a checkout, as `main.ts` puts it together. */
export function gitIn(workspace: string, options: GitOptions = {}): Git {
  const { environment, serverUrl = 'https://github.com', token, secrets: told = [] } = options
  const secrets = createSecrets(() => {})
  for (const secret of told) secrets.add(secret)
  return createGit({
    processes: createProcesses(launch),
    environment: environment ?? { PATH: process.env.PATH, HOME: workspace },
    secrets,
    workspace,
    serverUrl,
    token,
    journal: createJournal(),
    files: createFiles(join(workspace, '..', 'temp')),
  })
}

/** The program's own Helm, on a real one of that major version or on any program. */
export async function helmOf(which: 3 | 4 | string, environment: Environment = {}, limits?: HelmLimits): Promise<Helm> {
  const program = typeof which === 'string' ? which : await helmPath(which)
  const temp = await mkdtemp(join(tmpdir(), 'helm-'))
  const context = {
    processes: createProcesses(launch),
    files: createFiles(temp),
    secrets: createSecrets(() => {}),
    environment: { PATH: process.env.PATH, HOME: temp, ...environment },
    ...(limits && { limits }),
  }
  return createHelm(context, program)
}

/** The charts of a commit (default: what is checked out), read by the program's own reader. */
export async function sourcesIn(
  git: Git,
  folders: readonly string[],
  revision = 'HEAD',
  ownRepositories: readonly string[] = [],
): Promise<Sources> {
  const own = ownRepositories.map((address) => ({ address, holds: () => true }))
  return readSources(git, (await git.resolve(revision)) ?? '', folders, { ownRepositories: own })
}

/** One chart of a repository that holds just these files. */
export async function sourceOf(files: RepositoryFiles, folder = 'charts/app'): Promise<ChartSource> {
  const repository = await aRepository({ files })
  try {
    const sources = await sourcesIn(gitIn(repository.folder), [folder])
    const chart = sources.charts.get(folder)
    if (!chart) throw sources.problems.get(folder) ?? new Error(`${folder} was not read`)
    return chart
  } finally {
    await repository.remove()
  }
}

export interface Packing {
  readonly helm?: 3 | 4 | Helm
  readonly revision?: string
  readonly dependencies?: DependencySettings
  readonly settings?: ChartSettings
  readonly warn?: (text: string) => void
  /** What dependencies are fetched with. */
  readonly environment?: Environment
}

const NOWHERE: DependencySettings = { schemes: [], privateHosts: [] }

/** The program's own way to dependencies, as `action.ts` puts it together. */
export function fetchOf(
  files: Files,
  dependencies: DependencySettings,
  environment: Environment = {},
): FetchDependency {
  const base = { environment, files, clock: impatient, journal: createJournal(), secrets: createSecrets(() => {}) }
  const newHttp = (ca?: string) => createHttp({ ...base, ...(ca !== undefined && { ca }) })
  const log = createLog({ write: () => {}, debugging: false, secrets: base.secrets })
  const settings = { plainHttp: [] }
  const processes = createProcesses(launch)
  const facts = { serverUrl: 'https://github.com', repository: 'acme/charts', workspace: '/nonexistent' }
  const own = { ...base, ...facts, processes, log, token: undefined }
  const github = createGitHub({ ...own, apiUrl: 'http://127.0.0.1:9' })
  const context = { ...own, http: newHttp(), newHttp, settings, git: createGit(own), github, facts }
  return dependencyFetch({ ...context, ...dependencies, ownHosts: [] })
}

/** The real time, without pauses. */
const impatient = { ...systemClock, sleep: async () => {} }

/** Packages chart folders from a checkout's commit; by folder, the package or why there is none. */
export async function pack(
  workspace: string,
  folders: readonly string[],
  {
    helm = 4,
    revision = 'HEAD',
    dependencies = NOWHERE,
    settings = {},
    environment = {},
    warn = () => {},
  }: Packing = {},
): Promise<ReadonlyMap<string, PackagedChart | ReleaseError>> {
  const git = gitIn(workspace)
  const sources = await sourcesIn(git, folders, revision)
  const { commit } = sources.tree
  const committedAt = await git.commitTime(commit)
  const requests = folders.map((path) => ({
    path,
    sources,
    overlay: new Map<string, string>(),
    fingerprint: sources.charts.get(path)?.fingerprint ?? '',
    commit,
    committedAt,
    version: sources.charts.get(path)?.manifest.version ?? '',
  }))
  const files = createFiles(join(workspace, '..', 'temp'))
  const real = typeof helm === 'number' ? await helmOf(helm) : helm
  const fetch = fetchOf(files, dependencies, environment)
  const context = {
    git,
    files,
    helm: real,
    fetch,
    warn,
    dependencies,
    settingsOf: () => settings,
    built: new Map(),
    resolved: new WeakMap(),
  }
  return packageCharts(requests, context)
}

/** One package that must succeed. */
export async function packed(workspace: string, folder: string, packing: Packing = {}): Promise<PackagedChart> {
  const result = (await pack(workspace, [folder], packing)).get(folder)
  if (!result || result instanceof ReleaseError) throw result ?? new Error(`${folder} was not packaged`)
  return result
}

/** Why a chart can't be packaged. */
export async function refusal(workspace: string, folder: string, packing: Packing = {}): Promise<ReleaseError> {
  const result = (await pack(workspace, [folder], packing)).get(folder)
  if (result instanceof ReleaseError) return result
  throw new Error(`${folder} was packaged`)
}

/** Text of every file in a package, by path from the chart's folder. */
export function textsIn(packaged: PackagedChart): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readArchive(packaged.archive).map(({ path, content }) => [path, Buffer.from(content).toString()]),
  )
}
