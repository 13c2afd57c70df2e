import type { FileSigner } from '../../../src/model/signature.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { createGit } from '../../../src/platform/git/git.ts'
import { createGitHub } from '../../../src/platform/github/github.ts'
import { createHttp } from '../../../src/platform/http/http.ts'
import { createProcesses } from '../../../src/platform/process/processes.ts'
import type { HttpRequest } from '../../../src/ports/http.ts'
import type { Clock, Environment, Journal } from '../../../src/ports/process.ts'
import type { Log } from '../../../src/ports/runner.ts'
import type { TargetContext, TargetSettings } from '../../../src/targets/target.ts'
import { launch } from '../process/launch.ts'

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
  /** Milliseconds by which the client's clock is ahead of the server's. */
  readonly aheadMs?: () => number
  /** How long an answer may take; short only while a server hangs, as a slow machine takes long for any answer. */
  readonly patienceMs?: () => number
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
const PATIENCE_MS = 120_000

/** The real platform for targets, with pauses cut short, and nothing of this machine's own configuration. */
export function aTargetContext(options: ContextOptions = {}): TestContext {
  const effects: string[] = []
  const told: string[] = []
  const environment = { HOME: '/nonexistent', PATH: process.env.PATH, ...options.environment }
  const clock: Clock = {
    now: () => new Date(),
    monotonic: () => performance.now() + (options.aheadMs?.() ?? 0),
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
  const secrets = {
    add: (value: string) => void told.push(value),
    redact: (text: string) => text,
    redactData: (text: string) => text,
  }
  const newHttp = () => {
    const http = createHttp({ environment, clock, journal, secrets })
    const patienceMs = options.patienceMs ?? (() => PATIENCE_MS)
    const shorten = ({ method, ...request }: HttpRequest) => {
      const attempts = ['GET', 'HEAD', 'PUT'].includes(method) ? 3 : (request.attempts ?? 1)
      return {
        timeoutMs: patienceMs(),
        ...request,
        method,
        attempts: Math.min(attempts, request.attempts ?? attempts, 3),
      }
    }
    return { send: (request: HttpRequest) => http.send(shorten(request)) }
  }
  const { workspace = '/nonexistent', apiUrl = 'http://127.0.0.1:9', serverUrl = 'https://github.com' } = options
  const facts = { serverUrl, repository: 'acme/charts' }
  const [files, processes, token] = [createFiles(), createProcesses(launch), options.settings?.githubToken]
  const git = createGit({ ...facts, processes, environment, secrets, workspace, files, journal, token })
  const api = { environment, apiUrl, token, journal, clock, log: silentLog }
  return {
    http: newHttp(),
    newHttp,
    clock,
    files,
    processes,
    git,
    github: createGitHub({ ...facts, ...api }),
    elsewhere: (repository) => ({
      git: { sideClone: () => git.sideClone({ address: `${serverUrl}/${repository}.git`, token }) },
      github: createGitHub({ ...api, repository }),
    }),
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
