import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { anotherOrigin } from '../../../support/git/another-origin.ts'
import { versionsOn } from '../../../support/git/branch.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { appToken, workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'

const OWN = 'ghs_OwnTokenOfTheWorkflow1'
const PAGES = 'ghs_PagesTokenOfTheApp22'
const PERSISTED = 'ghs_Persisted1byCheckout5'
const PLACE = 'acme/helm-charts'
const basic = (token: string) => `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

let repository: TestRepository
let other: string
let world: World
let server: GitServer
beforeEach(async () => {
  repository = await aRepository({ files: aChart('app', '1.0.0') })
  other = await anotherOrigin(repository, PLACE)
  await git(repository.folder, ['push', '--quiet', other, 'main'])
  await onlyBy('own', repository.origin)
  await onlyBy('pages', other)
  server = await startGitServer(repository.origin, {
    [basic(OWN)]: 'own',
    [basic(PERSISTED)]: 'own',
    [basic(PAGES)]: 'pages',
  })
  world = await aWorld({
    repository,
    github: {
      tokens: [workflowToken(OWN), { ...appToken(PAGES), repositories: [PLACE] }],
      others: [{ repository: PLACE, origin: other }],
    },
    run: { entry: 'source', token: OWN, inputs: { sign: 'none' }, env: { GITHUB_SERVER_URL: server.url } },
  })
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

/** Who else pushes is refused, as GitHub does; who else reads is told. */
async function onlyBy(login: string, origin: string) {
  const hook = join(origin, 'hooks/pre-receive')
  await writeFile(
    hook,
    `#!/bin/sh\n[ "$GIT_PUSHER" = ${login} ] && exit 0\necho "Permission to $0 denied to $GIT_PUSHER."\nexit 1\n`,
  )
  await chmod(hook, 0o755)
}

async function released(targets: string, inputs: Readonly<Record<string, string>> = { 'pages-token': PAGES }) {
  const workspace = await repository.checkout()
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  // As actions/checkout leaves it: for every repository of the server.
  await git(workspace, ['config', `http.${server.url}/.extraheader`, `AUTHORIZATION: ${basic(PERSISTED)}`])
  return world.release({ workspace, inputs: { targets, ...inputs } })
}

it('publishes into the branch of another repository with its token, and tags in its own', async () => {
  const { length } = server.authorizations
  const run = await released(`pages://gh-pages?repository=${PLACE}`)
  expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released']])
  expect(versionsOn(other, '', 'app')).toEqual(['1.0.0'])
  expect(await repository.remoteTags()).toEqual(['app-1.0.0'])
  expect(await git(other, ['tag'])).toBe('')
  expect(await git(repository.origin, ['for-each-ref', 'refs/heads/gh-pages'])).toBe('')
  // One credential a request: what checkout left for the server does not reach the other repository.
  const used = server.authorizations.slice(length)
  expect(used.filter((value) => value.includes(' + '))).toEqual([])
  const log = run.stdout.replace(/^::add-mask::.*$/gm, '')
  expect(log + run.stderr + run.summary + JSON.stringify(run.outputs)).not.toMatch(/PagesTokenOfTheApp/)
  expect(resultsOf(await released(`pages://gh-pages?repository=${PLACE}`))).toEqual(['app 1.0.0 unchanged'])
})

it('keeps the token out of the work tree and of arguments', async () => {
  const run = await released(`pages://gh-pages?repository=${PLACE}`)
  expect(await readFile(join(run.workspace, '.git/config'), 'utf8')).not.toContain(PAGES)
  expect(await readdir(run.temp)).not.toContainEqual(expect.stringContaining('side-clone'))
})

it('makes releases there, whose tags stand where GitHub puts them', async () => {
  const run = await released(`pages://gh-pages?repository=${PLACE}&packages=releases`)
  expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released']])
  expect(world.github.releases).toEqual([])
  expect(world.github.releasesOf(PLACE).map(({ tag, draft }) => [tag, draft])).toEqual([['app-1.0.0', false]])
  expect(await git(other, ['rev-parse', 'app-1.0.0'])).toBe(await git(other, ['rev-parse', 'main']))
  expect(await git(other, ['show', 'gh-pages:index.yaml'])).toContain(
    `${server.url}/${PLACE}/releases/download/app-1.0.0/app-1.0.0.tgz`,
  )
})

it.each(['', '&packages=releases'])('says which token is missing, and changes nothing%s', async (options) => {
  const run = await released(`pages://gh-pages?repository=${PLACE}${options}`, {})
  expect(run.exitCode).toBe(1)
  expect(run.summary).toContain('Give the step a')
  expect(run.summary).toContain('pages-token')
  expect(await repository.remoteTags()).toEqual([])
  expect(await git(other, ['for-each-ref', 'refs/heads/gh-pages'])).toBe('')
})

it('refuses a token that no target is for', async () => {
  const run = await released('pages://gh-pages')
  expect(errorsOf(run)).toEqual(['INPUT_CONFLICT'])
  expect(run.summary).toContain('targets: pages://gh-pages?repository=owner/name')
})

it('means the own repository by its own name', async () => {
  const run = await released('pages://gh-pages?repository=Acme/Charts', {})
  expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
  expect(versionsOn(repository.origin, '', 'app')).toEqual(['1.0.0'])
})
