import { aRepository, git } from '../../support/git/repository.ts'
import { startGitServer } from '../../support/servers/git-http.ts'
import { startStaticServer } from '../../support/servers/static-server.ts'
import type { PlaceUnderRace } from './place.ts'

/** A branch on a git server, with git's own program behind HTTP. */
export const branch: PlaceUnderRace = {
  name: 'pages:// on a git server',
  // Each write is half a dozen processes of git, on both sides.
  rounds: 10,
  async open() {
    const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
    await git(repository.origin, ['config', 'uploadpack.allowFilter', 'true'])
    const server = await startGitServer(repository.origin)
    const workspace = await repository.checkout({ depth: 1 })
    await git(workspace, ['remote', 'set-url', 'origin', server.repository])
    const index = async () => Buffer.from(`${await git(repository.origin, ['show', 'gh-pages:index.yaml'])}\n`)
    const web = await startStaticServer(index)
    return {
      address: 'pages://gh-pages',
      env: { GITHUB_WORKSPACE: workspace },
      writes: /^git push .*refs\/heads\/gh-pages/,
      url: web.url,
      index,
      async [Symbol.asyncDispose]() {
        await web[Symbol.asyncDispose]()
        await server[Symbol.asyncDispose]()
        await repository.remove()
      },
    }
  },
}
