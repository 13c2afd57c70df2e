import { strict as assert } from 'node:assert'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { levelsOf } from '../../../src/chart/source/graph.ts'
import type { Sources } from '../../../src/chart/source/source.ts'
import type { Git } from '../../../src/ports/git.ts'
import { checkByHelm, type Sample } from './by-helm.ts'
import { type Difference, explain } from './differences.ts'
import { chartsAt, firstParents, openRepository, plannedAt, type Released } from './history-plan.ts'
import { say } from './say.ts'

const SAMPLES = 20
const SEED = 20_261_121

interface Listed {
  readonly commit: string
  readonly unbumped: readonly string[]
}

/**
 * Walks a real history as if every version had been published by the commit that set it, and plans at each commit that is
 * known to have changed charts without raising their versions. The plan must name every chart that was changed since its
 * version was set; each difference must have one of five reasons. Some decisions, drawn at random, are held against what
 * `helm package` makes of both sides.
 */
export async function unbumped(bundle: string): Promise<void> {
  await using repository = await openRepository(bundle)
  const { git } = repository
  const listed = new Map((await readListed(bundle)).map((row) => [row.commit, new Set(row.unbumped)]))
  const state: State = { git, released: new Map(), changed: new Map(), differences: [], samples: [] }
  let planned = 0
  for (const commit of since(await firstParents(repository), listed)) {
    const sources = await chartsAt(git, commit)
    remember(state, commit, sources, listed.get(commit) ?? new Set())
    if (!listed.has(commit)) continue
    planned += 1
    await compare(state, commit, sources)
  }
  assert.equal(planned, listed.size, 'a listed commit is not on the main line')
  tell(planned, state.differences)
  await checkByHelm(repository.folder, drawn(state.samples))
}

/** The list begins somewhere in the history: what stood there before counts as released. */
function since(commits: readonly string[], listed: ReadonlyMap<string, unknown>): readonly string[] {
  return commits.slice(Math.max(0, commits.findIndex((commit) => listed.has(commit)) - 1))
}

interface State {
  readonly git: Git
  readonly released: Map<string, Released>
  /** Charts changed since their version was set, with the commits that did it. */
  readonly changed: Map<string, string[]>
  readonly differences: Difference[]
  readonly samples: Sample[]
}

function remember({ released, changed }: State, commit: string, sources: Sources, listed: ReadonlySet<string>): void {
  for (const [path, chart] of sources.charts) {
    const { version } = chart.manifest
    if (released.get(path)?.version !== version) {
      released.set(path, { version, commit, sources, chart })
      changed.set(path, [])
    } else if (listed.has(path)) changed.get(path)?.push(commit)
  }
}

async function compare(state: State, commit: string, sources: Sources): Promise<void> {
  const named = await plannedAt(state.git, commit, sources, state.released)
  for (const [path, chart] of sources.charts) {
    const release = state.released.get(path)
    if (!release) continue
    const isExpected = (state.changed.get(path)?.length ?? 0) > 0
    const isNamed = named.has(path)
    if (isWhole(release.sources, path) && isWhole(sources, path))
      state.samples.push({ path, isNamed, release, now: { commit, sources, chart } })
    if (isExpected !== isNamed)
      state.differences.push(await explain({ git: state.git, path, isNamed, release, now: { commit, sources, chart } }))
  }
}

/** Helm can package it of what the repository holds: nothing has to be fetched. */
function isWhole({ charts }: Sources, path: string): boolean {
  return levelsOf(charts, [path])
    .flat()
    .every((chart) => chart.local.length === chart.dependencies.length)
}

function tell(planned: number, differences: readonly Difference[]): void {
  say(`${planned} commits planned; ${differences.length} differences from the list (a chart at a commit)`)
  const groups = Map.groupBy(differences, ({ isNamed, reason }) => `${isNamed ? 'named too' : 'not named'}: ${reason}`)
  for (const [what, group] of [...groups].sort()) say(`  ${group.length} ${what}`)
  const unexplained = differences.filter(({ reason }) => reason === 'unexplained')
  for (const { commit, path, isNamed } of unexplained.slice(0, 20))
    say(`  unexplained: ${path} at ${commit} ${isNamed ? 'is' : 'is not'} named`)
  assert.equal(unexplained.length, 0, `${unexplained.length} differences have no reason`)
}

/** Half of them where the plan names the chart, half where it does not; the same ones in every run. */
function drawn(samples: readonly Sample[]): readonly Sample[] {
  let seed = SEED
  const draw = (from: readonly Sample[]): readonly Sample[] =>
    Array.from({ length: SAMPLES / 2 }, () => {
      // A linear congruential generator (Numerical Recipes): any fixed order will do.
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return from[seed % from.length] as Sample
    })
  return [...draw(samples.filter(({ isNamed }) => isNamed)), ...draw(samples.filter(({ isNamed }) => !isNamed))]
}

async function readListed(bundle: string): Promise<readonly Listed[]> {
  const text = await readFile(join(bundle, '..', 'monorepo-a.changed-unbumped.jsonl'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Listed)
}
