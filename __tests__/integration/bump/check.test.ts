import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changesIn, errorsIn, planOf } from '../../support/charts/published.ts'
import type { Files } from '../../support/git/repository.ts'
import { git } from '../../support/git/repository.ts'
import { watchPushes } from '../../support/git/watch.ts'
import type { RunOptions, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const chartYaml = (name: string, version: string) =>
  `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: ${version}\nappVersion: "1.0"\n`
const values = 'greeting: hello\nport: 80\n'
const template = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
data:
  greeting: {{ .Values.greeting }}
  port: {{ .Values.port | quote }}
`

function chart(name: string, version: string): Files {
  return {
    [`charts/${name}/Chart.yaml`]: chartYaml(name, version),
    [`charts/${name}/values.yaml`]: values,
    [`charts/${name}/templates/config.yaml`]: template,
  }
}

/** What a pull request from a fork has: no secrets, no identity, and a token that only reads. */
const fork = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }

let world: World
let pushes: () => Promise<readonly string[]>
let number = 0

beforeAll(async () => {
  world = await aWorld({
    files: { ...chart('app', '1.4.2'), ...chart('other', '1.0.0') },
    run: { entry: 'source' },
  })
  await world.release()
  pushes = await watchPushes(world.repository)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Proposes a change on top of main and checks it as a workflow on `pull_request` does. */
async function check(files: Files, options: RunOptions = {}): Promise<WorkflowRun> {
  const { repository } = world
  number += 1
  const ref = `refs/pull/${number}/merge`
  await repository.git('checkout', '--quiet', '-B', 'proposal', 'origin/main')
  await repository.write(files)
  await repository.git('add', '--all')
  await repository.git('commit', '--quiet', '--message', 'fix: mine')
  await repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
  await repository.git('checkout', '--quiet', 'main')
  const base = await repository.remote()
  const event = { name: 'pull_request', ref, payload: { pull_request: { base: { sha: base } } } } as const
  return world.release({ event, env: fork, ...options, inputs: { mode: 'check', ...options.inputs } })
}

interface Checks {
  readonly checks: readonly { readonly name: string; readonly verdict: string; readonly needed?: string }[]
}

async function verdictsOf(run: WorkflowRun): Promise<readonly string[]> {
  const { readFile } = await import('node:fs/promises')
  const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8')) as Checks
  return report.checks.map(({ name, verdict, needed }) => [name, verdict, needed].filter(Boolean).join(' '))
}

const noGreeting: Files = {
  'charts/app/values.yaml': 'port: 80\n',
  'charts/app/templates/config.yaml': template.replace(/^.*greeting.*\n/m, ''),
}
const raisedTo = (version: string): Files => ({ 'charts/app/Chart.yaml': chartYaml('app', version) })
const told = (run: WorkflowRun, level: string) =>
  run.annotations
    .filter((one) => one.level === level)
    .map(({ properties, message }) => `${properties.file}:${properties.line} ${message}`)

describe('mode: check', () => {
  it('fails where a chart changed and its version did not, with the line to write', async () => {
    const from = world.registry.requests.length
    const run = await check(noGreeting)
    expect(run.exitCode).toBe(1)
    expect(await verdictsOf(run)).toEqual(['app missing 2.0.0', 'other unchanged'])
    expect(errorsIn(run)).toEqual([
      expect.objectContaining({
        code: 'VERSION_NOT_RAISED',
        message: expect.stringMatching(
          /^app changed and is still 1\.4\.2: breaking: .*greeting[\s\S]*Write `version: 2\.0\.0`\.$/,
        ),
        properties: expect.objectContaining({ file: 'charts/app/Chart.yaml', line: '4' }),
      }),
    ])
    expect(changesIn(world.registry, from)).toEqual([])
    expect((await pushes()).filter((pushed) => !pushed.startsWith('refs/pull/'))).toEqual([])
    expect(run.outputs.released).toBe('false')
  })

  it('shows what was found at its line, and the table', async () => {
    const run = await check({ ...noGreeting, ...raisedTo('1.4.3') })
    expect(await verdictsOf(run)).toEqual(['app too-low 2.0.0', 'other unchanged'])
    expect(errorsIn(run)[0]?.message).toMatch(/^app 1\.4\.3 is too low after 1\.4\.2: breaking: .*greeting/)
    expect(told(run, 'warning')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^charts\/app\/values\.yaml:1 breaking: .*greeting/)]),
    )
    expect(run.summary).toMatch(
      /\| app \| 1\.4\.2 → 1\.4\.3 \\\(patch\\\) \| 2\.0\.0 \\\(major\\\) \| \*\*too low\*\* \| breaking: /,
    )
    expect(run.stdout).toMatch(/^app +1\.4\.2 -> 1\.4\.3 \(patch\) +2\.0\.0 \(major\) +too low +breaking/m)
  })

  it('is content with a version that is high enough', async () => {
    const run = await check({ ...noGreeting, ...raisedTo('2.0.0') })
    expect(run.exitCode).toBe(0)
    expect(await verdictsOf(run)).toEqual(['app enough', 'other unchanged'])
    expect(told(run, 'warning')).toEqual([])
  })

  it('warns, and no more, where only a key was added', async () => {
    const added: Files = {
      'charts/app/values.yaml': `${values}more: ""\n`,
      'charts/app/templates/config.yaml': `${template}  {{- with .Values.more }}\n  more: {{ . }}\n  {{- end }}\n`,
    }
    const run = await check({ ...added, ...raisedTo('1.4.3') })
    expect(run.exitCode).toBe(0)
    expect(await verdictsOf(run)).toEqual(['app mild 1.5.0', 'other unchanged'])
    expect(told(run, 'warning')).toEqual([expect.stringMatching(/^charts\/app\/values\.yaml:3 new: .*more/)])
    expect(await verdictsOf(await check(added))).toEqual(['app missing 1.5.0', 'other unchanged'])
  })

  it('leaves a version that nobody raised to the release, where that is asked for; too low it stays', async () => {
    const inputs = { 'require-bump': 'false' }
    const run = await check(noGreeting, { inputs })
    expect(run.exitCode).toBe(0)
    expect(await verdictsOf(run)).toEqual(['app left 2.0.0', 'other unchanged'])
    const low = await check({ ...noGreeting, ...raisedTo('1.5.0') }, { inputs })
    expect(errorsIn(low).map(({ code }) => code)).toEqual(['VERSION_TOO_LOW'])
  })

  it('holds a version against a level that is set', async () => {
    const run = await check({ ...noGreeting, ...raisedTo('1.4.3') }, { inputs: { bump: 'minor' } })
    expect(await verdictsOf(run)).toEqual(['app too-low 1.5.0', 'other unchanged'])
  })

  it('is content with a new chart', async () => {
    const run = await check(chart('fresh', '0.1.0'))
    expect(await verdictsOf(run)).toEqual(['app unchanged', 'fresh first', 'other unchanged'])
    expect(run.exitCode).toBe(0)
  })

  it('goes by the base of the change where the registry does not tell, from a shallow clone as from a whole one', async () => {
    const closed = { inputs: { targets: 'oci://127.0.0.1:3/acme/charts' } }
    const missing = await check(noGreeting, { ...closed, depth: 1 })
    expect(await verdictsOf(missing)).toEqual(['app missing 2.0.0', 'other unchanged'])
    const low = await check({ ...noGreeting, ...raisedTo('1.4.3') }, closed)
    expect(await verdictsOf(low)).toEqual(['app too-low 2.0.0', 'other unchanged'])
    const enough = await check({ ...noGreeting, ...raisedTo('2.0.0'), ...chart('fresh', '0.1.0') }, closed)
    expect(await verdictsOf(enough)).toEqual(['app enough', 'fresh first', 'other unchanged'])
    expect(enough.exitCode).toBe(0)
  })

  it('finds nothing to say on the branch itself', async () => {
    const run = await world.release({ inputs: { mode: 'check' } })
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toContain('No chart changed.')
    expect(planOf(run).charts.map(({ action }) => action)).toEqual(['leave', 'leave'])
    expect(await git(run.workspace, ['status', '--porcelain'])).toBe('')
  })
})
