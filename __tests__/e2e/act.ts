import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { git, type TestRepository } from '../support/git/repository.ts'
import { projectRoot } from '../support/places.ts'

export interface ActEvent {
  readonly name: 'push' | 'workflow_dispatch' | 'pull_request' | 'release'
  /** Full ref. */
  readonly ref: string
}

interface Job {
  readonly repository: TestRepository
  /** Default: e2e.yml. */
  readonly workflow?: string
  readonly event: ActEvent
  /** Variables of the jobs, as `--env`. */
  readonly env: Readonly<Record<string, string>>
  /** Value of `${{ github.token }}`. */
  readonly token: string
  /** Values of `vars` and of further `secrets`. */
  readonly vars?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Folders that stand for `owner/name@ref`, where act would clone. */
  readonly replaced?: Readonly<Record<string, string>>
  /** Settings of the clone's own git config, as checkout leaves them. */
  readonly config?: readonly (readonly [string, string])[]
}

/** How a workflow ended, with all that it printed: nothing is masked, so that secrets can be looked for. */
export interface Ran {
  readonly exitCode: number
  readonly log: string
  /** What the run left in the home of its user, beside act's own. */
  readonly left: readonly string[]
  /** SHA-256 of the clone's git config as act copied it. */
  readonly settings: string
}

const TIMEOUT_MS = 600_000
/** As the event payloads of GitHub have it; act takes commit and ref from there. */
const payloadOf = ({ name, ref }: ActEvent, sha: string, branch: string) => ({
  ...(name === 'push' && { after: sha, deleted: false }),
  ...(name === 'release' && { action: 'published', release: { tag_name: ref.replace('refs/tags/', '') } }),
  ...(name === 'pull_request'
    ? { number: 7, pull_request: { head: { ref: 'change' }, base: { ref: branch } } }
    : { ref }),
  repository: {
    id: 4711,
    full_name: 'acme/charts',
    default_branch: branch,
    owner: { login: 'acme' },
    // As on GitHub, where dispatches do not tell it.
    ...(name !== 'workflow_dispatch' && { private: false, visibility: 'public' }),
  },
})

/**
 * Runs a workflow of the repository for one event with act, on this machine without containers. act copies
 * a fresh clone for each job, and has a home, a cache and a PATH of its own: node, helm and what every system has.
 */
export async function runWorkflow(act: string, helm: string, job: Job): Promise<Ran> {
  const { repository, event } = job
  const home = await mkdtemp(join(repository.root, 'act-'))
  const branch = repository.branch
  const ref = event.name === 'pull_request' ? `refs/heads/${branch}` : event.ref
  const clone = await repository.checkout({ ref })
  for (const [key, value] of job.config ?? []) await git(clone, ['config', key, value])
  const settings = createHash('sha256')
    .update(await readFile(join(clone, '.git/config')))
    .digest('hex')
  const sha = await git(clone, ['rev-parse', 'HEAD'])
  await writeFile(join(home, 'event.json'), JSON.stringify(payloadOf(event, sha, branch)))
  // Without the file act asks which images to use.
  await writeFile(join(home, '.actrc'), '')
  const variables = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_ID: '4711', ...job.env }
  const args = [
    event.name,
    // act works out the matrix of a job also where its `if` says no; on pull requests there is nothing to make it of.
    ...(event.name === 'pull_request' ? ['--job', 'pull-request'] : []),
    ...['--workflows', job.workflow ?? '.github/workflows/e2e.yml', '--eventpath', join(home, 'event.json')],
    ...['--platform', 'ubuntu-24.04=-self-hosted', '--no-cache-server', '--insecure-secrets'],
    ...['--actor', 'octocat', '--secret', 'GITHUB_TOKEN'],
    ...Object.keys(job.secrets ?? {}).flatMap((name) => ['--secret', name]),
    ...assigned('--env', variables),
    ...assigned('--var', job.vars),
    ...assigned('--local-repository', job.replaced),
  ]
  const env = {
    PATH: await pathOf(home, helm),
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    LANG: 'C.UTF-8',
    GITHUB_TOKEN: job.token,
    ...job.secrets,
  }
  try {
    const ended = await execute(act, args, clone, env)
    return { ...ended, settings, left: await filesIn(home, ['.actrc', 'event.json', 'bin', 'cache']) }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

function assigned(flag: string, values: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
}

async function filesIn(folder: string, except: readonly string[]): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => !except.includes(name))
  const found = await Promise.all(
    names.map((name) => readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(() => name)),
  )
  return found.flatMap((one) =>
    typeof one === 'string' ? one : one.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
  )
}

/** `node` is the one that actions with `using: node24` get. */
async function pathOf(home: string, helm: string): Promise<string> {
  const bin = join(home, 'bin')
  await mkdir(bin)
  await symlink(join(projectRoot, 'node_modules/.bin/node'), join(bin, 'node'))
  const own = helm === 'helm' ? [] : [dirname(helm)]
  return [bin, ...own, process.env.PATH].join(':')
}

function execute(
  act: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Pick<Ran, 'exitCode' | 'log'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Pick<Ran, 'exitCode' | 'log'>>()
  // A group of its own: steps die with act.
  const child = spawn(act, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk
    })
  }
  const limit = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    reject(new Error(`act did not end within ${TIMEOUT_MS / 1000} s:\n${log.slice(-4000)}`))
  }, TIMEOUT_MS)
  child.on('error', reject)
  child.on('close', (code) => {
    clearTimeout(limit)
    resolve({ exitCode: code ?? -1, log })
  })
  return promise
}
