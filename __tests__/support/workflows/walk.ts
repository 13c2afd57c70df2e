import { parse } from 'yaml'
import { errorsIn, outcomesOf } from '../charts/published.ts'
import { aRepository } from '../git/repository.ts'
import type { WorkflowRun } from '../run/workflow.ts'
import { aWorld, type World } from '../run/world.ts'
import { publishedBefore } from './published-before.ts'
import type { Change, Shape } from './shape.ts'
import { stepIn } from './step.ts'

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

/** What consumers can get in the end. */
export interface Shelves {
  readonly tags: readonly string[]
  /** Versions in the index on `gh-pages`, e.g. `web 1.2.0`. */
  readonly index: readonly string[]
  /** Versions in the registry. */
  readonly registry: readonly string[]
}

export interface Walk extends AsyncDisposable {
  readonly world: World
  /** One entry per change, in order. */
  readonly runs: readonly Walked[]
  shelves(): Promise<Shelves>
}

/** The repository before the move, then the move, then each change with one run of our step. */
export async function walk(shape: Shape, secrets: Readonly<Record<string, string>> = {}): Promise<Walk> {
  const repository = await aRepository({ files: shape.files, ...(shape.branch && { branch: shape.branch }) })
  const world = await aWorld({
    repository,
    github: { settings: { defaultBranch: repository.branch } },
    run: { entry: 'source', token: 'ghs_test' },
  })
  await publishedBefore(world, shape)
  await repository.commit('ci: release with release-charts', { '.github/workflows/release.yml': shape.after })
  const runs: Walked[] = []
  for (const change of shape.changes) {
    await repository.commit(change.message, change.files ?? {})
    if (change.tag) await repository.tag(change.tag)
    if (change.tag || !onTagsAlone(shape)) runs.push(await oneRun(world, shape, { change, secrets }))
  }
  return {
    world,
    runs,
    shelves: () => shelvesOf(world, shape),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** Whether only tags start the workflow. */
function onTagsAlone({ after }: Shape): boolean {
  const { on } = parse(after) as { readonly on: { readonly push?: { readonly branches?: unknown } } }
  return on.push?.branches === undefined
}

interface OneRun {
  readonly change: Change
  readonly secrets: Readonly<Record<string, string>>
}

async function oneRun(world: World, { after }: Shape, { change, secrets }: OneRun): Promise<Walked> {
  const step = stepIn(after, secrets)
  const run = await world.release({
    inputs: { targets: '', ...withLocalRegistry(step.with, world.registry.host) },
    env: { ...step.env, GITHUB_SERVER_URL: world.github.webUrl },
    ...(change.tag && { event: { name: 'push', ref: `refs/tags/${change.tag}` } }),
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

async function shelvesOf({ repository, registry }: World, { places }: Shape): Promise<Shelves> {
  const tags = (await repository.remoteTags()).filter((tag) => !tag.startsWith('release-charts/'))
  const index = places.releases || places.branch ? await repository.remoteFile('index.yaml', 'gh-pages') : '{}'
  const { entries = {} } = parse(index) as { entries?: Record<string, readonly { version: string }[]> }
  const inIndex = Object.entries(entries).flatMap(([name, versions]) =>
    versions.map(({ version }) => `${name} ${version}`),
  )
  return { tags, index: inIndex.sort(), registry: inRegistry(registry, places.registry) }
}

function inRegistry(registry: World['registry'], path: string | undefined): readonly string[] {
  if (path === undefined) return []
  const charts = registry.repositories().filter((name) => name.startsWith(`${path}/`))
  const versions = charts.flatMap((repository) =>
    registry
      .tags(repository)
      .filter((tag) => !tag.startsWith('sha256-'))
      .map((tag) => `${repository.slice(path.length + 1)} ${tag}`),
  )
  return versions.sort()
}
