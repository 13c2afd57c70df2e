import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../support/charts/packaged-chart.ts'
import { errorsIn, errorsOf, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { watchPushes } from '../../../support/git/watch.ts'
import { startGitHub } from '../../../support/github/github.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { aFileSigner } from '../../../support/sigstore/file-signer.ts'

const TOKEN = workflowToken('ghs_proposes', { contents: 'write', pull_requests: 'write' })

let world: World
afterEach(async () => world[Symbol.asyncDispose]())

const aWorldOf = async (more = {}) => {
  world = await aWorld({ files: { ...aChart('app', '1.0.0'), ...more }, run: { entry: 'source' } })
}
const pages = (path = '') => ({ inputs: { targets: `pages://gh-pages${path}\n${world.target}` } })

/** A branch of origin with one link or file on it. */
async function branchWith(mode: string, path: string): Promise<string> {
  const { folder, root } = world.repository
  const env = { GIT_INDEX_FILE: join(root, 'index-of-others') }
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  await writeFile(join(root, 'real'), 'real')
  const object = await git(folder, ['hash-object', '-w', join(root, 'real')])
  await git(folder, ['update-index', '--add', '--cacheinfo', `${mode},${object},${path}`], env)
  const tree = await git(folder, ['write-tree'], env)
  const commit = await git(folder, ['commit-tree', tree, '-m', 'by hand'], { ...env, ...who })
  await git(folder, ['push', '--quiet', 'origin', `${commit}:refs/heads/gh-pages`])
  return commit
}

describe('a release that would have to replace what others wrote', () => {
  it('leaves a link in the place of the folder, claims nothing, and says so', async () => {
    await aWorldOf()
    const commit = await branchWith('120000', 'charts')
    const pushes = await watchPushes(world.repository)
    const run = await world.release(pages('/charts'))
    expect([run.exitCode, await pushes()]).toEqual([1, []])
    const [error] = errorsIn(run)
    expect(error?.code).toBe('TARGET_STATE_UNKNOWN')
    expect(JSON.stringify(error)).toMatch(/charts on the branch is a symbolic link.*name another folder/)
    expect(await world.repository.remote('refs/heads/gh-pages')).toBe(commit)
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })

  it('says which branch makes the name of the target impossible, before anything is pushed', async () => {
    await aWorldOf()
    const { origin } = world.repository
    await git(origin, ['update-ref', 'refs/heads/gh-pages/old', (await world.repository.remote()) ?? ''])
    const pushes = await watchPushes(world.repository)
    const run = await world.release(pages())
    expect([run.exitCode, await pushes()]).toEqual([1, []])
    expect(errorsOf(run)).toEqual(['GIT_NAME_CONFLICT'])
    expect(JSON.stringify(errorsIn(run))).toContain('gh-pages/old')
  })

  it.each([
    ['app', '{{ .Name }}/{{ .Version }}'],
    ['app-1.0.0/x', '{{ .Name }}-{{ .Version }}'],
  ])('says which tag makes the name of its own impossible: %s', async (tag, template) => {
    await aWorldOf()
    await world.repository.tag(tag)
    const pushes = await watchPushes(world.repository)
    const run = await world.release({ inputs: { 'tag-template': template } })
    expect([run.exitCode, await pushes()]).toEqual([1, []])
    expect(errorsOf(run)).toEqual(['GIT_NAME_CONFLICT'])
    expect(JSON.stringify(errorsIn(run))).toContain(`the tag ${tag} is there`)
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })

  it.each(['release-charts', 'release-charts/main/old'])(
    'says which branch makes that of the bumps impossible: %s',
    async (there) => {
      await aWorldOf()
      await world.release()
      await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
      await git(world.repository.origin, ['update-ref', `refs/heads/${there}`, (await world.repository.remote()) ?? ''])
      const github = await startGitHub({ origin: world.repository.origin, tokens: [TOKEN] })
      const pushes = await watchPushes(world.repository)
      const run = await world.release({
        inputs: { commit: 'pull-request' },
        env: { GITHUB_API_URL: github.apiUrl },
        token: TOKEN.value,
      })
      await github.close()
      expect([run.exitCode, await pushes()]).toEqual([1, []])
      expect(errorsOf(run)).toEqual(['GIT_NAME_CONFLICT'])
      expect(JSON.stringify(errorsIn(run))).toContain(`the branch ${there} is there`)
    },
  )

  it.each([
    ['a link', '120000', 'CHANGELOG.md', 'is a symbolic link'],
    ['one that differs only by case', '100644', 'Changelog.md', 'only by case'],
  ])('leaves a changelog that it can’t write: %s', async (_, mode, name, why) => {
    await aWorldOf({ 'notes.md': '# Notes\n' })
    await world.release()
    const path = `charts/app/${name}`
    const object = await world.repository.git('rev-parse', 'HEAD:notes.md')
    await world.repository.git('pull', '--quiet', '--ff-only', 'origin', 'main')
    await world.repository.write(aChart('app', '1.0.0', 'second'))
    await world.repository.git('add', '.')
    await world.repository.git('update-index', '--add', '--cacheinfo', `${mode},${object},${path}`)
    await world.repository.write({ '.helmignore': '' })
    await world.repository.git('commit', '--quiet', '-m', 'fix: app')
    await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main')
    const before = await world.repository.remote()
    const run = await world.release({ inputs: { 'release-notes': 'changelog' } })
    expect([run.exitCode, await world.repository.remote()]).toEqual([1, before])
    // A link in a chart may be refused as such before anybody would write it.
    expect(JSON.stringify(errorsIn(run))).toMatch(new RegExp(`${why}|CHART_LINK`))
  })

  it('leaves a file in `packages-dir` that is not of this release, and publishes nothing', async () => {
    await aWorldOf({ '.gitignore': 'packages\n' })
    const workspace = await world.repository.checkout()
    const file = join(workspace, 'packages/app-1.0.0.tgz')
    await mkdir(dirname(file))
    await writeFile(file, 'of an earlier step')
    const run = await world.release({ workspace, inputs: { 'packages-dir': 'packages' } })
    expect(await readFile(file, 'utf8')).toBe('of an earlier step')
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['WORKSPACE_PATH_REFUSED']])
    expect(resultsOf(run)).not.toContain('app 1.0.0 released')
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })

  it('leaves a signature of somebody else beside an archive, and names who made it', async () => {
    await aWorldOf()
    const folder = join(world.repository.root, 'served')
    await mkdir(folder)
    const address = `dir:${folder}?url=https://charts.example.com`
    expect((await world.release({ inputs: { targets: address } })).exitCode).toBe(0)
    const archive = await readFile(join(folder, 'app-1.0.0.tgz'))
    const somebody = await aFileSigner(world.sigstore, {
      repository: 'evil/charts',
      repository_id: '999',
      job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
    })
    const theirs = await somebody.sign({ repository: 'here', digest: digestOf(archive), archive })
    await writeFile(join(folder, 'app-1.0.0.tgz.sigstore.json'), theirs)
    const run = await world.release({ inputs: { targets: `${address}\n${world.target}` } })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['ARCHIVE_SIGNATURE_FOREIGN']])
    expect(JSON.stringify(errorsIn(run))).toContain('evil/charts')
    expect(await readFile(join(folder, 'app-1.0.0.tgz.sigstore.json'))).toEqual(Buffer.from(theirs))
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })
})
