import type { ObjectId } from '../../model/chart.ts'
import { OUR_TRAILER } from '../../model/git/commits.ts'
import type { CommitMessage, Git, HistoryCommit } from '../../ports/git.ts'
import type { GitCommand } from './command.ts'
import { BOT, nulSeparated } from './objects.ts'

const PAGE = 200
/** No path in a tree starts with a slash, so this can't be one. */
const HEADER = /^\/\/([0-9a-f]{40,64})$/
const FORMAT = `//%H%x00%P%x00%ct%x00%s%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`

/** First-parent commits that touch `paths`, newest first, read in pages so that the reader can stop early. */
export async function* readHistory(
  git: GitCommand,
  from: ObjectId,
  paths: readonly string[],
): AsyncIterable<HistoryCommit> {
  let start: ObjectId | undefined = from
  while (start !== undefined) {
    const page: readonly HistoryCommit[] = await readPage(git, start, paths)
    yield* page
    start = page.length === PAGE ? page.at(-1)?.parent : undefined
  }
}

async function readPage(git: GitCommand, from: ObjectId, paths: readonly string[]): Promise<readonly HistoryCommit[]> {
  const args = ['log', '--first-parent', '-m', '--name-only', '-z', '--no-renames', `--max-count=${PAGE}`]
  const { stdout } = await git([...args, `--format=${FORMAT}`, from, '--', ...paths.map(pathspec)])
  return parse(nulFields(stdout))
}

const MESSAGE_FORMAT = `//%H%x00%x00%x00%B%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`

/**
 * See `Git.commitsBetween`. Merged branches are included: the message of a merge by GitHub says nothing about its
 * content.
 */
export async function readCommitsBetween(
  git: GitCommand,
  { from, to, limit }: Parameters<Git['commitsBetween']>[0],
  paths: readonly string[],
): Promise<readonly CommitMessage[]> {
  const args = [
    'log',
    '--full-history',
    '--topo-order',
    '--diff-merges=first-parent',
    '--name-only',
    '-z',
    '--no-renames',
  ]
  const range = [`--max-count=${limit}`, `--format=${MESSAGE_FORMAT}`, to, `^${from}`]
  const { stdout } = await git([...args, ...range, '--', ...paths.map(pathspec)])
  return parse(nulFields(stdout)).map(({ commit, subject, hasTrailer, paths: touched }) => {
    return { commit, message: subject, hasTrailer, paths: touched }
  })
}

/** See `Git.commitsByOthers`. Anyone can write our trailer; editing a commit of ours changes its committer. */
export async function readCommitsByOthers(git: GitCommand, from: ObjectId, to: ObjectId): Promise<readonly ObjectId[]> {
  const format = `//%H%x00%ae%x00%ce%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`
  const { stdout } = await git(['log', '--no-merges', '-z', `--format=${format}`, to, `^${from}`])
  const fields = nulFields(stdout)
  return fields.flatMap((field, at) => {
    const commit = HEADER.exec(field.trim())?.[1]
    const [author, committer, trailer = ''] = fields.slice(at + 1, at + 4)
    const isOurs = author === BOT.email && committer === BOT.email && trailer.trim() !== ''
    return commit === undefined || isOurs ? [] : [commit]
  })
}

function pathspec(path: string): string {
  return path === '.' ? ':/' : `:(top,literal)${path}`
}

/** Empty fields matter here (a root commit has no parents), so nothing is dropped. */
function nulFields(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString().split('\0')
}

function parse(fields: readonly string[]): readonly HistoryCommit[] {
  const commits: HistoryCommit[] = []
  for (let at = 0; at < fields.length; ) {
    const header = HEADER.exec((fields[at] ?? '').trim())
    if (!header) {
      at += 1
      continue
    }
    const [parents = '', time = '', subject = '', trailers = ''] = fields.slice(at + 1, at + 5)
    let end = at + 5
    while (end < fields.length && !HEADER.test((fields[end] ?? '').trim())) end += 1
    const paths = fields.slice(at + 5, end).map((path) => path.replace(/^\n/, ''))
    const [parent, ...merged] = parents.split(' ')
    commits.push({
      commit: header[1] ?? '',
      ...(parent && { parent }),
      isMerge: merged.length > 0,
      committedAt: new Date(Number(time) * 1000),
      subject,
      hasTrailer: trailers.trim() !== '',
      paths: paths.filter((path) => path !== ''),
    })
    at = end
  }
  return commits
}

/** What HEAD of origin stands for; a detached one names no branch. */
export async function readRemoteDefaultBranch(git: GitCommand): Promise<string | undefined> {
  const { stdout } = await git(['ls-remote', '--symref', 'origin', 'HEAD'], { remote: true })
  return /^ref: refs\/heads\/([^\t\n]+)\tHEAD$/m.exec(Buffer.from(stdout).toString())?.[1]
}

/** Tags on origin by name, each peeled to the commit that it points to. */
export async function readRemoteTags(git: GitCommand): Promise<ReadonlyMap<string, ObjectId>> {
  const { stdout } = await git(['ls-remote', '--tags', 'origin'], { remote: true })
  const tags = new Map<string, ObjectId>()
  for (const line of nulSeparated(stdout).join('').split('\n')) {
    const [object, ref] = line.split('\t')
    // An annotated tag comes twice; the line with ^{} names the commit and comes second.
    if (object && ref) tags.set(ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), object)
  }
  return tags
}

/** Refs on origin below a prefix such as `refs/heads/`, by their full names. */
export async function readRemoteRefs(git: GitCommand, prefix: string): Promise<ReadonlyMap<string, ObjectId>> {
  const { stdout } = await git(['ls-remote', '--refs', 'origin', `${prefix}*`], { remote: true })
  const refs = new Map<string, ObjectId>()
  for (const line of Buffer.from(stdout).toString().split('\n')) {
    const [object = '', name = ''] = line.split('\t')
    // The pattern may match in the middle of a name.
    if (name.startsWith(prefix)) refs.set(name, object)
  }
  return refs
}
