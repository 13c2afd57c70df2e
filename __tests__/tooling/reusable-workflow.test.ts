import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { publicInputs, secretInputs } from '../../src/inputs/table/table.ts'
import { projectRoot } from '../support/places.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

interface Job {
  readonly 'runs-on': string
  readonly permissions: Readonly<Record<string, string>>
  readonly environment?: string
  readonly env?: object
  readonly container?: unknown
  readonly services?: unknown
  readonly steps: readonly Step[]
}

/** GitHub takes no bare `$/`, so this is not the action at the root. */
const PART = '$/.github/actions/part'

const text = readFileSync(join(projectRoot, '.github/workflows/release.yml'), 'utf8')
const { on, jobs, env } = parse(text) as {
  readonly on: { readonly workflow_call: Readonly<Record<'inputs' | 'secrets' | 'outputs', Record<string, object>>> }
  readonly jobs: Readonly<Record<'build' | 'release', Job>>
  readonly env?: object
}
const { inputs, secrets, outputs } = on.workflow_call
const ownStep = (job: 'build' | 'release') => jobs[job].steps.find(({ uses }) => uses === PART)
const all = Object.values(jobs)

describe('the reusable workflow', () => {
  it('runs where GitHub hosts the runner, which no input changes', () => {
    for (const job of all) {
      expect(job['runs-on']).toBe('ubuntu-24.04')
      expect([job.container, job.services]).toEqual([undefined, undefined])
    }
    expect(Object.keys(inputs)).not.toContain('runs-on')
  })

  it('gives its first job no right to write or to sign', () => {
    expect(jobs.build.permissions).toEqual({ contents: 'read', packages: 'read' })
    expect(jobs.release.permissions['id-token']).toBe('write')
  })

  it('runs no command, and no action that is not named here', () => {
    expect([env, ...all.map((job) => job.env)]).toEqual([undefined, undefined, undefined])
    const used = all.map(({ steps }) => steps.map(({ uses = '' }) => uses.replace(/@.*/, '')))
    expect(used).toEqual([
      ['actions/checkout', PART, 'actions/upload-artifact'],
      ['actions/checkout', 'actions/download-artifact', PART],
    ])
    expect(all.flatMap(({ steps }) => steps).filter(({ run }) => run !== undefined)).toEqual([])
  })

  it('is the action at the commit of the workflow, whoever calls it', () => {
    expect(text.match(/uses: (?!actions\/)\S+/g)).toEqual([`uses: ${PART}`, `uses: ${PART}`])
  })

  it('leaves no token in a clone', () => {
    for (const { steps } of all) expect(steps[0]?.with?.['persist-credentials']).toBe(false)
  })

  it('shows the first job no secret but those to read a registry with', () => {
    const seen = JSON.stringify(jobs.build).match(/secrets\.[\w-]+/g)
    expect(seen).toEqual(['secrets.registry-read-username', 'secrets.registry-read-password'])
    expect(JSON.stringify(jobs.build)).not.toContain('inputs.registry-username')
  })

  it('has every input of the action, or says why not', () => {
    const left = publicInputs.filter((name) => !(name in inputs) && !(name in secrets))
    expect(left).toEqual(['path', 'workflow-token', 'packages-dir'])
    expect(Object.keys(inputs).filter((name) => secretInputs.includes(name))).toEqual([])
  })

  it('gives the second job all that the caller gave', () => {
    const passed = Object.keys(ownStep('release')?.with ?? {})
    expect(passed.sort()).toEqual(
      [
        ...Object.keys(inputs),
        ...Object.keys(secrets).filter((name) => !name.startsWith('registry-read-')),
        ...['part', 'handover', 'handover-digest'],
      ].sort(),
    )
  })

  it('takes the digest from the outputs of the job, not from what travelled', () => {
    expect(ownStep('release')?.with?.['handover-digest']).toBe('$' + '{{ needs.build.outputs.handover-digest }}')
    expect(ownStep('build')?.with?.part).toBe('build')
    expect(ownStep('release')?.with?.part).toBe('release')
  })

  it('has outputs for a matrix', () => {
    expect(Object.keys(outputs)).toEqual(['released', 'charts', 'plan', 'pull-request', 'released-charts', 'held-back'])
  })
})
