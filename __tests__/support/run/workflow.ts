import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { TestRepository } from '../git/repository.ts'
import { projectRoot } from '../places.ts'
import { launch } from '../process/launch.ts'
import { type Annotation, annotationsIn, outputsIn } from './runner-files.ts'

/** What starts a workflow run. */
export interface WorkflowEvent {
  readonly name:
    | 'push'
    | 'workflow_dispatch'
    | 'repository_dispatch'
    | 'schedule'
    | 'workflow_run'
    | 'issues'
    | 'issue_comment'
    | 'check_run'
    | 'deployment_status'
    | 'discussion'
    | 'pull_request'
    | 'pull_request_review'
    | 'pull_request_target'
    | 'merge_group'
  /** Full ref, e.g. `refs/tags/v1.2.3`. Default: the repository's branch. */
  readonly ref?: string
  /** Added to (and over) the payload that is made up for the event. */
  readonly payload?: Readonly<Record<string, unknown>>
}

export interface RunOptions {
  /** As under `with:`; the rest of action.yml's inputs get their defaults, as the runner does. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: WorkflowEvent
  /** Over the environment that a hosted runner gives; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `owner/name`. Default `acme/charts`. */
  readonly repositoryName?: string
  /** Value of `${{ github.token }}`. */
  readonly token?: string
  /** `bundle` (the default) is what users run: dist/index.js; `source` is src/main.ts, or what was bundled of it; else a file. */
  readonly entry?: 'bundle' | 'source' | string
  /** The folder with the action.yml whose inputs these are, from the repository root. Default: the root. */
  readonly actionFolder?: string
  /** A folder that is checked out already. Default: a fresh clone for this run, of the whole history. */
  readonly workspace?: string
  /** The commit of the event, where it is not the newest of its ref any more. */
  readonly sha?: string
  /** Commits that a fresh clone gets; 0 for all. */
  readonly depth?: number
  /** A program with its arguments that starts the action instead of us: it gets what is to be run as further arguments. */
  readonly startedBy?: readonly string[]
  /** Folders before PATH, e.g. the one with `helm`. */
  readonly path?: readonly string[]
  /** Step debugging on. */
  readonly debug?: boolean
  readonly runId?: number
  readonly runAttempt?: number
  /** Kills the run. */
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

export interface WorkflowRun {
  /** `null` when it was killed. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** The folder that was checked out for this run. */
  readonly workspace: string
  /** RUNNER_TEMP of this run, as it was left. */
  readonly temp: string
  readonly milliseconds: number
}

/** The variable with the file that src/ was bundled to for this run of the tests, see before-all.ts. */
export const BUNDLED_SOURCE = 'RELEASE_CHARTS_BUNDLED_SOURCE'

const DEFAULT_TIMEOUT_MS = 500_000

/** Runs the action as the runner runs it: a fresh clone, an event file, `INPUT_*` and `GITHUB_*`, and files for what it tells. */
export async function runAction(repository: TestRepository, options: RunOptions = {}): Promise<WorkflowRun> {
  const ref = options.event?.ref ?? `refs/heads/${repository.branch}`
  const { depth = 0, sha } = options
  const workspace = options.workspace ?? (await repository.checkout({ ref, depth, ...(sha && { commit: sha }) }))
  const folder = await mkdtemp(join(repository.root, 'run-'))
  const env = await environmentOf(repository, options, { ref, workspace, folder })
  const started = performance.now()
  const ended = await execute(entryFile(options.entry), { cwd: workspace, env, options })
  const milliseconds = performance.now() - started
  const told = (name: string) => readFile(join(folder, name), 'utf8')
  return {
    ...ended,
    milliseconds,
    workspace,
    temp: join(folder, 'temp'),
    outputs: outputsIn(await told('output')),
    summary: await told('summary'),
    annotations: annotationsIn(ended.stdout),
  }
}

function entryFile(entry: RunOptions['entry'] = 'bundle'): string {
  if (entry === 'bundle') return join(projectRoot, 'dist/index.js')
  return entry === 'source' ? (process.env[BUNDLED_SOURCE] ?? join(projectRoot, 'src/main.ts')) : resolve(entry)
}

/** A fifth of what a short run costs is compiling the same bundle again. What is compiled goes when its bundle goes. */
function compiledFolder(entry: string): string {
  const cache = join(projectRoot, '.cache')
  return join(entry.startsWith(`${cache}/`) ? dirname(entry) : cache, 'compiled')
}

interface Place {
  readonly ref: string
  readonly workspace: string
  readonly folder: string
}

async function environmentOf(
  repository: TestRepository,
  options: RunOptions,
  place: Place,
): Promise<NodeJS.ProcessEnv> {
  const { workspace, folder } = place
  await Promise.all(['temp', 'tools', 'home'].map((name) => mkdir(join(folder, name))))
  await Promise.all(['output', 'summary', 'env', 'path', 'state'].map((name) => writeFile(join(folder, name), '')))
  const facts = await githubFacts(repository, options, place)
  await writeFile(join(folder, 'event.json'), JSON.stringify(facts.payload))
  return {
    PATH: [...(options.path ?? []), join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(':'),
    HOME: join(folder, 'home'),
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...facts.variables,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
    GITHUB_STATE: join(folder, 'state'),
    RUNNER_TEMP: join(folder, 'temp'),
    RUNNER_TOOL_CACHE: join(folder, 'tools'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...(options.debug && { RUNNER_DEBUG: '1' }),
    ...(await inputVariables(options)),
    // The way to the internet ends here, so that no test leaves this machine; loopback is never asked for through a proxy.
    HTTPS_PROXY: 'http://127.0.0.1:3',
    NO_PROXY: '127.0.0.1,localhost',
    NODE_COMPILE_CACHE: compiledFolder(entryFile(options.entry)),
    ...options.env,
  }
}

async function githubFacts(repository: TestRepository, options: RunOptions, { ref }: Place) {
  const { event = { name: 'push' }, repositoryName = 'acme/charts', runId = 1001, runAttempt = 1 } = options
  const owner = repositoryName.split('/')[0] ?? ''
  const sha = options.sha ?? (await repository.remote(ref)) ?? ''
  const workflow = `${repositoryName}/.github/workflows/release.yml@${ref}`
  const variables = {
    GITHUB_REPOSITORY: repositoryName,
    GITHUB_REPOSITORY_ID: '4711',
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_REPOSITORY_OWNER_ID: '815',
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_JOB: 'release',
    GITHUB_ACTION: '__self',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKFLOW_REF: workflow,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_RUN_ID: `${runId}`,
    GITHUB_RUN_NUMBER: '7',
    GITHUB_RUN_ATTEMPT: `${runAttempt}`,
    GITHUB_SERVER_URL: 'https://github.com',
    // Nobody listens there: a test that needs the service brings its own.
    GITHUB_API_URL: 'http://127.0.0.1:3',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:3/graphql',
  }
  const payload = {
    ref,
    after: sha,
    repository: {
      id: 4711,
      full_name: repositoryName,
      name: repositoryName.split('/')[1],
      owner: { login: owner, id: 815 },
      default_branch: repository.branch,
      html_url: `https://github.com/${repositoryName}`,
      ...(/^(?:schedule|workflow_dispatch)$/.test(event.name) ? {} : { private: false, visibility: 'public' }),
    },
    ...event.payload,
  }
  return { variables, payload }
}

/** All inputs of action.yml as the runner hands them over: upper case, spaces to underscores, dashes kept. */
async function inputVariables({
  inputs = {},
  token = 'ghs_test',
  actionFolder = 'part' in inputs ? '.github/actions/part' : '.',
}: RunOptions): Promise<Readonly<Record<string, string>>> {
  const declared = await declaredInputs(join(actionFolder, 'action.yml'))
  const unknown = Object.keys(inputs).filter((name) => declared && !(name in declared))
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`)
  const values = { ...declared, ...inputs }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
      value.replace(/\$\{\{\s*github\.token\s*\}\}/g, token),
    ]),
  )
}

/** Input names of an action with their defaults (empty where there is none); `undefined` while there is no such file. */
async function declaredInputs(file: string): Promise<Readonly<Record<string, string>> | undefined> {
  const text = await readFile(join(projectRoot, file), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { inputs } = parse(text) as { inputs: Record<string, { default?: unknown }> }
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, `${input.default ?? ''}`]))
}

interface Execution {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly options: RunOptions
}

/** Fails when the run hangs: nothing that the action waits for may last that long. */
function execute(
  file: string,
  { cwd, env, options }: Execution,
): Promise<Pick<WorkflowRun, 'exitCode' | 'stdout' | 'stderr'>> {
  const {
    promise,
    resolve: done,
    reject,
  } = Promise.withResolvers<Pick<WorkflowRun, 'exitCode' | 'stdout' | 'stderr'>>()
  const node = join(projectRoot, 'node_modules/.bin/node')
  const [program = node, ...args] = [...(options.startedBy ?? []), node, file]
  const child = launch(program, args, { cwd, env })
  child.stdin.end()
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk
    })
  }
  const limit = setTimeout(() => {
    child.kill('SIGKILL')
    reject(new Error(`the action did not end in time; it said:\n${text.stdout}${text.stderr}`))
  }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS)
  options.signal?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true })
  child.on('error', reject)
  child.on('close', (exitCode) => {
    clearTimeout(limit)
    done({ exitCode, ...text })
  })
  return promise
}
