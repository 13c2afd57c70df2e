import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aChart } from '../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const CHARTS = 500
const BROKEN = 30

let world: World
let run: WorkflowRun

beforeAll(async () => {
  const names = Array.from({ length: CHARTS }, (_, index) => `chart-with-a-rather-long-name-${index}`)
  const files = names.map((name, index) => {
    const chart = aChart(name, '1.0.0')
    return index < BROKEN ? { ...chart, [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\n` } : chart
  })
  world = await aWorld({ files: Object.assign({}, ...files), run: { entry: 'source' } })
  run = await world.release({ inputs: { mode: 'plan' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

interface Told {
  readonly truncated?: boolean
  readonly charts: readonly { readonly result?: string; readonly action?: string }[]
}

const told = (text: string | undefined): Told => JSON.parse(text ?? '')

describe('five hundred charts, thirty of them broken', () => {
  it.each(['charts', 'plan'])('are told in the output %s as far as 64 KiB reach, and whole in its file', (name) => {
    const output = run.outputs[name] ?? ''
    expect(Buffer.byteLength(output)).toBeLessThan(64 * 1024)
    expect(told(output).truncated).toBe(true)
    const file = run.outputs[name === 'charts' ? 'report-file' : 'plan-file'] ?? ''
    const whole = told(readFileSync(file, 'utf8'))
    expect(whole.truncated).toBeUndefined()
    expect(whole.charts).toHaveLength(CHARTS)
    expect(told(output).charts.length).toBeLessThan(CHARTS)
  })

  it('leave outputs that a later step can take as its environment', () => {
    const text = execFileSync('sh', ['-c', 'printf %s "$CHARTS" | wc -c; printf %s "$PLAN" | wc -c'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, CHARTS: run.outputs.charts, PLAN: run.outputs.plan },
    })
    expect(text).toMatch(/^\d{5}\n\d{5}\n$/)
  })

  it('are annotated ten times, with the rest in the log, the summary and the report', () => {
    const errors = run.annotations.filter(({ level }) => level === 'error')
    expect(errors).toHaveLength(10)
    const named = run.stdout.match(/chart-with-a-rather-long-name-\d+\/Chart\.yaml/g)
    expect(new Set(named).size).toBe(BROKEN)
    expect(
      told(readFileSync(run.outputs['report-file'] ?? '', 'utf8')).charts.filter(({ result }) => result === 'failed'),
    ).toHaveLength(BROKEN)
  })

  it('fit into a summary that the runner takes', () => {
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024)
    expect(run.summary).toContain('chart-with-a-rather-long-name-0')
  })
})
