import { join } from 'node:path'
import type { ObjectId } from '../../model/chart.ts'
import type { Files } from '../../ports/files.ts'
import type { OtherOrigin, SideClone, SideCommit } from '../../ports/git.ts'
import type { Journal } from '../../ports/process.ts'
import { createGitCommand, failure, type GitCommand, type GitContext } from './command.ts'
import type { GitAccess } from './credentials/access.ts'
import { elsewhere } from './elsewhere.ts'
import { readRemoteRefs } from './history.ts'
import { readBlobs, readTree, requirePlaces, signature, text, writeBlobs } from './objects.ts'
import { pushRefs } from './push.ts'

/** During a run others push few commits; the whole history is read only to report that it is a different one. */
const DEPTHS = [20, 1_000, 1_000_000]

type CloneContext = GitContext & { readonly journal: Journal; readonly files: Files; readonly access: GitAccess }

/** An empty bare repository whose origin is that of the checkout, or another one. */
export async function openSideClone(checkout: GitCommand, context: CloneContext, of?: OtherOrigin): Promise<SideClone> {
  const folder = await context.files.temporaryFolder('side-clone')
  const settings = await context.access.transport()
  const format = of ? 'sha1' : text((await checkout(['rev-parse', '--show-object-format'])).stdout)
  const git = createGitCommand(
    of ? elsewhere(context, { folder, settings, of }) : { ...context, apart: { folder, settings } },
  )
  await git(['init', '--bare', '--quiet', '--template=', `--object-format=${format}`, folder])
  // Git finds the address of a remote only in the configuration of the repository.
  if (of) await git(['config', 'remote.origin.url', of.address])
  const pusher = { git, journal: context.journal, secrets: context.secrets }
  return {
    async fetchTip(ref, { contents }) {
      const filter = contents ? [] : ['--filter=blob:none']
      const args = ['fetch', '--no-tags', '--quiet', '--depth=1', ...filter, 'origin', ref]
      const ran = await git(args, { remote: true, accept: [0, 1, 128] })
      if (ran.exitCode === 0) return text((await git(['rev-parse', '--verify', 'FETCH_HEAD^{commit}'])).stdout)
      if (/couldn't find remote ref/.test(ran.stderr)) return undefined
      throw await failure({ git, secrets: context.secrets }, [`fetch of ${ref}`], ran)
    },
    async follows({ ref, commit, before }) {
      for (const depth of DEPTHS) {
        // Not every server sends a commit by its id.
        const args = ['fetch', '--no-tags', '--quiet', `--depth=${depth}`, '--filter=blob:none', 'origin', ref]
        await git(args, { remote: true })
        const ran = await git(['merge-base', '--is-ancestor', before, commit], { accept: [0, 1, 128] })
        if (ran.exitCode === 0) return true
        if (Number(text((await git(['rev-list', '--count', commit])).stdout)) < depth) return false
      }
      return false
    },
    refs: async (prefix) => [...(await readRemoteRefs(git, prefix)).keys()],
    tree: (commit) => readTree(git, commit),
    blobs: (objects, max) => readBlobs(git, objects, max),
    commit: async (draft) => writeCommit(git, draft, await context.files.temporaryFolder('side-commit')),
    push: (refs, options) => pushRefs(pusher, refs, options),
  }
}

/** The contents of other files are missing here, so nothing may request them. */
async function writeCommit(
  git: GitCommand,
  { parent, files, message, at }: SideCommit,
  scratch: string,
): Promise<ObjectId> {
  const there = parent === undefined ? [] : await readTree(git, parent)
  requirePlaces(there, files.keys())
  const objects = await writeBlobs(git, [...files.values()], scratch)
  const executable = new Set(there.flatMap(({ mode, path }) => (mode === '100755' ? [path] : [])))
  const env = { GIT_INDEX_FILE: join(scratch, 'index') }
  if (parent !== undefined) await git(['read-tree', parent], { env })
  const lines = [...files.keys()].map(
    (path, index) => `${executable.has(path) ? '100755' : '100644'} ${objects[index]}\t${path}\0`,
  )
  await git(['update-index', '-z', '--index-info'], { input: lines.join(''), env })
  const tree = text((await git(['write-tree', '--missing-ok'], { env })).stdout)
  const parents = parent === undefined ? [] : ['-p', parent]
  const call = { input: message, env: signature(at) }
  return text((await git(['commit-tree', tree, ...parents, '-F', '-'], call)).stdout)
}
