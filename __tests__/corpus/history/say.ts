import { strict as assert } from 'node:assert'
import type { WorkflowRun } from '../../support/run/workflow.ts'

interface ToldChart {
  readonly name: string
  readonly path: string
  readonly version: string
  readonly result: string
  readonly reason: string
  readonly references: readonly { readonly reference: string; readonly pinned?: string }[]
}

export function chartsIn(run: WorkflowRun): readonly ToldChart[] {
  assert.ok(
    run.outputs.charts,
    `the run left no output; it said:\n${run.stdout.replace(/^::add-mask::.*\n/gm, '')}${run.stderr}`,
  )
  return (JSON.parse(run.outputs.charts) as { charts: ToldChart[] }).charts
}

export function released(run: WorkflowRun): readonly string[] {
  return chartsIn(run)
    .filter(({ result }) => result === 'released')
    .map(({ name }) => name)
    .sort()
}

export function say(text: string): void {
  console.log(text)
}

export function seconds(run: WorkflowRun): string {
  return `${(run.milliseconds / 1000).toFixed(1)} s`
}
