import { readFile } from 'node:fs/promises'
import type { WorkflowRun } from '../support/run/workflow.ts'

interface Problem {
  readonly code: string
  readonly kind: string
  readonly message: string
  readonly hint?: string
}

export interface RunReport {
  readonly reasons: readonly string[]
  /** Those of charts and of the whole run. */
  readonly problems: readonly Problem[]
  readonly superseded: boolean
}

/** What a run wrote into its report file. */
export async function reportOf(run: WorkflowRun): Promise<RunReport> {
  const file = run.outputs['report-file']
  if (file === undefined) return { reasons: [], problems: [], superseded: false }
  const { charts, problems, supersededBy } = JSON.parse(await readFile(file, 'utf8')) as {
    charts: readonly { readonly reason: string; readonly problem?: Problem }[]
    problems: readonly Problem[]
    supersededBy?: string
  }
  return {
    reasons: charts.map(({ reason }) => reason),
    problems: [...problems, ...charts.flatMap(({ problem }) => problem ?? [])],
    superseded: supersededBy !== undefined,
  }
}
