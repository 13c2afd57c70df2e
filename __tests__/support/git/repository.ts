import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProgram } from '../process/run-program.ts'

/** Path from the root of the repository to its text or bytes; `null` deletes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

interface CheckoutOptions {
  /** Commits that are fetched; 0 (the default) for all. */
  readonly depth?: number
  /** What is checked out: a full ref name. Default `refs/heads/<branch>`. */
  readonly ref?: string
  /** The commit of that ref. Default: its newest. */
  readonly commit?: string
}

/** A person's clone with a bare `origin`, both in one temporary folder. */
export interface TestRepository {
  /** Everything of this repository stands below here; for further files of a test, too. */
  readonly root: string
  /** The work tree of the person who edits. */
  readonly folder: string
  /** The bare repository. */
  readonly origin: string
  readonly branch: string
  /** Runs git in the work tree and returns its output without the last newline. */
  git(...args: readonly string[]): Promise<string>
  /** Writes into the work tree and nothing else. */
  write(files: Files): Promise<void>
  /** Pulls, writes, commits and pushes, as a person does; returns the commit. */
  commit(message: string, files: Files): Promise<string>
  /** Tags a commit (default: the newest of origin's branch) and pushes the tag. */
  tag(name: string, commit?: string): Promise<void>
  /** The commit of a branch or tag of origin; `undefined` where there is none. */
  remote(ref?: string): Promise<string | undefined>
  /** Text of a file at origin's branch. */
  remoteFile(path: string, ref?: string): Promise<string>
  /** Names of all tags of origin, sorted. */
  remoteTags(): Promise<readonly string[]>
  /** A fresh clone as actions/checkout leaves it; returns its folder. */
  checkout(options?: CheckoutOptions): Promise<string>
  /** Another one with everything that origin and the work tree hold now; what happens in one is not seen in the other. */
  copy(): Promise<TestRepository>
  remove(): Promise<void>
}

interface RepositoryOptions {
  readonly branch?: string
  /** First commit. */
  readonly files?: Files
  /** Where commits start counting: each is an hour after the one before. Default 2026-01-01T00:00:00Z. */
  readonly startsAt?: Date
}

const HOUR_MS = 3_600_000

/** Nothing of the person who runs the tests; and no tidying up in the background. */
const GIT_SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
}

/** Runs git without the configuration of whoever runs the tests. Fails with git's own words. */
export async function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await runProgram('git', args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...GIT_SETTINGS, ...env },
  })
  return stdout.replace(/\n$/, '')
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    if (content === null) {
      await rm(file, { force: true, recursive: true })
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    if (path.endsWith('.sh')) await chmod(file, 0o755)
  }
}

/** Makes a repository with a bare origin and a first commit; equal calls give equal commit ids. */
export async function aRepository(options: RepositoryOptions = {}): Promise<TestRepository> {
  const { branch = 'main', files = {}, startsAt = new Date('2026-01-01T00:00:00Z') } = options
  const root = await mkdtemp(join(tmpdir(), 'repository-'))
  const { folder, origin } = placesIn(root)
  await git(root, ['init', '--quiet', '--bare', `--initial-branch=${branch}`, origin])
  // What GitHub offers, too: a commit by its id, and clones that leave things out. It tidies up at other times.
  await appendFile(join(origin, 'config'), ORIGIN)
  await git(root, ['clone', '--quiet', origin, folder])
  await git(folder, ['checkout', '--quiet', '-B', branch])
  const repository = repositoryAt(root, branch, startsAt.getTime())
  await repository.commit('chore: begin', files)
  return repository
}

const ORIGIN = `[uploadpack]
  allowAnySHA1InWant = true
  allowFilter = true
[receive]
  autogc = false
`

function placesIn(root: string) {
  return { folder: join(root, 'work'), origin: join(root, 'origin.git') }
}

/** The repository in a folder; `time` is that of its next commit. */
function repositoryAt(root: string, branch: string, start: number): TestRepository {
  const { folder, origin } = placesIn(root)
  let time = start
  let clones = 0
  const inFolder = (...args: readonly string[]) => git(folder, args, person(new Date(time)))
  const repository: TestRepository = {
    root,
    folder,
    origin,
    branch,
    git: inFolder,
    write: (changed) => writeFiles(folder, changed),
    async commit(message, changed) {
      if (await repository.remote()) await inFolder('pull', '--quiet', '--ff-only', 'origin', branch)
      await writeFiles(folder, changed)
      await inFolder('add', '--all', '--force')
      await inFolder('commit', '--quiet', '--allow-empty', '--message', message)
      time += HOUR_MS
      await inFolder('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
      return inFolder('rev-parse', 'HEAD')
    },
    async tag(name, commit) {
      await inFolder('fetch', '--quiet', 'origin')
      await inFolder('push', '--quiet', 'origin', `${commit ?? `refs/remotes/origin/${branch}`}:refs/tags/${name}`)
    },
    async remote(ref = `refs/heads/${branch}`) {
      const found = await git(origin, ['for-each-ref', '--format=%(objectname)', ref])
      return found === '' ? undefined : found
    },
    remoteFile: (path, ref = branch) => git(origin, ['show', `${ref}:${path}`]),
    async remoteTags() {
      const names = await git(origin, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/tags'])
      return names.split('\n').filter((name) => name !== '')
    },
    async checkout({ depth = 0, ref = `refs/heads/${branch}`, commit } = {}) {
      clones += 1
      const workspace = join(root, `workspace-${clones}`)
      await checkOut(origin, workspace, { depth, ref, commit: commit ?? ref })
      return workspace
    },
    async copy() {
      const other = await mkdtemp(join(tmpdir(), 'repository-'))
      const places = placesIn(other)
      const needed = (path: string) => !path.endsWith('.sample')
      await cp(origin, places.origin, { recursive: true, filter: needed })
      await cp(folder, places.folder, { recursive: true, filter: needed })
      const config = join(places.folder, '.git/config')
      await writeFile(config, (await readFile(config, 'utf8')).replace(origin, places.origin))
      return repositoryAt(other, branch, time)
    },
    // git tidies up in the background and may still be at it.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  }
  return repository
}

function person(at: Date): NodeJS.ProcessEnv {
  const date = at.toISOString()
  return {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.test',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.test',
    GIT_COMMITTER_DATE: date,
  }
}

/** What actions/checkout does: init, fetch, then a branch that tracks, or a detached HEAD for a tag. */
async function checkOut(
  origin: string,
  workspace: string,
  { depth, ref, commit }: Required<CheckoutOptions>,
): Promise<void> {
  await mkdir(workspace)
  await git(workspace, ['init', '--quiet'])
  // Over file:// git makes real packs, so a shallow clone is one.
  await git(workspace, ['remote', 'add', 'origin', `file://${origin}`])
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  const local = branch ? `refs/remotes/origin/${branch}` : ref
  const fetch = (...what: readonly string[]) => git(workspace, ['fetch', '--quiet', '--no-tags', ...what])
  if (depth > 0) await fetch(`--depth=${depth}`, 'origin', `+${commit}:${local}`)
  else await fetch('origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*')
  // The branch may have moved since the event: the commit of the event counts.
  if (depth === 0 && !(commit === ref && /^refs\/(heads|tags)\//.test(ref)))
    await fetch('origin', `+${commit}:${local}`)
  const target = branch ? ['-B', branch, local] : ['--detach', ref]
  await git(workspace, ['checkout', '--quiet', '--force', ...target])
}
