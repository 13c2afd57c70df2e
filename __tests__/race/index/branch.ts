import { anotherOrigin } from '../../support/git/another-origin.ts'
import { aRepository, git } from '../../support/git/repository.ts'
import { startGitServer } from '../../support/servers/git-http.ts'
import { startStaticServer } from '../../support/servers/static-server.ts'
import type { IndexPlace, PlaceUnderRace } from './place.ts'

// Each write is half a dozen processes of git, on both sides.
const ROUNDS = 10

/** A branch on a git server, with git's own program behind HTTP. */
export const branch: PlaceUnderRace = {
  name: 'pages:// on a git server',
  rounds: ROUNDS,
  open: () => open(undefined),
}

/** The branch of a repository that runs of several others publish into. */
export const branchElsewhere: PlaceUnderRace = {
  name: 'pages:// in another repository',
  rounds: ROUNDS,
  open: () => open('acme/helm-charts'),
}

async function open(other: string | undefined): Promise<IndexPlace> {
  const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  const origin = other === undefined ? repository.origin : await anotherOrigin(repository, other)
  await git(origin, ['config', 'uploadpack.allowFilter', 'true'])
  const server = await startGitServer(repository.origin)
  const workspace = await repository.checkout({ depth: 1 })
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  const index = async () => Buffer.from(`${await git(origin, ['show', 'gh-pages:index.yaml'])}\n`)
  const web = await startStaticServer(index)
  return {
    address: other === undefined ? 'pages://gh-pages' : `pages://gh-pages?repository=${other}`,
    env: { GITHUB_WORKSPACE: workspace, GITHUB_SERVER_URL: server.url },
    writes: /^git push .*refs\/heads\/gh-pages/,
    url: web.url,
    index,
    async [Symbol.asyncDispose]() {
      await web[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await repository.remove()
    },
  }
}
