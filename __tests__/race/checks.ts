import { parse } from 'yaml'
import { publishedVersion, versionsOf } from '../support/charts/published.ts'
import { git } from '../support/git/repository.ts'
import type { WorkflowRun } from '../support/run/workflow.ts'
import type { World } from '../support/run/world.ts'
import { CHARTS, type Chart, type Constellation, type Line } from './constellations.ts'
import { reportOf } from './report.ts'

/** What is wrong after a round, by the sentence of the issue that it breaks. */
export interface Problems {
  readonly lostBumps: readonly string[]
  readonly twoContents: readonly string[]
  readonly losers: readonly string[]
  readonly others: readonly string[]
}

/** Every digest that each version's tag ever had, and how often it was written. */
export type Written = ReadonlyMap<string, readonly string[]>

/** Looks at everything after the quiet run of a round. `seen` holds versions that an earlier round has judged. */
export async function problemsAfter(
  world: World,
  line: Line,
  written: Written,
  seen: Set<string>,
  { tagOf = (chart, version) => `${chart}-${version}` }: Pick<Constellation, 'tagOf'> = {},
): Promise<Pick<Problems, 'lostBumps' | 'twoContents'>> {
  const fresh = CHARTS.flatMap((chart) => newVersions(world, chart, seen))
  const judged = await Promise.all(
    fresh.map((version) => notFromGit(world, version, tagOf(version.chart, version.version))),
  )
  return {
    lostBumps: [
      ...(await lostCommits(world, line)),
      ...CHARTS.flatMap((chart) => lostChanges(world, line, chart)),
      ...CHARTS.flatMap((chart) => doubled(world, chart)),
    ],
    twoContents: [...contested(written), ...judged.flat()],
  }
}

interface Version {
  readonly chart: Chart
  readonly version: string
}

function newVersions({ registry }: World, chart: Chart, seen: Set<string>): readonly Version[] {
  const fresh = versionsOf(registry, chart).filter((version) => !seen.has(`${chart} ${version}`))
  for (const version of fresh) seen.add(`${chart} ${version}`)
  return fresh.map((version) => ({ chart, version }))
}

/** Nobody's commit is pushed away. */
async function lostCommits({ repository }: World, { commits }: Line): Promise<readonly string[]> {
  const there = new Set((await git(repository.origin, ['rev-list', repository.branch])).split('\n'))
  return commits.filter((commit) => !there.has(commit)).map((commit) => `${repository.branch} has lost ${commit}`)
}

/** Every change that was ever pushed is in the newest version. */
function lostChanges({ registry }: World, { changes }: Line, chart: Chart): readonly string[] {
  const newest = newestOf(versionsOf(registry, chart))
  const held = newest === undefined ? [] : changesIn(publishedVersion(registry, chart, newest)?.files)
  const lost = changes[chart].filter((change) => !held.includes(change))
  return lost.map((change) => `${chart} ${newest} lacks ${change}`)
}

/** No content is published under two numbers. */
function doubled({ registry }: World, chart: Chart): readonly string[] {
  const byContent = Map.groupBy(versionsOf(registry, chart), (version) =>
    changesIn(publishedVersion(registry, chart, version)?.files).join(),
  )
  return [...byContent.values()].flatMap((versions) =>
    versions.length > 1 ? [`${chart} has the same content as ${versions.join(' and ')}`] : [],
  )
}

function contested(written: Written): readonly string[] {
  return [...written].flatMap(([version, digests]) => {
    const all = new Set(digests)
    return all.size > 1 ? [`${version} was ${[...all].map((digest) => digest.slice(7, 19)).join(', then ')}`] : []
  })
}

/** A version holds what git has at the commit that its git tag names; its number may be of the tag (`commit: none`). */
async function notFromGit(
  { registry, repository }: World,
  { chart, version }: Version,
  tag: string,
): Promise<readonly string[]> {
  const commit = await repository.remote(`refs/tags/${tag}`)
  if (commit === undefined) return [`${tag} is published, and there is no such git tag`]
  const { files = {}, annotations = {} } = publishedVersion(registry, chart, version) ?? {}
  const { 'Chart.yaml': published = '', ...others } = files
  const inGit = await git(repository.origin, ['ls-tree', '-r', '--name-only', `${commit}:charts/${chart}`])
  const wrong: string[] = []
  for (const path of new Set([...Object.keys(others), ...inGit.split('\n').filter((name) => name !== 'Chart.yaml')])) {
    const text = await repository.remoteFile(`charts/${chart}/${path}`, commit).catch(() => undefined)
    if (text !== others[path]?.replace(/\n$/, '')) wrong.push(`${tag}: ${path} is not what ${commit} has`)
  }
  const source = { ...parse(await repository.remoteFile(`charts/${chart}/Chart.yaml`, commit)), version }
  if (JSON.stringify(sorted(parse(published))) !== JSON.stringify(sorted(source)))
    wrong.push(`${tag}: Chart.yaml differs`)
  const revision = annotations['org.opencontainers.image.revision']
  return revision === commit ? wrong : [...wrong, `${tag} stands at ${commit}, the version is of ${revision}`]
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function changesIn(files: Readonly<Record<string, string>> | undefined): readonly string[] {
  return (files?.['changes.txt'] ?? '').split('\n').filter((change) => change !== '')
}

function newestOf(versions: readonly string[]): string | undefined {
  const numbers = (version: string) => version.split('.').map(Number)
  return versions
    .toSorted((a, b) => {
      const [one, other] = [numbers(a), numbers(b)]
      return one.map((part, index) => part - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0
    })
    .at(-1)
}

/** A run that lost is green, or red with conflicts alone, each with what to do. */
export async function badLoser(run: WorkflowRun): Promise<readonly string[]> {
  if (run.exitCode === 0) return []
  const problems = (await reportOf(run)).problems
  const bad = problems.filter(({ kind, hint = '' }) => kind !== 'conflict' || hint === '')
  if (problems.length === 0) return [`a run ended with ${run.exitCode} and says nothing`]
  return bad.map(({ code, message }) => `a run ended with ${code}: ${message}`)
}
