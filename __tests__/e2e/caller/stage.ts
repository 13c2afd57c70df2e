import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { change, charts } from '../../../demo/charts.ts'
import { aRepository, type TestRepository } from '../../support/git/repository.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { projectRoot } from '../../support/places.ts'
import { type GitServer, startGitServer } from '../../support/servers/git-http.ts'
import { type ActEvent, runWorkflow } from '../act.ts'
import { READER, type Servers, startServers } from '../world.ts'

/** A repository with nothing but charts and a workflow that calls the reusable one. */
export interface CallerStage extends AsyncDisposable {
  readonly repository: TestRepository
  readonly servers: Servers
  run(event: ActEvent, attack?: Attack): Promise<CallerRun>
}

/** What somebody tries. */
export interface Attack {
  /** Changes what travels between the two jobs. */
  readonly tamper?: 'archive' | 'file'
  /** What GitHub says of the runner. */
  readonly runner?: string
  /** Variables of every job. */
  readonly env?: Readonly<Record<string, string>>
}

export interface CallerRun {
  readonly exitCode: number
  readonly log: string
  /** `success true` or the like: how the workflow that was called ended, and its output `released`. */
  readonly told: string
  /** Charts that got a job of their own. */
  readonly deployed: readonly string[]
  readonly writes: number
  /** Of the signatures that it makes. */
  readonly subject: string
  /** What must never be shown: the values, and what each is. */
  readonly secrets: ReadonlyMap<string, string>
}

const TOKEN = 'ghs_caller4Zq9T0kenOfThisJob7h'
const WORKFLOW = 'release-charts/release-charts/.github/workflows/release.yml@refs/tags/v0'

/** `program`: the bundle of the action. */
export async function openCaller(act: string, helm: string, program: string): Promise<CallerStage> {
  const workflow = await readFile(join(projectRoot, '__tests__/e2e/caller/workflow.yml'), 'utf8')
  const repository = await aRepository({ files: { ...charts, '.github/workflows/release.yml': workflow } })
  for (const tag of ['hello-0.3.0', 'shop-1.4.2']) await repository.tag(tag)
  await repository.commit('feat: greet the morning', change)
  const servers = await startServers(repository.origin, 'acme/charts', [workflowToken(TOKEN)])
  const origin = await startGitServer(
    repository.origin,
    `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`,
  )
  const action = await actionFolder(repository.root, program)
  return {
    repository,
    servers,
    run: (event, attack = {}) => call({ act, helm, repository, servers, origin, action }, event, attack),
    async [Symbol.asyncDispose]() {
      await Promise.all([servers.close(), origin[Symbol.asyncDispose](), repository.remove()])
    },
  }
}

/**
 * What GitHub has of the action at `v0`. act knows no `$/`, which stands for just that: repository and commit of the workflow.
 */
async function actionFolder(root: string, program: string): Promise<string> {
  const folder = join(root, 'action')
  for (const file of ['.github/workflows/release.yml', '.github/actions/part/action.yml']) {
    const text = await readFile(join(projectRoot, file), 'utf8')
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(
      join(folder, file),
      text.replaceAll(/uses: \$\/(\S+)/g, 'uses: release-charts/release-charts/$1@v0'),
    )
  }
  await cp(dirname(program), join(folder, 'dist'), { recursive: true })
  await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'))
  return folder
}

interface Scene {
  readonly act: string
  readonly helm: string
  readonly repository: TestRepository
  readonly servers: Servers
  readonly origin: GitServer
  readonly action: string
}

async function call(scene: Scene, event: ActEvent, { tamper, runner, env }: Attack): Promise<CallerRun> {
  const { act, helm, repository, servers, origin, action } = scene
  const { E2E_TARGET = '', E2E_TRUSTED_ROOT = '', E2E_SIGNING_CONFIG = '', ...variables } = servers.variables
  const caller = { repository: 'acme/charts', repositoryId: '4711', ref: event.ref }
  const sha = (await repository.remote(event.ref)) ?? ''
  const subject = servers.runsAs({ ...caller, sha, workflow: WORKFLOW, ...(runner && { runner }) })
  const artifacts = await mkdtemp(join(repository.root, 'artifacts-'))
  const before = writes(servers)
  const { log, exitCode } = await runWorkflow(act, helm, {
    repository,
    event,
    workflow: '.github/workflows/release.yml',
    token: TOKEN,
    // Of the job that may read and write only through what the workflow is given.
    env: {
      ...withoutRegistry(variables),
      GITHUB_RUN_ID: '1001',
      E2E_ARTIFACTS: artifacts,
      E2E_TAMPER: tamper ?? '',
      ...env,
    },
    vars: { E2E_TARGET, E2E_TRUSTED_ROOT, E2E_SIGNING_CONFIG },
    secrets: { E2E_REGISTRY_PASSWORD: servers.password, E2E_READ_PASSWORD: READER.password },
    replaced: await replacedActions(action),
    config: [
      ['remote.origin.url', origin.repository],
      [
        `http.${origin.url}/.extraheader`,
        `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`,
      ],
    ],
  })
  await rm(artifacts, { recursive: true })
  const told = { told: toldIn(log), deployed: deployedIn(log) }
  return { exitCode, log, subject, ...told, writes: writes(servers) - before, secrets: secretsOf(servers) }
}

function secretsOf({ password, sigstore }: Servers): ReadonlyMap<string, string> {
  return new Map([
    [TOKEN, "the job's token"],
    [password, "the registry's password"],
    [READER.password, 'the password to read the registry with'],
    [sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '', 'the key to identity tokens'],
    ...sigstore.tokens.map((token) => [token, 'an identity token'] as const),
  ])
}

function withoutRegistry(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('E2E_')))
}

/** Actions that a run takes from this machine, by the names that the workflow has for them. */
async function replacedActions(action: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(action, '.github/workflows/release.yml'), 'utf8')
  const named = (name: string) => /^\S+/.exec(text.slice(text.indexOf(`actions/${name}@`)))?.[0] ?? name
  const artifacts = join(projectRoot, '__tests__/e2e/caller/artifacts')
  return {
    'release-charts/release-charts@v0': action,
    [named('upload-artifact')]: artifacts,
    [named('download-artifact')]: artifacts,
  }
}

const writes = ({ registry }: Servers) => registry.requests.filter(({ method }) => /^(PUT|PATCH)$/.test(method)).length

function toldIn(log: string): string {
  return /\| CALLER (.*)$/m.exec(log)?.[1]?.trim() ?? ''
}

function deployedIn(log: string): readonly string[] {
  return [...log.matchAll(/\| DEPLOY (\S+ \S+) sha256:[0-9a-f]{64}$/gm)].map(([, chart = '']) => chart).sort()
}
