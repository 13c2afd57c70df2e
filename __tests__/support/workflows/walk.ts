import { errorsIn, outcomesOf } from '../charts/published.ts'
import type { WorkflowRun } from '../run/workflow.ts'
import { pulled } from './consumers.ts'
import { knownExpressions } from './expressions.ts'
import { publishedBefore } from './published-before.ts'
import { type Change, type Shape, versionsBefore } from './shape.ts'
import { bytesOf, type Shelves, shelvesOf, stateOf } from './shelves.ts'
import { type Expressions, stepIn, triggersOf } from './step.ts'
import { aScene, type Scene } from './walk-world.ts'

/** How one run went, beside what their tool makes of the same change. */
export interface Walked {
  readonly message: string
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** Codes and texts of the errors; empty for a green run. */
  readonly errors: readonly string[]
  readonly red: boolean
  readonly run: WorkflowRun
}

export interface Walk extends AsyncDisposable {
  /** One entry per change that starts a run, in order. */
  readonly runs: readonly Walked[]
  shelves(): Promise<Shelves>
  /** What consumers got of the versions from before the move, then and now. */
  sides(): Promise<readonly [unknown, unknown]>
  /** What a real Helm gets of these versions, by place. */
  pulled(versions: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>>
  /** Runs once more, with nothing new. */
  idle(): Promise<Idle>
}

export interface Idle {
  readonly run: Walked
  /** What there was before that run, and after it. */
  readonly states: readonly [unknown, unknown]
}

/** The repository before the move, then the move, then each change with one run of our step. */
export async function walk(shape: Shape): Promise<Walk> {
  const scene = await aScene(shape)
  const { repository } = scene.world
  const expressions = await knownExpressions()
  await publishedBefore(scene, shape)
  const published = await bytesOf(scene, shape, versionsBefore(shape))
  await repository.commit('ci: release with release-charts', { '.github/workflows/release.yml': shape.after })
  const runs: Walked[] = []
  for (const change of shape.changes) {
    await repository.commit(change.message, change.files ?? {})
    if (change.tag) await repository.tag(change.tag)
    const ref = startedFor(shape, change)
    if (ref) runs.push(await oneRun(scene, shape, { change, ref, expressions }))
  }
  return {
    runs,
    sides: async () => [published, await bytesOf(scene, shape, versionsBefore(shape))],
    shelves: () => shelvesOf(scene, shape),
    pulled: (versions) => pulled(scene, shape, versions),
    idle: () => idleRun(scene, shape, expressions),
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  }
}

/** The ref that a change starts the workflow for, if it does. */
function startedFor({ after, branch = 'main' }: Shape, { tag }: Change): string | undefined {
  const { branches, tags } = triggersOf(after)
  if (tags) return tag && `refs/tags/${tag}`
  return branches ? `refs/heads/${branch}` : undefined
}

async function idleRun(scene: Scene, shape: Shape, expressions: Expressions): Promise<Idle> {
  const ref = shape.changes.flatMap((change) => startedFor(shape, change) ?? []).at(-1) ?? ''
  const before = await stateOf(scene)
  const run = await oneRun(scene, shape, { change: { message: 'nothing new', releases: [] }, ref, expressions })
  return { run, states: [before, await stateOf(scene)] }
}

interface OneRun {
  readonly change: Change
  readonly ref: string
  readonly expressions: Expressions
}

async function oneRun(scene: Scene, { after }: Shape, { change, ref, expressions }: OneRun): Promise<Walked> {
  const { world, webUrl } = scene
  const step = stepIn(after, expressions)
  const run = await world.release({
    workspace: await scene.checkout(ref),
    inputs: { targets: '', ...withLocalRegistry(step.with, world.registry.host) },
    env: { ...step.env, GITHUB_SERVER_URL: webUrl },
    event: { name: 'push', ref },
  })
  const charts = run.outputs.charts === undefined ? [] : Object.values(outcomesOf(run))
  const released = charts.filter(({ result }) => result === 'released' || result === 'completed')
  return {
    message: change.message,
    ours: released.map(({ name, version }) => `${name} ${version}`).sort(),
    theirs: [...change.releases].sort(),
    errors: errorsIn(run).map(({ code, message }) => `${code}: ${message}`),
    red: run.exitCode !== 0,
    run,
  }
}

/** The registry of the walk stands in for ghcr.io. */
function withLocalRegistry(inputs: Readonly<Record<string, string>>, host: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, value.replaceAll('oci://ghcr.io/', `oci://${host}/`)]),
  )
}
