import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, outcomesOf, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { helmPath } from '../../support/helm/helm.ts'
import type { RunOptions } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

/** PATH without any helm but the one of this script, if any. */
async function pathWith(name: string, script?: string): Promise<string> {
  const bin = join(world.repository.root, name)
  await mkdir(bin)
  await symlink(process.execPath, join(bin, 'node'))
  if (script !== undefined) {
    await writeFile(join(bin, 'helm'), `#!/bin/sh\n${script}\n`)
    await chmod(join(bin, 'helm'), 0o755)
  }
  return `${bin}:/usr/bin:/bin`
}

const withPath = async (name: string, script?: string): Promise<RunOptions> => ({
  env: { PATH: await pathWith(name, script) },
})

describe('a run without a usable Helm', () => {
  it('fails before anything is done, and says how to get one', async () => {
    const run = await world.release(await withPath('without'))
    expect(run.exitCode).toBe(1)
    const [error] = errorsIn(run)
    expect(error?.code).toBe('HELM_MISSING')
    expect(error?.message).toContain('There is no helm on PATH.')
    expect(error?.message).toContain('helm-version: 4.1.4')
    expect(versionsOf(world.registry, 'app')).toEqual([])
    expect(await world.repository.remoteTags()).toEqual([])
  })

  it('refuses one that is too old for OCI', async () => {
    const run = await world.release(await withPath('old', 'echo v3.7.2'))
    expect(run.exitCode).toBe(1)
    expect(errorsIn(run).map(({ code, message }) => `${code}: ${message.split('\n')[0]}`)).toEqual([
      'HELM_TOO_OLD: The helm on PATH is 3.7.2; 3.8.0 or later is needed.',
    ])
    expect(world.registry.requests.filter(({ method }) => method === 'PUT')).toEqual([])
  })
})

describe('secrets of the step', () => {
  it('reach no call of Helm: not its environment, not its arguments', async () => {
    const seen = join(world.repository.root, 'seen-by-helm')
    const real = await helmPath(4)
    const path = await pathWith('dumping', `{ echo "ARGV $*"; env; } >> ${seen}\nexec ${real} "$@"`)
    const secrets = {
      AWS_SECRET_ACCESS_KEY: 'secret-of-aws',
      AZURE_CLIENT_SECRET: 'secret-of-azure',
      GOOGLE_APPLICATION_CREDENTIALS: '/secret-of-google.json',
      ACTIONS_RUNTIME_TOKEN: 'secret-of-the-runtime',
      GITHUB_TOKEN: 'secret-of-github',
      NPM_TOKEN: 'secret-of-npm',
    }
    const run = await world.release({
      env: { PATH: path, ...secrets },
      inputs: { 'registry-username': 'ada', 'registry-password': 'secret-of-the-registry' },
      token: 'secret-of-the-workflow',
    })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    const told = await readFile(seen, 'utf8')
    expect(told).toMatch(/^ARGV package /m)
    expect(told).toMatch(/^ARGV lint /m)
    expect(told).not.toContain('secret-of')
    expect(told).not.toMatch(/^(INPUT_|ACTIONS_|GITHUB_|AWS_|RUNNER_)/m)
    // Nor do they stand in what the run itself says.
    const said = [
      run.stdout.replace(/^::add-mask::.*$/gm, ''),
      run.stderr,
      run.summary,
      JSON.stringify(run.outputs),
    ].join('\n')
    expect(said).not.toContain('secret-of')
  })

  it('are not needed by a run that has nothing to do, and neither is Helm', async () => {
    const run = await world.release(await withPath('still-without'))
    expect({ exitCode: run.exitCode, results: resultsOf(run) }).toEqual({
      exitCode: 0,
      results: ['app 1.0.0 unchanged'],
    })
  })
})

describe('a template that takes all memory', () => {
  it('stops its own chart, in words', async () => {
    await world.repository.commit('feat: a bomb', {
      ...aChart('bomb', '1.0.0'),
      'charts/bomb/templates/bomb.yaml': '{{- $_ := until 2000000000 }}\n',
      ...aChart('good', '1.0.0'),
    })
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['app 1.0.0 unchanged', 'bomb 1.0.0 failed', 'good 1.0.0 released'])
    const { bomb } = outcomesOf(run)
    expect(bomb?.problem).toMatchObject({ code: 'CHART_LINT_FAILED', file: 'charts/bomb/Chart.yaml' })
    expect(bomb?.problem?.message).toBe('helm lint refuses bomb: Helm was stopped at 2048 MiB of memory')
  })
})
