import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { errorsIn, planOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { Files } from '../../../support/git/repository.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import type { RunOptions, WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { recordTools } from '../../../support/scenes/recorder.ts'
import { leaksIn } from '../../../support/secrets/leaks.ts'

const TOKEN = 'ghp_TheirTokenOfChartReleaser0815'
const crYaml = `owner: Acme
git-repo: charts
package-path: .cr-release-packages
release-name-template: "chart-{{ .Name }}-{{ .Version }}"
skip-existing: true
colour: blue
`

let world: World

afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

async function aRepositoryWith(files: Files, run: RunOptions = {}): Promise<void> {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), ...files },
    github: { tokens: [workflowToken(TOKEN)] },
    run: { entry: 'source', env: { CR_TOKEN: TOKEN }, ...run },
  })
}

const left = async ({ workspace }: WorkflowRun, folder = '.cr-release-packages') =>
  (await readdir(join(workspace, folder))).sort()

describe('a repository with a cr.yaml, in a workflow with CR_TOKEN', () => {
  it('is released with its tags, its token and its folder of packages, and each is told where it comes from', async () => {
    await aRepositoryWith({ 'cr.yaml': crYaml })
    const first = await world.release()
    expect(errorsIn(first)).toEqual([])
    expect(resultsOf(first)).toEqual(['app 1.0.0 released'])
    expect(await world.repository.remote('refs/tags/chart-app-1.0.0')).toBeDefined()
    expect(await world.repository.remote('refs/tags/app-1.0.0')).toBeUndefined()
    expect(planOf(first).settings).toMatchObject({
      'tag-template': { value: 'chart-{{ .Name }}-{{ .Version }}', source: 'chart-releaser' },
      'packages-dir': { value: '.cr-release-packages', source: 'chart-releaser' },
      targets: { source: 'input' },
      bump: { value: 'manual', source: 'chart-releaser' },
    })
    expect(first.summary).toMatch(/`tag-template`.*chart-releaser/)
    expect(first.summary).toContain('is not a setting of chart-releaser')
    expect(first.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        properties: expect.objectContaining({ file: 'cr.yaml', line: '6' }),
      }),
    )

    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const second = await world.release()
    expect([second.exitCode, resultsOf(second)]).toEqual([0, ['app 1.0.0 waiting']])
    expect(second.stdout).toContain('with `bump: auto` the action raises them')
    const third = await world.release({ inputs: { bump: 'auto' } })
    expect(resultsOf(third)).toEqual(['app 1.0.1 released'])
    // The fake knows no other token: the one of the workflow is answered 401.
    const asked = world.github.requests.map(({ headers }) => headers.authorization?.split(' ')[1])
    expect(new Set(asked)).toEqual(new Set([TOKEN]))
  })

  it('shows the token nowhere, also where cr.yaml holds one and is broken', async () => {
    const inFile = 'ghp_InTheFileForAllToSee4711'
    await aRepositoryWith({ 'cr.yaml': crYaml })
    const recorder = await recordTools(world.repository.root, { git: 'git', helm: world.helm })
    const secrets = new Map([
      [TOKEN, 'the token of chart-releaser'],
      [inFile, 'the token in cr.yaml'],
    ])
    const look = async () => {
      const run = await world.release({ path: [recorder.path], debug: true })
      return { run, leaks: await leaksIn(run, await recorder.calls(), { secrets, planted: ['cr.yaml'] }) }
    }
    expect((await look()).leaks).toEqual([])
    await world.repository.commit('token', { 'cr.yaml': `${crYaml}token: ${inFile}\n` })
    const told = await look()
    expect(told.leaks).toEqual([])
    expect(told.run.stdout).toContain('`token` in cr.yaml is not used')
    await world.repository.commit('broken', { 'cr.yaml': `owner: acme\ntoken: *${inFile}\n` })
    const broken = await look()
    expect(errorsIn(broken.run).map(({ code }) => code)).toEqual(['CHART_RELEASER_FILE_INVALID'])
    // The error quotes what stands there.
    expect(broken.run.stdout).toContain('uses ****')
    expect(broken.leaks).toEqual([])
  })

  it('that leads out of the repository is refused before anything is read', async () => {
    await aRepositoryWith({})
    await symlink('/proc/self/environ', join(world.repository.folder, 'cr.yaml'))
    await world.repository.git('add', 'cr.yaml')
    await world.repository.commit('chore: a link', {})
    const run = await world.release()
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['WORKSPACE_PATH_REFUSED'])
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })

  it('is refused where PGP signatures would drop out, with nothing published', async () => {
    await aRepositoryWith({ 'cr.yaml': `${crYaml}sign: true\nkeyring: ~/.gnupg/secring.gpg\n` })
    const run = await world.release()
    expect(errorsIn(run).map(({ code, properties }) => [code, properties.file, properties.line])).toEqual([
      ['CHART_RELEASER_REFUSED', 'cr.yaml', '7'],
    ])
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })
})

describe('packages for later steps', () => {
  const inputs = { 'packages-dir': '.cr-release-packages' }
  /** How a package was built; it is about the archive wherever it is stored. */
  const attestation = 'app-1.0.0.tgz.provenance.sigstore.json'

  it('are the bytes that were published, of what was published only', async () => {
    await aRepositoryWith({ ...aChart('bad', '1.0.0'), 'charts/bad/templates/bad.yaml': '{{ nonsense }' })
    const run = await world.release({ inputs })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released', 'bad 1.0.0 failed'])
    expect(await left(run)).toEqual(['app-1.0.0.tgz', attestation])
    expect(JSON.parse(run.outputs.packages ?? '')).toEqual(['.cr-release-packages/app-1.0.0.tgz'])
    const archive = await readFile(join(run.workspace, '.cr-release-packages/app-1.0.0.tgz'))
    expect(archive).toEqual(publishedVersion(world.registry, 'app', '1.0.0')?.archive)
  })

  it('have the signature of the archive beside them where an index has it, also where an earlier run signed', async () => {
    await aRepositoryWith({})
    const folder = join(world.repository.root, 'served')
    await mkdir(folder)
    const targets = (more = '') => `dir:${folder}?url=https://charts.example.com${more}`
    const run = await world.release({ inputs: { ...inputs, targets: targets() } })
    const [archive, signature] = ['app-1.0.0.tgz', 'app-1.0.0.tgz.sigstore.json']
    expect(await left(run)).toEqual([archive, attestation, signature])
    expect(JSON.parse(run.outputs.packages ?? '')).toEqual([`.cr-release-packages/${archive}`])
    const published = await readFile(join(folder, signature))
    expect(await readFile(join(run.workspace, '.cr-release-packages', signature))).toEqual(published)

    const later = await world.release({ inputs: { ...inputs, targets: targets(`\n${world.target}`) } })
    expect(resultsOf(later)).toEqual(['app 1.0.0 released'])
    expect(await left(later)).toEqual([archive, attestation, signature])
    expect(await readFile(join(later.workspace, '.cr-release-packages', signature))).toEqual(published)
  })

  it('have none where only a registry was signed for, or nothing', async () => {
    await aRepositoryWith({})
    const folder = join(world.repository.root, 'served')
    await mkdir(folder)
    const unsigned = await world.release({ inputs: { ...inputs, targets: `dir:${folder}`, sign: 'none' } })
    expect(await left(unsigned)).toEqual(['app-1.0.0.tgz'])
    expect(await left(await world.release({ inputs }))).toEqual(['app-1.0.0.tgz', attestation])
  })

  it('are none where nothing is new, in a folder that is there', async () => {
    await aRepositoryWith({})
    await world.release()
    const run = await world.release({ inputs })
    expect([await left(run), run.outputs.packages]).toEqual([[], '[]'])
  })

  it('are not left by a plan, which changes nothing', async () => {
    await aRepositoryWith({})
    const run = await world.release({ inputs: { ...inputs, mode: 'plan' } })
    expect(run.exitCode).toBe(0)
    await expect(left(run)).rejects.toThrow('ENOENT')
  })

  it.each([
    ['a link', async (workspace: string) => symlink('..', join(workspace, '.cr-release-packages'))],
    ['a file of git', async () => {}],
  ])('are refused in the place of %s, before anything is published', async (what, prepare) => {
    await aRepositoryWith(what === 'a link' ? {} : { '.cr-release-packages/app-1.0.0.tgz': 'of git' })
    const workspace = await world.repository.checkout()
    await prepare(workspace)
    const run = await world.release({ inputs, workspace })
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['WORKSPACE_PATH_REFUSED'])
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })
})
