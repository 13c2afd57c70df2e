import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { change, charts } from '../../demo/charts.ts'
import { aRepository, type Files, git, type TestRepository } from '../support/git/repository.ts'
import { workflowToken } from '../support/github/tokens.ts'
import { projectRoot } from '../support/places.ts'
import { type GitServer, startGitServer } from '../support/servers/git-http.ts'
import type { ActEvent } from './act.ts'
import { runWorkflow } from './act.ts'
import { type Servers, startServers, username } from './world.ts'

/** What later-step.ts printed in the job. */
export interface Told {
  readonly outcome: string
  readonly released: string
  readonly again?: string
  readonly charts: readonly string[]
  readonly problems: readonly string[]
  readonly left: readonly string[]
  /** Of git, one line a file. */
  readonly status: readonly string[]
  /** SHA-256 of the clone's git config. */
  readonly settings: string
}

export interface Performance {
  readonly exitCode: number
  readonly log: string
  readonly told: Told
  /** SHA-256 of the clone's git config before the run. */
  readonly settings: string
  /** Of the signatures that the run makes. */
  readonly subject: string
  /** Files that it left in the home of its user. */
  readonly left: readonly string[]
  /** Requests that changed what the registry holds. */
  readonly writes: number
}

/** A repository that holds this action and charts, with its origin behind HTTP, and everything that a run meets. */
export interface Stage extends AsyncDisposable {
  readonly repository: TestRepository
  readonly servers: Servers
  readonly origin: GitServer
  readonly helm: string
  /** What must never be shown: the values, and what each is. */
  readonly secrets: () => ReadonlyMap<string, string>
  /** Runs deploy.yml, which verifies a chart. */
  deploy(): Promise<Pick<Performance, 'exitCode' | 'log'>>
  run(event: ActEvent, options?: { readonly credentials?: boolean; readonly identity?: boolean }): Promise<Performance>
}

const TOKEN = 'ghs_e2e4Zq9T0kenOfThisJob7hW2'
const PERSISTED = 'ghs_e2e8Persisted1byCheckout5'

/** The files of this repository, also those that nobody has committed yet (the bundle, while it is worked on). */
function thisAction(): Files {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const names = execFileSync('git', words, { cwd: projectRoot, encoding: 'utf8' }).split('\0')
  const present = names.filter((name) => lstatSync(join(projectRoot, name), { throwIfNoEntry: false })?.isFile())
  return Object.fromEntries(present.map((name) => [name, readFileSync(join(projectRoot, name))]))
}

export async function openStage(act: string, helm: string): Promise<Stage> {
  const repository = await aRepository({ files: { ...thisAction(), ...charts } })
  // Released long ago, as far as git tells: so the change after it needs a bump.
  for (const tag of ['hello-0.3.0', 'shop-1.4.2']) await repository.tag(tag)
  await repository.commit('feat: greet the morning', change)
  const servers = await startServers(repository.origin, 'acme/charts', [workflowToken(TOKEN)])
  const persisted = `basic ${Buffer.from(`x-access-token:${PERSISTED}`).toString('base64')}`
  const origin = await startGitServer(repository.origin, persisted)
  return {
    repository,
    servers,
    origin,
    helm,
    secrets: () =>
      new Map([
        [TOKEN, "the job's token"],
        [PERSISTED, 'the token that checkout persisted'],
        [servers.password, "the registry's password"],
        [`${username}:${servers.password}`, 'user and password'],
        [servers.sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '', 'the key to identity tokens'],
        ...servers.sigstore.tokens.map((token) => [token, 'an identity token'] as const),
      ]),
    async run(event, { credentials = true, identity = true } = {}) {
      const caller = { repository: 'acme/charts', repositoryId: '4711', ref: event.ref }
      const subject = servers.runsAs({ ...caller, sha: (await repository.remote(event.ref)) ?? '' })
      const before = writes(servers)
      const { log, ...ran } = await runWorkflow(act, helm, {
        repository,
        event,
        env: identity ? servers.variables : without(servers.variables, /^ACTIONS_ID_TOKEN/),
        token: TOKEN,
        config: [
          ['remote.origin.url', origin.repository],
          // As actions/checkout v4 and v5 leave it.
          ...(credentials ? [[`http.${origin.url}/.extraheader`, `AUTHORIZATION: ${persisted}`] as const] : []),
        ],
      })
      return { ...ran, log, subject, told: toldIn(log), writes: writes(servers) - before }
    },
    deploy: () =>
      runWorkflow(act, helm, {
        workflow: '__tests__/e2e/deploy.yml',
        repository,
        event: { name: 'workflow_dispatch', ref: `refs/heads/${repository.branch}` },
        env: without(servers.variables, /^ACTIONS_ID_TOKEN/),
        token: TOKEN,
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([servers.close(), origin[Symbol.asyncDispose](), repository.remove()])
    },
  }
}

// Preflight opens an upload to see whether it may, and cancels it: that leaves nothing.
const writes = ({ registry }: Servers) => registry.requests.filter(({ method }) => /^(PUT|PATCH)$/.test(method)).length

function without(variables: Readonly<Record<string, string>>, name: RegExp): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => !name.test(key)))
}

function toldIn(log: string): Told {
  const line = /\| E2E (\{.*\})$/m.exec(log)?.[1]
  if (line === undefined) throw new Error(`the step after the action did not run:\n${log.slice(-3000)}`)
  return JSON.parse(line)
}

/** Text of a file in origin. */
export function inOrigin({ repository }: Stage, path: string, ref: string = repository.branch): Promise<string> {
  return git(repository.origin, ['show', `${ref}:${path}`])
}
