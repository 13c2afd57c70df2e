import { join } from 'node:path'
import { diskFull, saysDiskFull } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Environment, Processes, Ran } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'

export interface HelmContext {
  readonly processes: Processes
  readonly files: Files
  readonly secrets: Secrets
  readonly environment: Environment
  /** Default: five minutes and 2 GiB. */
  readonly limits?: HelmLimits
}

/** Limits for one Helm process. */
export interface HelmLimits {
  readonly timeoutMs: number
  readonly maxMemoryBytes: number
}

export interface HelmHome {
  readonly folder: string
  readonly repositories: string
  readonly repositoryCache: string
}

export interface HelmCall {
  /** Standard input. */
  readonly input?: string
  /** Overrides those of the context. */
  readonly limits?: HelmLimits
  /** Limit for stdout; more is a failure. */
  readonly maxOutputBytes?: number
}

export interface HelmCommand {
  readonly home: HelmHome
  run(args: readonly string[], call?: HelmCall): Promise<Ran>
  /** Helm's message about a failure, secrets redacted, limited in length; `limits` if the call had its own. */
  said(ran: Ran, limits?: HelmLimits): string
}

/** A template can take any time and memory (docs/threat-model.md); real charts stay far below. */
const LIMITS: HelmLimits = { timeoutMs: 5 * 60_000, maxMemoryBytes: 2 * 1024 ** 3 }
const MAX_SAID = 2000
const NOWHERE = 'http://127.0.0.1:9'

/**
 * Helm in a private home: no plugins (a dependency's scheme would run them), no kube config, no tokens, no logins, no
 * proxies, nothing of the caller's environment but PATH. Everything it needs is in the folders that it gets.
 */
export async function openHelm(context: HelmContext, program: string): Promise<HelmCommand> {
  const folder = await context.files.temporaryFolder('helm')
  const home = {
    folder,
    repositories: join(folder, 'config', 'repositories.yaml'),
    repositoryCache: join(folder, 'cache', 'repository'),
  }
  await context.files.makeFolder(home.repositoryCache)
  const base = baseEnvironment(context.environment, home)
  const limits = context.limits ?? LIMITS
  return {
    home,
    async run(args, { limits: own = limits, ...call } = {}) {
      const env = { ...base, ...collectingLate(own) }
      const start = () => context.processes.run(program, args, { env, ...own, ...call })
      const first = await start()
      // Something else ended it: that says nothing about the chart, and everything that Helm does here can be done
      // again.
      const ran = first.signal === undefined ? first : await start()
      if (ran.exitCode !== 0 && saysDiskFull(ran.stderr)) throw diskFull(context.secrets.redact(reasonOf(ran, own)))
      return ran
    },
    said: (ran, own = limits) => context.secrets.redact(reasonOf(ran, own)).slice(0, MAX_SAID),
  }
}

/**
 * Helm lives for a moment: a fifth of its time is Go's collector, which this delays. From half of the limit on it runs
 * as usual (https://pkg.go.dev/runtime#hdr-Environment_Variables), so no chart meets the limit sooner.
 */
function collectingLate({ maxMemoryBytes }: HelmLimits): Record<string, string> {
  return { GOGC: '400', GOMEMLIMIT: String(Math.floor(maxMemoryBytes / 2)) }
}

function reasonOf(ran: Ran, { timeoutMs, maxMemoryBytes }: HelmLimits): string {
  if (ran.killed === 'timeout') return `Helm was stopped after ${timeoutMs / 1000} seconds`
  if (ran.killed === 'memory') return `Helm was stopped at ${Math.round(maxMemoryBytes / 1024 ** 2)} MiB of memory`
  if (ran.killed === 'output') return 'Helm was stopped, as it wrote without an end'
  if (ran.signal) return `Helm was killed from outside (${ran.signal}) twice; the machine may be short of memory`
  const lines = ran.stderr.split('\n').filter((line) => line.trim() !== '' && !/^(WARNING|level=)/.test(line))
  return (
    lines
      .join(' ')
      .replace(/^Error: /, '')
      .trim() || `Helm ended with ${ran.exitCode}`
  )
}

function baseEnvironment(environment: Environment, home: HelmHome): Record<string, string> {
  return {
    PATH: environment.PATH ?? '/usr/bin:/bin',
    HOME: home.folder,
    TMPDIR: home.folder,
    HELM_CACHE_HOME: join(home.folder, 'cache'),
    HELM_CONFIG_HOME: join(home.folder, 'config'),
    HELM_DATA_HOME: join(home.folder, 'data'),
    HELM_PLUGINS: join(home.folder, 'plugins'),
    HELM_REPOSITORY_CONFIG: home.repositories,
    HELM_REPOSITORY_CACHE: home.repositoryCache,
    KUBECONFIG: '/dev/null',
    // Nothing listens there: Helm, and templates and schemas through it, reach nothing beyond this machine.
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    LC_ALL: 'C',
    TZ: 'UTC',
  }
}
