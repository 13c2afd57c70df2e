// `node __tests__/e2e/servers.ts FILE`, on GitHub's runner: makes the checkout a clone of a bare repository of its own, with charts, and
// serves a registry and a Sigstore until the job ends. FILE gets the variables of the steps after.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { change, charts } from '../../demo/charts.ts'
import { writeFiles } from '../support/git/repository.ts'
import { startServers } from './world.ts'

const [file = ''] = process.argv.slice(2)
const { GITHUB_REPOSITORY = 'acme/charts', GITHUB_REPOSITORY_ID = '4711', GITHUB_REF = 'refs/heads/main' } = process.env

const git = (...args: readonly string[]) => {
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']
  return execFileSync('git', [...person, ...args], { encoding: 'utf8' }).trim()
}

function commit(message: string): void {
  git('add', '--all', 'charts')
  git('commit', '--quiet', '--message', message)
}

/** On a tag the tag moves along: it stands for what is checked out. */
async function ownRepository(): Promise<string> {
  const origin = join(mkdtempSync(join(tmpdir(), 'e2e-origin-')), 'origin.git')
  git('init', '--quiet', '--bare', origin)
  git('remote', 'set-url', 'origin', origin)
  await writeFiles('.', charts)
  commit('feat: charts')
  // Released long ago, as far as git tells: so the change after it needs a bump.
  for (const tag of ['hello-0.3.0', 'shop-1.4.2']) git('push', '--quiet', 'origin', `HEAD:refs/tags/${tag}`)
  await writeFiles('.', change)
  commit('feat: greet the morning')
  git('push', '--quiet', '--force', 'origin', `HEAD:${GITHUB_REF}`)
  return origin
}

// The action gets no token there, so it asks GitHub nothing.
const servers = await startServers(await ownRepository(), GITHUB_REPOSITORY, [])
const caller = { repository: GITHUB_REPOSITORY, repositoryId: GITHUB_REPOSITORY_ID }
servers.runsAs({ ...caller, ref: GITHUB_REF, sha: git('rev-parse', 'HEAD') })
const lines = Object.entries(servers.variables).map(([name, value]) => `${name}=${value}\n`)
// As a whole or not at all: somebody waits for it.
writeFileSync(`${file}.new`, lines.join(''))
renameSync(`${file}.new`, file)
