import { inBare, objectAt } from './bare.ts'
import { example } from './description.ts'
import { type Answer, notFound, type Route } from './exchange.ts'
import { apiUrl, type Hub } from './hub.ts'

/** Files at a commit, and how two commits stand to each other. As on GitHub, any object that is stored is shown, whoever put it there. */
export const contentRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/contents/{path}',
    needs: ['contents', 'read'],
    async handle({ parameters, query }, hub) {
      const { path = '' } = parameters
      const revision = `${query.get('ref') ?? hub.settings.defaultBranch}:${path}`
      const sha = await objectAt(hub.origin, revision)
      return sha === undefined ? notFound() : fileAnswer(hub, path, sha)
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    needs: ['contents', 'read'],
    async handle({ parameters }, hub) {
      const [base = '', head = ''] = (parameters.basehead ?? '').split('...')
      const commits = await Promise.all([base, head].map((one) => objectAt(hub.origin, `${one}^{commit}`)))
      if (commits.includes(undefined)) return notFound()
      const range = `${commits[0]}...${commits[1]}`
      const counts = await inBare(hub.origin, ['rev-list', '--left-right', '--count', range])
      const [behind = 0, ahead = 0] = counts.split('\t').map(Number)
      const body = {
        ...example('commit-comparison', hub.repository),
        ...{ status: statusOf(ahead, behind), ahead_by: ahead, behind_by: behind, total_commits: ahead },
        ...{ commits: [], files: [] },
      }
      return { status: 200, body }
    },
  },
]

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

/** Of more than a megabyte GitHub gives no content here. */
async function fileAnswer(hub: Hub, path: string, sha: string): Promise<Answer> {
  if ((await inBare(hub.origin, ['cat-file', '-t', sha])) !== 'blob') return { status: 200, body: [] }
  const size = Number(await inBare(hub.origin, ['cat-file', '-s', sha]))
  const isLarge = size > 1024 * 1024
  const content = isLarge
    ? ''
    : Buffer.from(`${await inBare(hub.origin, ['cat-file', 'blob', sha])}\n`).subarray(0, size)
  const url = apiUrl(hub, `contents/${path}`)
  const git = apiUrl(hub, `git/blobs/${sha}`)
  const body = {
    ...{ type: 'file', encoding: isLarge ? 'none' : 'base64', size, name: path.split('/').at(-1), path, sha },
    ...{ content: content.toString('base64'), url, git_url: git, html_url: null, download_url: null },
    _links: { git, html: null, self: url },
  }
  return { status: 200, body }
}
