import { readSources } from '../../../src/chart/source/read-sources.ts'
import type { Sources } from '../../../src/chart/source/source.ts'
import { readSettings } from '../../../src/inputs.ts'
import type { Presence, Target } from '../../../src/model/target.ts'
import type { ChartDecision } from '../../../src/plan/decision/decision.ts'
import { ownCommits } from '../../../src/plan/history/own-commits.ts'
import { releaseCommits } from '../../../src/plan/history/release-commit.ts'
import { type PlanContext, planCharts } from '../../../src/plan/plan.ts'
import type { Git } from '../../../src/ports/git.ts'
import { aShelf, published } from '../index/shelf.ts'

/** A repository under `bump: manual`, whose runs are planned, and whose target is in memory. */
export interface RaisedByHand {
  /** What is published, by `<name> <version>`. */
  readonly held: Map<string, Presence>
  /** Plans for a commit, and publishes what the plan says. */
  run(commit: string, folders: Folders): Promise<readonly ChartDecision[]>
}

type Folders = readonly string[] | ((sources: Sources) => readonly string[])

export async function raisedByHand(git: Git, more: Partial<PlanContext> = {}): Promise<RaisedByHand> {
  const held = new Map<string, Presence>()
  const settings = await readSettings({
    inputs: { bump: 'manual', 'tag-template': 'none' },
    environment: { GITHUB_REPOSITORY: 'acme/charts' },
  })
  const context: Omit<PlanContext, 'commit'> = {
    ...{ settings, scope: { kind: 'all' }, git, tag: undefined, tagTemplate: '', ownRepositories: [] },
    ...{ appTags: async () => [], remoteTags: async () => new Map(), targets: [aTarget(held)] },
    ...{ signatures: false, adopt: false, bumpsGoToGit: true, ownCommits: ownCommits(git, []) },
    ...{ sameContent: async () => false, sameContentAt: async () => false, evidenceOf: async () => [] },
    ...more,
  }
  return {
    held,
    async run(commit, folders) {
      const asked = typeof folders === 'function' ? [] : folders
      const sources = await readSources(git, commit, typeof folders === 'function' ? everyChart : asked)
      const paths = typeof folders === 'function' ? folders(sources) : folders
      const { decisions } = await planCharts(sources, paths, { ...context, commit })
      const released = decisions.filter(({ action }) => action === 'publish').map(({ chart }) => chart)
      const commits = await releaseCommits(context, sources, released)
      for (const { path, manifest, fingerprint } of released) {
        const { name, version, appVersion } = manifest
        const revision = commits.get(path)?.commit
        const record = { ...(appVersion !== undefined && { appVersion }), ...(revision !== undefined && { revision }) }
        const { appVersion: _, ...bare } = published(fingerprint)
        held.set(`${name} ${version}`, { ...bare, ...record })
      }
      return decisions
    },
  }
}

function everyChart({ paths }: { readonly paths: readonly string[] }): readonly string[] {
  return paths.filter((path) => path.endsWith('/Chart.yaml')).map((path) => path.slice(0, -'/Chart.yaml'.length))
}

/** A shelf for many charts. */
function aTarget(held: ReadonlyMap<string, Presence>): Target {
  return {
    ...aShelf(),
    find: async ({ name, version }) => held.get(`${name} ${version}`) ?? { state: 'absent' },
    versions: async (name) =>
      [...held.keys()].flatMap((key) => (key.startsWith(`${name} `) ? [key.slice(name.length + 1)] : [])),
  }
}
