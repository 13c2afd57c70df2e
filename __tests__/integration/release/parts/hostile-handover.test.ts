import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../../src/chart/archive/digest.ts'
import { changesIn, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { repacked, withFile } from '../../../support/charts/tamper.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type BuiltPart, buildPart, releasePart } from '../../../support/scenes/two-parts.ts'
import { defaultClaims } from '../../../support/sigstore/sigstore.ts'

let world: World
let built: BuiltPart
let before: string | undefined
let seen: number

beforeEach(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source' } })
  built = await buildPart(world)
  before = await world.repository.remote()
  seen = world.registry.requests.length
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

/** A build job in the hands of somebody else: what it hands over is what it says in its outputs. */
async function rewritten(
  change: (handover: Handed, file: (name: string) => string) => Promise<void>,
): Promise<BuiltPart> {
  const file = (name: string) => join(built.folder, name)
  const handover = JSON.parse(await readFile(file('handover.json'), 'utf8')) as Handed
  await change(handover, file)
  const json = JSON.stringify(handover)
  await writeFile(file('handover.json'), json)
  return { ...built, digest: digestOf(json) }
}

interface Handed {
  head: string
  run: { repository: string; runId: string; sha: string }
  packages: { name: string; version: string; digest: string; bytes: number }[]
  failed: { path: string; problem: object }[]
}

/** Gives a chart another archive, with its digest in the handover. */
async function replaced(name: string, archive: (before: Uint8Array) => Uint8Array): Promise<BuiltPart> {
  return rewritten(async ({ packages }, file) => {
    const one = packages.find((chart) => chart.name === name)
    if (!one) throw new Error(`${name} was not handed over`)
    const place = file(`${one.name}-${one.version}.tgz`)
    const other = archive(await readFile(place))
    Object.assign(one, { digest: digestOf(other), bytes: other.length })
    await writeFile(place, other)
  })
}

async function nothingHappened(run: WorkflowRun, code: string): Promise<void> {
  expect(run.exitCode).toBe(1)
  expect(run.stdout).toContain(code)
  expect(changesIn(world.registry, seen)).toEqual([])
  expect(await world.repository.remote()).toBe(before)
  expect(await git(world.repository.origin, ['tag'])).toBe('')
  expect(world.sigstore.tokens).toEqual([])
}

describe('the release job, given what was changed between the two jobs', () => {
  it('refuses an archive with other bytes, whatever is in it', async () => {
    const place = join(built.folder, 'db-2.0.0.tgz')
    await writeFile(place, repacked(await readFile(place)))
    await nothingHappened(await releasePart(world, built), 'HANDOVER_INVALID')
  })

  it('refuses a file more', async () => {
    await writeFile(join(built.folder, 'db-2.0.1.tgz'), 'x')
    await nothingHappened(await releasePart(world, built), 'HANDOVER_INVALID')
  })

  it('refuses the handover of another run', async () => {
    await nothingHappened(await releasePart(world, built, { runId: 7 }), 'HANDOVER_INVALID')
  })

  it('refuses the handover of another commit', async () => {
    before = await world.repository.commit('docs: a word', { 'README.md': 'a\n' })
    await nothingHappened(await releasePart(world, built), 'HANDOVER_INVALID')
  })

  it.each([
    ['no digest', { 'handover-digest': '' }],
    ['no folder', { handover: '' }],
    ['mode: plan', { mode: 'plan' }],
  ])('refuses %s', async (_, inputs) => {
    const all = { part: 'release', handover: built.folder, 'handover-digest': built.digest, ...inputs }
    await nothingHappened(await world.release({ inputs: all }), 'INPUT_CONFLICT')
  })
})

describe('the release job, given a build job in the hands of somebody else', () => {
  it('publishes no archive that holds more than git, and the others nevertheless', async () => {
    const hostile = await replaced('db', (archive) => withFile(archive, 'templates/more.yaml', 'kind: Secret\n'))
    const run = await releasePart(world, hostile)
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('HANDOVER_DIFFERS')
    expect(run.stdout).toContain('"templates/more.yaml" is in the package alone')
    expect(resultsOf(run)).toEqual(['db 2.0.0 failed', 'lib 0.3.0 released', 'web 1.4.2 released'])
    expect(versionsOf(world.registry, 'db')).toEqual([])
  })

  it('publishes what git gives where only the bytes around it are others', async () => {
    const run = await releasePart(world, await replaced('db', repacked))
    expect(resultsOf(run)).toEqual(['db 2.0.0 released', 'lib 0.3.0 released', 'web 1.4.2 released'])
    expect(run.exitCode).toBe(0)
  })

  it('releases nothing that it does not want by itself', async () => {
    const hostile = await rewritten(async ({ packages }, file) => {
      const db = packages.find((chart) => chart.name === 'db')
      if (!db) throw new Error('db was not handed over')
      packages.push({ ...db, version: '9.9.9' })
      await writeFile(file('db-9.9.9.tgz'), await readFile(file('db-2.0.0.tgz')))
    })
    await releasePart(world, hostile)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })

  it('says of a chart without a package to run everything again', async () => {
    const hostile = await rewritten(async (handover, file) => {
      handover.packages = handover.packages.filter(({ name }) => name !== 'db')
      await rm(file('db-2.0.0.tgz'))
    })
    const run = await releasePart(world, hostile)
    expect(run.stdout).toContain('HANDOVER_INCOMPLETE')
    expect(resultsOf(run)).toEqual(['db 2.0.0 failed', 'lib 0.3.0 released', 'web 1.4.2 released'])
  })

  it.each<[string, (handover: Handed) => void]>([
    ['a name that leads out', ({ packages: [one] }) => one && Object.assign(one, { name: '../../../../tmp/x' })],
    ['another commit', (handover) => Object.assign(handover, { head: 'c'.repeat(40) })],
    ['another repository', ({ run }) => Object.assign(run, { repository: 'evil/charts' })],
    ['a field more', (handover) => Object.assign(handover, { commands: ['touch /tmp/x'] })],
  ])('refuses %s', async (_, change) => {
    const hostile = await rewritten(async (handover) => change(handover))
    await nothingHappened(await releasePart(world, hostile), 'HANDOVER_INVALID')
  })

  it('shows what the build job said of a failure, and takes no command from it', async () => {
    const hostile = await rewritten(async (handover) => {
      const problem = { code: 'CHART_LINT_FAILED', message: 'no\n::set-output name=released::true\n::stop-commands::x' }
      handover.failed.push({ path: 'charts/db', problem })
    })
    const run = await releasePart(world, hostile)
    expect(run.stdout).not.toMatch(/^::(?:set-output|stop-commands)/m)
    expect(resultsOf(run)[0]).toBe('db 2.0.0 failed')
  })
})

describe('the release job', () => {
  it('runs neither hooks nor filters that the checkout is set to', async () => {
    const workspace = await world.repository.checkout({ ref: 'refs/heads/main' })
    const trace = join(world.repository.root, 'ran')
    const program = join(world.repository.root, 'program')
    await writeFile(program, `#!/bin/sh\necho "$0 $@" >>"${trace}"\ncat\n`)
    await chmod(program, 0o755)
    for (const [key, value] of [
      ['core.hooksPath', world.repository.root],
      ['core.fsmonitor', program],
      ['filter.any.smudge', program],
      ['filter.any.clean', program],
      ['diff.external', program],
    ] as const)
      await git(workspace, ['config', key, value])
    await writeFile(join(workspace, '.git/info/attributes'), '* filter=any\n')
    for (const hook of ['pre-push', 'reference-transaction', 'post-checkout', 'pre-commit'])
      await writeFile(join(world.repository.root, hook), `#!/bin/sh\necho ${hook} >>"${trace}"\n`, { mode: 0o755 })
    const run = await releasePart(world, built, { workspace })
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toContain('web 1.4.2 released')
    await expect(readFile(trace, 'utf8')).rejects.toThrow('ENOENT')
  })
})

describe('the runner of the release job', () => {
  const on = (claims: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) => {
    const own = { job_workflow_ref: 'org/action/.github/workflows/release.yml@refs/tags/v0', sha: before ?? '' }
    const told = { ...defaultClaims, ...own, ...claims }
    return releasePart(world, built, { env: { ...world.sigstore.environmentFor(told), ...env } })
  }

  it.each(['self-hosted', 'unknown'])('must be hosted by GitHub, and not be %s', async (where) => {
    const run = await on({ runner_environment: where })
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('RUNNER_NOT_HOSTED')
    expect(changesIn(world.registry, seen).filter(({ method }) => method === 'PUT')).toEqual([])
    expect(await world.repository.remote()).toBe(before)
    expect(world.sigstore.certificates).toEqual([])
  })

  it.each([
    ['GITHUB_REF', { GITHUB_REF: 'refs/heads/other', GITHUB_REF_NAME: 'other' }],
    ['GITHUB_REPOSITORY', { GITHUB_REPOSITORY: 'evil/charts' }],
    ['GITHUB_RUN_ID', { GITHUB_RUN_ID: '7' }],
  ])('must not be told another %s than its token says', async (_, env) => {
    const run = await on({}, env)
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toMatch(/ENVIRONMENT_INVALID|HANDOVER_INVALID|HEAD_NOT_ON_REF/)
    expect(changesIn(world.registry, seen).filter(({ method }) => method === 'PUT')).toEqual([])
    expect(world.sigstore.certificates).toEqual([])
  })
})
