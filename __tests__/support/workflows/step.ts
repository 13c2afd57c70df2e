import { parse } from 'yaml'

/** What a workflow gives the step of this action. */
export interface Step {
  readonly with: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly env?: Values; readonly steps: readonly StepYaml[] }>>
}

interface StepYaml {
  readonly uses?: string
  readonly with?: Values
  readonly env?: Values
}

type Values = Readonly<Record<string, string | number | boolean>>

const OUR_ACTION = 'release-charts/release-charts@'

/** The step of this action in a workflow, with `${{ secrets.NAME }}` replaced by what the secret holds. */
export function stepIn(workflow: string, secrets: Readonly<Record<string, string>>): Step {
  const { jobs } = parse(workflow) as Workflow
  const found = Object.values(jobs).flatMap((job) =>
    job.steps.filter(({ uses }) => uses?.startsWith(OUR_ACTION)).map((step) => ({ ...step, job })),
  )
  const [step] = found
  if (step === undefined || found.length > 1) throw new Error(`the workflow has ${found.length} steps of this action`)
  const filled = (values: Values = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(`${value}`, secrets)]))
  return { with: filled(step.with), env: filled({ ...step.job.env, ...step.env }) }
}

function fill(value: string, secrets: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{\s*secrets\.(\w+)\s*\}\}/g, (_, name: string) => {
    const secret = secrets[name]
    if (secret === undefined) throw new Error(`the test knows no secret ${name}`)
    return secret
  })
}
