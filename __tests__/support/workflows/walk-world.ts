import { anotherOrigin } from '../git/another-origin.ts'
import { aRepository, git, type TestRepository } from '../git/repository.ts'
import { appToken, workflowToken } from '../github/tokens.ts'
import { aWorld, type World } from '../run/world.ts'
import { type GitServer, startGitServer } from '../servers/git-http.ts'
import { PAGES_TOKEN, WORKFLOW_TOKEN } from './expressions.ts'
import type { Shape } from './shape.ts'
import { type Access, contentsOf } from './step.ts'

/** Where a shape lives: the world, and the repository whose Pages it fills. */
export interface Scene extends AsyncDisposable {
  readonly world: World
  /** The bare repository with the branch `gh-pages`. */
  readonly pages: string
  /** `owner/name` of that repository. */
  readonly pagesName: string
  /** Address of the server that git and people reach. */
  readonly webUrl: string
  /** A fresh checkout of a ref, as actions/checkout leaves it. */
  checkout(ref: string): Promise<string>
}

export const OWN_REPOSITORY = 'acme/charts'

const basic = (token: string) => `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

export async function aScene({ files, branch, places, after }: Shape): Promise<Scene> {
  const repository = await aRepository({ files, ...(branch && { branch }) })
  const contents = contentsOf(after)
  const name = places.repository ?? OWN_REPOSITORY
  const other = places.repository === undefined ? undefined : await anotherOrigin(repository, name)
  if (other) await git(repository.folder, ['push', '--quiet', other, 'HEAD:refs/heads/main'])
  const world = await aWorld({
    repository,
    github: {
      settings: { defaultBranch: repository.branch },
      tokens: [workflowToken(WORKFLOW_TOKEN, { contents }), { ...appToken(PAGES_TOKEN), repositories: [name] }],
      ...(other && { others: [{ repository: name, origin: other }] }),
    },
    run: { entry: 'source', token: WORKFLOW_TOKEN },
  })
  const server = other === undefined ? undefined : await serverOf(world, contents)
  return {
    world,
    pages: other ?? repository.origin,
    pagesName: name,
    webUrl: server?.url ?? world.github.webUrl,
    checkout: (ref) => checkedOut(repository, ref, server),
    async [Symbol.asyncDispose]() {
      await server?.[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}

/** Git's side of GitHub, for both tokens, which leads to the files of releases. */
async function serverOf({ repository, github }: World, contents: Access): Promise<GitServer> {
  const logins = { [basic(WORKFLOW_TOKEN)]: 'own', [basic(PAGES_TOKEN)]: 'pages' }
  const server = await startGitServer(repository.origin, logins)
  server.leadOn(/\/releases\/download\//, github.webUrl)
  if (contents === 'read') server.disturb(403, /^\/origin\.git\/.*git-receive-pack/)
  return server
}

async function checkedOut(repository: TestRepository, ref: string, server: GitServer | undefined): Promise<string> {
  const workspace = await repository.checkout({ ref })
  if (server === undefined) return workspace
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  await git(workspace, ['config', `http.${server.url}/.extraheader`, `AUTHORIZATION: ${basic(WORKFLOW_TOKEN)}`])
  return workspace
}
