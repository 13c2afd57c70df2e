import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { member } from '../../model/json.ts'
import type { SharedFile } from '../../model/settings.ts'
import { type GitHubClient, type GitHubOptions, openClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

const MAX_BYTES = 1_000_000

/**
 * A file of another repository at a commit of its default branch. GitHub shows commits of all forks under the name of a
 * repository, so a commit counts only if the default branch holds it. Fails with `SHARED_CONFIG_REFUSED` and
 * `SHARED_CONFIG_UNREADABLE`.
 */
export async function readSharedFile(
  options: Omit<GitHubOptions, 'repository'>,
  { repository, path, commit }: SharedFile,
): Promise<Uint8Array> {
  const client = openClient({ ...options, repository })
  const branch = await defaultBranch(client, repository)
  await requireOnBranch(client, { repository, branch, commit })
  const found = await asked(client, `GET contents/{path}`, { path, ref: commit }).catch(
    unless(404, () => unreadable(`${repository} has no file ${path} at ${shortCommit(commit)}.`)),
  )
  return contentOf(found, `${repository}/${path}`)
}

/** A repository that was renamed or moved still answers under its old name, and another owner may have it. */
async function defaultBranch(client: GitHubClient, repository: string): Promise<string> {
  const found = await asked(client, 'GET').catch(unless(404, () => hidden(repository)))
  const name = member(found, 'full_name')
  const branch = member(found, 'default_branch')
  if (typeof name !== 'string' || typeof branch !== 'string')
    throw unreadable(`GitHub does not describe ${repository}.`)
  if (name.toLowerCase() !== repository.toLowerCase()) {
    throw new ReleaseError('SHARED_CONFIG_REFUSED', `\`config\` names ${repository}, which is ${name} now.`, {
      hint: `If that is the repository that is meant, write ${name} in \`config\`.`,
    })
  }
  return branch
}

async function requireOnBranch(
  client: GitHubClient,
  { repository, branch, commit }: Pick<SharedFile, 'repository' | 'commit'> & { readonly branch: string },
): Promise<void> {
  // The first page would list every file that differs.
  const parameters = { basehead: `${branch}...${commit}`, per_page: 1, page: 2 }
  const found = await asked(client, 'GET compare/{basehead}', parameters).catch(
    unless(404, () => unreadable(`${repository} has no commit ${commit}.`)),
  )
  const status = member(found, 'status')
  if (status === 'behind' || status === 'identical') return
  const text = `${shortCommit(commit)} is not on the default branch (${branch}) of ${repository}.`
  throw new ReleaseError('SHARED_CONFIG_REFUSED', text, {
    hint: `GitHub shows commits of forks under that name too, and anybody can make those. Merge the file, and write the commit of ${branch} that has it.`,
  })
}

function contentOf(found: unknown, name: string): Uint8Array {
  const [type, size, content] = ['type', 'size', 'content'].map((key) => member(found, key))
  if (type !== 'file') throw unreadable(`${name} is not a file.`)
  if (typeof size !== 'number' || size > MAX_BYTES) throw unreadable(`${name} has more than ${MAX_BYTES} bytes.`)
  const bytes = Buffer.from(typeof content === 'string' ? content : '', 'base64')
  if (bytes.length !== size) throw unreadable(`GitHub's answer does not hold all of ${name}.`)
  return bytes
}

function asked(client: GitHubClient, route: string, parameters = {}): Promise<unknown> {
  return client.request(route, parameters).catch((thrown: unknown) => {
    throw thrown instanceof GitHubFailure && thrown.status !== 404 ? unreadable(`${thrown.message}.`, thrown) : thrown
  })
}

function unless(status: number, problem: () => ReleaseError): (thrown: unknown) => never {
  return (thrown) => {
    throw thrown instanceof GitHubFailure && thrown.status === status ? problem() : thrown
  }
}

function unreadable(why: string, cause?: unknown): ReleaseError {
  return new ReleaseError('SHARED_CONFIG_UNREADABLE', `The file that \`config\` names can't be read: ${why}`, {
    hint: 'Compare `config` with the repository: it is `owner/repository/path@commit`.',
    cause,
  })
}

function hidden(repository: string): ReleaseError {
  const text = `\`config\` names a file of ${repository}, and \`github-token\` can't see that repository.`
  return new ReleaseError('SHARED_CONFIG_UNREADABLE', text, {
    hint: `The token of a workflow sees its own repository and public ones. Make ${repository} public, or give \`github-token\` a token of a GitHub App that may read its contents (\`contents: read\`), beside the rights that the release needs here.`,
  })
}
