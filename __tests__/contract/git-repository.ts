import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { memoizeAsync } from '../../src/model/async/memoize.ts'
import { aRepository, type TestRepository } from '../support/git/repository.ts'
import { type GitServer, startGitServer } from '../support/servers/git-http.ts'

export interface ServedRepository {
  readonly repository: TestRepository
  readonly server: GitServer
  /** A checkout whose origin is the server. */
  readonly workspace: string
}

/** Making a repository and a checkout takes git some twenty processes, copying them none. */
const template = memoizeAsync(async () => {
  const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  return { repository, workspace: await repository.checkout({ depth: 1 }) }
})
let isMade = false
afterAll(async () => {
  if (isMade) await (await template()).repository.remove()
})

/** A repository of its own behind a git server, with a checkout of it. */
export async function serveRepository(): Promise<ServedRepository> {
  isMade = true
  const original = await template()
  const repository = await original.repository.copy()
  const server = await startGitServer(repository.origin)
  const workspace = join(repository.root, 'workspace')
  await cp(original.workspace, workspace, { recursive: true })
  const config = join(workspace, '.git/config')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace(`file://${original.repository.origin}`, server.repository))
  return { repository, server, workspace }
}
