import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, planOf, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aRepository, type TestRepository } from '../../support/git/repository.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const CONFIG = '.github/release-charts.yaml'

let world: World
let standards: TestRepository
beforeAll(async () => {
  standards = await aRepository({ files: { 'charts.yaml': 'defaults:\n  lint: strict\n  pull-requests: per-chart\n' } })
  world = await aWorld({
    files: {
      ...aChart('app', '1.0.0'),
      ...aChart('site', '1.0.0'),
      'charts/app/NOTES.md': 'By hand.\n',
      'charts/app/ci/test-values.yaml': 'text: test\n',
    },
    github: {
      tokens: [workflowToken('ghs_test')],
      others: [{ repository: 'acme/.github', origin: standards.origin }],
    },
    run: { entry: 'source', inputs: { sign: 'none' }, token: 'ghs_test' },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await standards.remove()
})

const run = (inputs: Readonly<Record<string, string>>) =>
  world.release({ inputs, env: { GITHUB_SERVER_URL: world.github.webUrl } })

/** With what the step says the next one is planned, and nothing is wrong. */
async function leadsTo(inputs: Readonly<Record<string, string>>) {
  const next = await run({ mode: 'plan', ...inputs })
  expect([next.exitCode, errorsOf(next), next.stderr]).toEqual([0, [], ''])
  return next
}

describe('who sets up a step', () => {
  it('names no file of chart-testing, and says so', async () => {
    const wrong = await run({ 'ct-config': 'ct.yaml' })
    expect(errorsOf(wrong)).toEqual(['CONFIG_FILE_MISSING'])
    const [, said = ''] = /`ct-config: (none)` reads no file/.exec(wrong.stdout) ?? []
    await leadsTo({ 'ct-config': said })
  })

  it('names a shared file at a branch, and is told how its commit is found', async () => {
    const wrong = await run({ config: 'acme/.github/charts.yaml@main' })
    expect(errorsOf(wrong)).toEqual(['INPUT_INVALID'])
    const [, command = ''] = /`git (rev-parse HEAD)` in that repository/.exec(wrong.stdout) ?? []
    const commit = await standards.git(...command.split(' '))
    const { settings } = planOf(await leadsTo({ config: `acme/.github/charts.yaml@${commit}` }))
    expect(settings).toMatchObject({
      lint: { value: 'strict', source: 'shared-config' },
      'pull-requests': { value: 'per-chart', source: 'shared-config' },
    })
  })

  it('publishes releases into another repository, or twice', async () => {
    const other = await run({ targets: `${world.target}\nreleases://acme/more` })
    expect(errorsOf(other)).toEqual(['TARGET_ADDRESS_INVALID'])
    const [, right = ''] = /Write (releases:\/\/acme\/charts)/.exec(other.stdout) ?? []
    await leadsTo({ targets: `${world.target}\n${right}` })
    const twice = await run({ targets: `pages://gh-pages?packages=releases\n${right}` })
    expect(errorsOf(twice)).toEqual(['INPUT_CONFLICT'])
    expect(twice.stdout).toContain(`Take ${right} out of \`targets\``)
    await leadsTo({ targets: 'pages://gh-pages?packages=releases' })
  })

  it('takes the owner for a branch', async () => {
    const wrong = await run({ targets: 'pages://acme/charts' })
    expect(errorsOf(wrong)).toEqual(['INPUT_CONFLICT'])
    const [, right = ''] = /For the repository, write (pages:\S+)\. If/.exec(wrong.stdout) ?? []
    await leadsTo({ targets: right })
  })
})

describe('who gives single charts their tags', () => {
  it('gives all the same, and then each its own', async () => {
    const config = (template: string) => ({ [CONFIG]: `charts:\n  'charts/*':\n    tag-template: "${template}"\n` })
    await world.repository.commit('chore: tags', config('v{{ .Version }}'))
    const wrong = await run({ mode: 'plan' })
    expect(errorsOf(wrong)).toEqual(['TAG_TEMPLATE_AMBIGUOUS'])
    expect(wrong.stdout).toContain('Put `{{ .Name }}` into it')
    await world.repository.commit('chore: other tags', config('{{ .Name }}-v{{ .Version }}'))
    await leadsTo({})
    await world.repository.commit('chore: no tags', { [CONFIG]: '' })
  })
})

describe('who names values files for lint', () => {
  it('counts them from the root, then names one that another chart lacks, and then a glob', async () => {
    const wrong = await run({ mode: 'plan', 'lint-values': 'charts/app/ci/test-values.yaml' })
    expect(errorsOf(wrong)).toEqual(['LINT_VALUES_INVALID', 'LINT_VALUES_INVALID'])
    const [, own = ''] = /count from the chart's folder: write `([^`]+)`/.exec(wrong.stdout) ?? []
    const lacking = await run({ mode: 'plan', 'lint-values': own })
    expect(errorsOf(lacking)).toEqual(['LINT_VALUES_INVALID'])
    const [, glob = ''] = /A glob such as `([^`]+)` may match nothing/.exec(lacking.stdout) ?? []
    await leadsTo({ 'lint-values': glob })
  })
})

describe('who has releases without tags', () => {
  it('is told of both ways out', async () => {
    const targets = `${world.target}\nreleases://acme/charts`
    const wrong = await run({ mode: 'plan', targets, 'tag-template': 'none' })
    expect(wrong.stdout).toContain('Take `tag-template: none` out, or take this target out of `targets`')
    await leadsTo({ targets })
    await leadsTo({ 'tag-template': 'none' })
  })
})

describe('who writes release notes', () => {
  const inputs = { targets: 'releases://acme/charts' }

  it('names the file from the root of the repository, and then from the folder of the chart', async () => {
    const planned = await leadsTo({ ...inputs, 'release-notes-file': 'charts/app/NOTES.md' })
    expect(planned.annotations.map(({ level }) => level)).toContain('warning')
    const [, file = ''] = /Write `release-notes-file: ([^`]+)`/.exec(planned.stdout) ?? []
    const released = await run({ ...inputs, 'release-notes-file': file })
    expect([released.exitCode, resultsOf(released)]).toEqual([0, ['app 1.0.0 released', 'site 1.0.0 released']])
    const app = world.github.releases.find(({ tag }) => tag === 'app-1.0.0')
    expect(app?.body).toMatch(/^By hand\./)
  })

  it('has no GitHub Releases, and then some', async () => {
    const planned = await leadsTo({ 'generate-release-notes': 'true' })
    const [, more = ''] = /Add `(releases:[^`]+)` to `targets`/.exec(planned.stdout) ?? []
    const right = await leadsTo({ 'generate-release-notes': 'true', targets: `${world.target}\n${more}` })
    expect(right.stdout).not.toContain('does nothing')
  })

  it('labels pull requests that there are none of', async () => {
    const planned = await leadsTo({ 'pull-request-labels': 'release' })
    expect(planned.stdout).toContain('`pull-request-labels` does nothing: it is for `commit: pull-request`')
    const right = await leadsTo({ 'pull-request-labels': 'release', commit: 'pull-request' })
    expect(right.stdout).not.toContain('does nothing')
  })
})
