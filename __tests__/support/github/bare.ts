import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endOf } from '../process/run-program.ts'

/** Runs git in a bare repository, with nobody's configuration. Fails with git's own words. */
export async function inBare(
  origin: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { code, stdout, stderr } = await endOf('git', args, {
    cwd: origin,
    input,
    env: { PATH: process.env.PATH, HOME: origin, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
  })
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}: ${stderr.toString().trim()}`)
  return stdout.toString().replace(/\n$/, '')
}

/** What a ref or revision leads to (not peeled); `undefined` where there is nothing. */
export async function objectAt(origin: string, revision: string): Promise<string | undefined> {
  const found = await inBare(origin, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]).catch(() => '')
  return found === '' ? undefined : found
}

/** Moves a ref from one object to another (`undefined`: it must not exist); false where it was elsewhere. */
export async function moveRef(origin: string, ref: string, to: string, from: string | undefined): Promise<boolean> {
  const moved = inBare(origin, ['update-ref', ref, to, from ?? '0'.repeat(to.length)])
  return moved.then(
    () => true,
    () => false,
  )
}

export interface Change {
  readonly path: string
  /** `null` deletes the file. */
  readonly content: Buffer | null
}

/** The tree of a commit with some files changed; a file that is there keeps its mode. */
export async function treeWith(origin: string, commit: string, changes: readonly Change[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'index-'))
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  try {
    await inBare(origin, ['read-tree', commit], { env })
    for (const { path, content } of changes) {
      const [before = ''] = (await inBare(origin, ['ls-tree', '-z', commit, '--', path])).split(' ')
      const object = content && (await inBare(origin, ['hash-object', '-w', '--stdin'], { input: content }))
      const line = object === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${before || '100644'} ${object}\t${path}\0`
      await inBare(origin, ['update-index', '-z', '--index-info'], { env, input: line })
    }
    return await inBare(origin, ['write-tree'], { env })
  } finally {
    await rm(folder, { recursive: true })
  }
}

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: string
  readonly at: Date
  readonly message: string
}

/** GitHub is the committer of what its API commits, and signs it with a key of its own. */
const COMMITTER = 'GitHub <noreply@github.com>'
/** Not a signature: the form of one, so that readers of commits meet the header. */
const SIGNATURE = ['-----BEGIN PGP SIGNATURE-----', '', 'VGhpcyBpcyBhIHRlc3Qu', '-----END PGP SIGNATURE-----']

/** Writes a commit as GitHub's API does: committed and signed by GitHub. */
export async function writeWebCommit(origin: string, commit: NewCommit): Promise<string> {
  const time = `${Math.floor(commit.at.getTime() / 1000)} +0000`
  const header = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${commit.author} ${time}`,
    `committer ${COMMITTER} ${time}`,
    `gpgsig ${SIGNATURE.join('\n ')}`,
  ]
  const input = `${header.join('\n')}\n\n${commit.message}`
  return inBare(origin, ['hash-object', '-t', 'commit', '-w', '--stdin'], { input })
}
