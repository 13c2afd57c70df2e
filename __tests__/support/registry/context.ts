import type { FileSigner } from '../../../src/model/signature.ts'
import { createFiles } from '../../../src/platform/files.ts'
import { createGit } from '../../../src/platform/git.ts'
import { createGitHub } from '../../../src/platform/github.ts'
import { createHttp } from '../../../src/platform/http.ts'
import type { Clock, Environment, HttpRequest, Journal, Log } from '../../../src/platform/platform.ts'
import { createProcesses } from '../../../src/platform/processes.ts'
import type { TargetContext, TargetSettings } from '../../../src/targets/target.ts'

export interface ContextOptions {
  readonly environment?: Environment
  readonly settings?: Partial<TargetSettings>
  /** The checkout; without one git is not to be asked. */
  readonly workspace?: string
  /** GitHub's API; without it nobody answers there. */
  readonly apiUrl?: string
  /** e.g. `https://github.com`. */
  readonly serverUrl?: string
  /** With `sign-index`: who signs indexes. */
  readonly indexSigner?: FileSigner
  /** How long one answer may take. Default: too short for a test that sends thousands of requests on a slow machine. */
  readonly timeoutMs?: number
  /** Keeps warnings. */
  readonly warn?: (text: string) => void
  /** Called before each effect; throwing there is a crash before it, throwing in `after` one just behind it. */
  readonly before?: (name: string) => unknown
  readonly after?: (name: string) => unknown
}

export interface TestContext extends TargetContext {
  /** Names of all effects so far. */
  readonly effects: readonly string[]
  /** Everything that was told to be secret. */
  readonly told: readonly string[]
}

const LONGEST_PAUSE_MS = 5

/** The real platform for targets, with pauses cut short, and nothing of this machine's own configuration. */
export function aTargetContext(options: ContextOptions = {}): TestContext {
  const effects: string[] = []
  const told: string[] = []
  const environment = { HOME: '/nonexistent', PATH: process.env.PATH, ...options.environment }
  const clock: Clock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, Math.min(milliseconds, LONGEST_PAUSE_MS))),
    random: () => Math.random(),
  }
  const journal: Journal = {
    async effect(name, change) {
      await options.before?.(name)
      effects.push(name)
      const result = await change()
      await options.after?.(name)
      return result
    },
  }
  const secrets = { add: (value: string) => void told.push(value), redact: (text: string) => text }
  const newHttp = () => {
    const http = createHttp({ environment, clock, journal, secrets })
    // Thirty seconds, five times, are too long for a test that waits for a server to hang.
    const shorten = ({ method, ...request }: HttpRequest) => {
      const attempts = ['GET', 'HEAD', 'PUT'].includes(method) ? 3 : (request.attempts ?? 1)
      return {
        timeoutMs: options.timeoutMs ?? 100,
        ...request,
        method,
        attempts: Math.min(attempts, request.attempts ?? attempts, 3),
      }
    }
    return { send: (request: HttpRequest) => http.send(shorten(request)) }
  }
  const { workspace = '/nonexistent', apiUrl = 'http://127.0.0.1:9', serverUrl = 'https://github.com' } = options
  const facts = { serverUrl, repository: 'acme/charts' }
  const [files, processes, token] = [createFiles(), createProcesses(), options.settings?.githubToken]
  return {
    http: newHttp(),
    newHttp,
    clock,
    files,
    processes,
    git: createGit({ ...facts, processes, environment, secrets, workspace, files, journal, token }),
    github: createGitHub({ ...facts, apiUrl, token, journal, clock, log: silentLog }),
    facts: { ...facts, workspace },
    journal,
    environment,
    secrets,
    log: options.warn ? { ...silentLog, warning: options.warn } : silentLog,
    ...(options.indexSigner && { indexSigner: options.indexSigner }),
    settings: { plainHttp: [], ...options.settings },
    effects,
    told,
  }
}

const silentLog: Log = {
  info: () => {},
  debug: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  group: (_title, work) => work(),
}
