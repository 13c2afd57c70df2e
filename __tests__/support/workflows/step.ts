import { parse } from 'yaml'

/** What a workflow gives the step of this action. */
export interface Step {
  readonly with: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** Values of expressions by what they say, e.g. `secrets.GPG_PRIVATE_KEY`. */
export type Expressions = Readonly<Record<string, string>>

interface Workflow {
  readonly on: { readonly push?: { readonly branches?: unknown; readonly tags?: unknown } }
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly permissions: { readonly contents: Access }
  readonly env?: Values
  readonly steps: readonly StepYaml[]
}

export type Access = 'read' | 'write'

interface StepYaml {
  readonly uses?: string
  readonly with?: Values
  readonly env?: Values
}

type Values = Readonly<Record<string, string | number | boolean>>

const OUR_ACTION = 'release-charts/release-charts@'

/** The step of this action in a workflow, with each `${{ … }}` replaced by its value. */
export function stepIn(workflow: string, expressions: Expressions): Step {
  const found = stepsIn(workflow).filter(({ uses }) => uses?.startsWith(OUR_ACTION))
  const [step] = found
  if (step === undefined || found.length > 1) throw new Error(`the workflow has ${found.length} steps of this action`)
  const filled = (values: Values = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(`${value}`, expressions)]))
  return { with: filled(step.with), env: filled({ ...step.envOfJob, ...step.env }) }
}

/** All steps of a workflow, job after job. */
export function stepsIn(workflow: string): readonly (StepYaml & { readonly envOfJob: Values })[] {
  const { jobs } = parse(workflow) as Workflow
  return Object.values(jobs).flatMap(({ env = {}, steps }) => steps.map((step) => ({ ...step, envOfJob: env })))
}

/** What the token of the job may do with the repository. */
export function contentsOf(workflow: string): Access {
  const [job] = Object.values((parse(workflow) as Workflow).jobs)
  return job?.permissions.contents ?? 'read'
}

/** What a push starts the workflow for. */
export function triggersOf(workflow: string): { readonly branches: boolean; readonly tags: boolean } {
  const { push } = (parse(workflow) as Workflow).on
  return { branches: push?.branches !== undefined, tags: push?.tags !== undefined }
}

function fill(value: string, expressions: Expressions): string {
  return value.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const known = expressions[name]
    if (known === undefined) throw new Error(`the test knows no value of ${name}`)
    return known
  })
}
