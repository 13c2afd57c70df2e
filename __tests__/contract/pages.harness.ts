import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ChartRef } from '../../src/model/chart.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { aRepository, git } from '../support/git/repository.ts'
import { aTargetContext } from '../support/registry/context.ts'
import { startGitServer } from '../support/servers/git-http.ts'
import type { Beside, TargetHarness, TargetUnderContract, Trouble } from './harness.ts'

interface Flavour {
  readonly address: string
  /** Folder of the index on the branch. */
  readonly folder: string
  /** What stands on the branch before; without it there is no such branch. */
  readonly before?: Readonly<Record<string, string>>
  readonly filter?: boolean
  /** On every branch index and signature are one commit: one of them tells it. */
  readonly signsLikeAnother?: boolean
}

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'on a branch that is not there yet': { address: 'pages://gh-pages', folder: '' },
  'in a folder of a branch with other files, from a server that sends all contents': {
    address: 'pages://gh-pages/charts/stable',
    folder: 'charts/stable/',
    before: { CNAME: 'charts.example.com\n', 'charts/README.md': 'hello\n' },
    filter: false,
    signsLikeAnother: true,
  },
}

export const pagesUnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(
  ([flavour, options]) => ({
    scheme: 'pages://',
    flavour,
    stagesLate: true,
    signsLikeAnother: options.signsLikeAnother ?? false,
    // What git transfers it checks itself, object by object.
    troubles: ['unauthorized', 'denied', 'throttled', 'broken', 'reset'],
    start: () => startHarness(options),
  }),
)

async function startHarness({ address, folder, before, filter = true }: Flavour): Promise<TargetHarness> {
  const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  await git(repository.origin, ['config', 'uploadpack.allowFilter', String(filter)])
  if (before) changeBranch(repository.origin, before)
  const server = await startGitServer(repository.origin)
  const workspace = await repository.checkout({ depth: 1 })
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  const archive = ({ name, version }: ChartRef) => `${folder}${name}-${version}.tgz`
  return {
    open: (steps = {}) => openTarget(address, aTargetContext({ ...steps, workspace })),
    isVisible: (ref) => versionsOn(repository.origin, folder, ref.name).includes(ref.version),
    trouble: (kind) => server.disturb(kind && FAULTS[kind]),
    swapArchive: ({ ref }) => changeBranch(repository.origin, { [archive(ref)]: 'something else' }),
    stripSignatures: ({ ref }) => changeBranch(repository.origin, { [`${archive(ref)}.sigstore.json`]: undefined }),
    beside: besideOn(repository.origin, folder),
    async stop() {
      await server[Symbol.asyncDispose]()
      await repository.remove()
    },
  }
}

const FAULTS: Partial<Readonly<Record<Trouble, number | 'reset'>>> = {
  unauthorized: 401,
  denied: 403,
  throttled: 429,
  broken: 500,
  reset: 'reset',
}

/** As a consumer reads it, without any code of the target. */
export function versionsOn(origin: string, folder: string, name: string): readonly string[] {
  try {
    const index = parse(inBare(origin, ['show', `gh-pages:${folder}index.yaml`])) as Index
    return (index.entries[name] ?? []).map(({ version }) => version)
  } catch {
    return []
  }
}

interface Index {
  readonly entries: Readonly<Record<string, readonly { readonly version: string }[]>>
}

export function besideOn(origin: string, folder: string): Beside {
  const inFolder = (file: string) => file.startsWith(folder) && !file.slice(folder.length).includes('/')
  const list = () => {
    const there = inBare(origin, ['for-each-ref', 'refs/heads/gh-pages'])
    const all = there === '' ? '' : inBare(origin, ['ls-tree', '-r', '--name-only', 'gh-pages'])
    return all.split('\n').filter(inFolder)
  }
  return {
    list: () => list().map((file) => file.slice(folder.length)),
    read: (file) =>
      list().includes(folder + file)
        ? execFileSync('git', ['show', `gh-pages:${folder}${file}`], { cwd: origin })
        : undefined,
    write: (file, content) => changeBranch(origin, { [folder + file]: content?.toString() }),
  }
}

/** Commits on the branch behind everybody's back; `undefined` deletes a file. */
function changeBranch(origin: string, files: Readonly<Record<string, string | undefined>>): void {
  const scratch = mkdtempSync(join(tmpdir(), 'pages-'))
  const env = { GIT_INDEX_FILE: join(scratch, 'index') }
  const there = inBare(origin, ['for-each-ref', '--format=%(objectname)', 'refs/heads/gh-pages'])
  if (there !== '') inBare(origin, ['read-tree', there], { env })
  for (const [path, text] of Object.entries(files)) {
    const object =
      text === undefined ? '0'.repeat(40) : inBare(origin, ['hash-object', '-w', '--stdin'], { input: text })
    inBare(origin, ['update-index', '--index-info'], {
      env,
      input: `${text === undefined ? 0 : 100644} ${object}\t${path}\n`,
    })
  }
  const tree = inBare(origin, ['write-tree'], { env })
  const commit = inBare(origin, ['commit-tree', tree, ...(there === '' ? [] : ['-p', there]), '-m', 'by hand'])
  inBare(origin, ['update-ref', 'refs/heads/gh-pages', commit])
  rmSync(scratch, { recursive: true })
}

function inBare(
  origin: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): string {
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  const environment = { PATH: process.env.PATH, HOME: origin, ...who, ...env }
  return execFileSync('git', args, { cwd: origin, input, env: environment, stdio: ['pipe', 'pipe', 'ignore'] })
    .toString()
    .trim()
}
