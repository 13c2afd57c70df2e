import { posix } from 'node:path'
import { foreignOf } from '../chart/foreign-dependencies.ts'
import { readSources } from '../chart/read-sources.ts'
import type { Dependency, ObjectId } from '../model/chart.ts'
import { once } from '../model/once.ts'
import { ownRepositories, type Run } from './run.ts'

/** What a pull request is based on, as far as that matters; each is found at first use. */
export interface ProposedChange {
  /** The commit where it left its base; `undefined` where this is no pull request, or that can't be had. */
  readonly base: () => Promise<ObjectId | undefined>
  /** Whether all of these may be fetched: a pull request must not choose whom we fetch from. */
  readonly mayFetch: (dependencies: readonly Dependency[]) => Promise<boolean>
}

export function proposedChange(run: Run): ProposedChange {
  const base = once(() => findBase(run))
  const known = once(async () => repositoriesAt(run, await base()))
  return {
    base,
    mayFetch: async (dependencies) => {
      if (!run.facts.isPullRequest || dependencies.length === 0) return true
      const named = await known()
      return dependencies.every(({ repository }) => named.has(plain(repository)))
    },
  }
}

async function findBase({ facts, platform: { git } }: Run): Promise<ObjectId | undefined> {
  if (facts.base === undefined || !(await git.ensureCommit(facts.base))) return undefined
  const head = await git.head()
  const common = await git.mergeBase(facts.base, head)
  if (common !== undefined || !(await git.isShallow())) return common ?? facts.base
  try {
    await git.unshallow()
  } catch {
    return facts.base
  }
  return (await git.mergeBase(facts.base, head)) ?? facts.base
}

/** Every repository that some chart of the base fetches from, wherever that chart stands. */
async function repositoriesAt(run: Run, base: ObjectId | undefined): Promise<ReadonlySet<string>> {
  if (base === undefined) return new Set()
  const options = { ownRepositories: ownRepositories(run) }
  const { charts } = await readSources(
    run.platform.git,
    base,
    ({ paths }) => paths.filter((path) => posix.basename(path) === 'Chart.yaml').map((path) => posix.dirname(path)),
    options,
  )
  return new Set([...charts.values()].flatMap((chart) => foreignOf(chart).map(({ repository }) => plain(repository))))
}

function plain(repository: string): string {
  return repository.replace(/\/+$/, '')
}
