import { readSources } from '../../../src/chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../../src/chart/source/source.ts'
import { readSettings } from '../../../src/inputs.ts'
import type { Presence, Target } from '../../../src/model/target.ts'
import { ownCommits } from '../../../src/plan/history/own-commits.ts'
import { type PlanContext, planCharts } from '../../../src/plan/plan.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { createGit } from '../../../src/platform/git/git.ts'
import { createProcesses } from '../../../src/platform/process/processes.ts'
import { createSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { Git } from '../../../src/ports/git.ts'
import { git as gitIn } from '../../support/git/repository.ts'
import { aShelf, published } from '../../support/index/shelf.ts'
import { fromBundle } from './repository.ts'

/** The defaults, but for the level, which is not the question here. */
const settings = await readSettings({
  inputs: { bump: 'patch', 'tag-template': 'none' },
  environment: { GITHUB_REPOSITORY: 'acme/charts' },
})

/** A version as the commit that set it would have published it. */
export interface Released {
  readonly version: string
  readonly commit: string
  readonly sources: Sources
  readonly chart: ChartSource
}

export interface OpenRepository extends AsyncDisposable {
  readonly git: Git
  readonly folder: string
}

/** A real history, read by the git of the action itself. */
export async function openRepository(bundle: string): Promise<OpenRepository> {
  const repository = await fromBundle(bundle)
  const files = createFiles(repository.root)
  const git = createGit({
    environment: { PATH: process.env.PATH ?? '' },
    files,
    processes: createProcesses(),
    secrets: createSecrets(() => {}),
    journal: { effect: (_, change) => change() },
    workspace: repository.folder,
    serverUrl: 'https://github.com',
    token: undefined,
  })
  return {
    git,
    folder: repository.folder,
    async [Symbol.asyncDispose]() {
      await files.removeTemporary()
      await repository.remove()
    },
  }
}

/** The main line, oldest commit first. */
export async function firstParents({ folder }: OpenRepository): Promise<readonly string[]> {
  return (await gitIn(folder, ['rev-list', '--first-parent', '--reverse', 'HEAD'])).trim().split('\n')
}

/** All charts of a commit, nested ones too. */
export function chartsAt(git: Git, commit: string): Promise<Sources> {
  return readSources(git, commit, (tree) =>
    tree.paths.filter((path) => path.endsWith('/Chart.yaml')).map((path) => path.slice(0, -'/Chart.yaml'.length)),
  )
}

/** Folders of the charts that the plan moves to another version, where every released version is published. */
export async function plannedAt(
  git: Git,
  commit: string,
  sources: Sources,
  released: ReadonlyMap<string, Released>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  // One by one: several folders of this history hold charts of one name, which no target could tell apart.
  for (const [path, { manifest }] of sources.charts) {
    const release = released.get(path)
    const held: Record<string, Presence> = release
      ? { [release.version]: published(release.chart.fingerprint, appVersionOf(release.chart)) }
      : {}
    const { decisions } = await planCharts(sources, [path], contextFor(git, commit, aShelf(held)))
    const decision = decisions.find(({ chart }) => chart.path === path)
    if (decision?.action === 'refuse') throw new Error(`${manifest.name} at ${commit}: ${decision.reason}`)
    if (decision?.action === 'bump') named.add(path)
  }
  return named
}

function appVersionOf({ manifest }: ChartSource) {
  return { appVersion: manifest.appVersion as string }
}

function contextFor(git: Git, commit: string, target: Target): PlanContext {
  return {
    settings,
    scope: { kind: 'all' },
    git,
    commit,
    tag: undefined,
    tagTemplate: '',
    appTags: async () => [],
    remoteTags: async () => new Map(),
    targets: [target],
    signatures: false,
    adopt: false,
    bumpsGoToGit: true,
    ownRepositories: [],
    ownCommits: ownCommits(git, []),
    sameContent: async () => false,
    sameContentAt: async () => false,
    evidenceOf: async () => [],
  }
}
