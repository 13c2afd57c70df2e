import { externalDependencies } from '../../chart/dependencies/external-dependencies.ts'
import type { Sources } from '../../chart/source/source.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import type { Dependency, ObjectId } from '../../model/chart.ts'
import { foldersWithChart } from '../../plan/scope/discover.ts'
import type { Uses } from '../run.ts'

const MAX_LFS_CONFIG = 65_536

/** What a pull request is based on, as far as that matters; each is found at first use. */
export interface ProposedChange {
  /** The commit where it left its base; `undefined` where this is no pull request, or that can't be had. */
  readonly base: () => Promise<ObjectId | undefined>
  /**
   * Whether dependencies that these sources name may be fetched: if their commit is trusted (see `Checkout`), else if a
   * trusted commit names the same repositories.
   */
  readonly mayFetch: (sources: Sources, dependencies: readonly Dependency[]) => Promise<boolean>
}

type BaseContext = Uses<'checkout' | 'facts' | 'history', 'git'>

/** `head` is the commit that is planned: the checkout, or where the branch moved to meanwhile. */
export function proposedChange(run: BaseContext, head: ObjectId): ProposedChange {
  const base = memoizeAsync(() => findBase(run))
  const { checkout } = run
  const trusted = checkout.shownOn === undefined ? checkout.settled : head
  const known = memoizeAsync(() => repositoriesAt(run, trusted))
  const lfsIsTrusted = memoizeAsync(() => hasTrustedLfs(run))
  return {
    base,
    mayFetch: async ({ tree: { commit } }, dependencies) => {
      if (checkout.shownOn !== undefined && (await isOn(run, commit, head))) return true
      if (!(await lfsIsTrusted())) return false
      if (dependencies.length === 0) return true
      const named = await known()
      return dependencies.every(({ repository }) => named.has(plain(repository)))
    },
  }
}

/** The record of a release in a registry may name any commit that origin gives out, also one of a pull request. */
async function isOn({ platform: { git } }: BaseContext, commit: ObjectId, head: ObjectId): Promise<boolean> {
  return commit === head || git.isAncestor(commit, head)
}

/**
 * Whether Git LFS asks a server that a trusted commit names: `.lfsconfig` of the checkout says which, and nothing else that
 * git keeps says where blobs come from.
 */
async function hasTrustedLfs({ checkout }: BaseContext): Promise<boolean> {
  if (checkout.shownOn !== undefined) return true
  const file = '.lfsconfig'
  try {
    const here = await checkout.readAtHead(file, MAX_LFS_CONFIG)
    const there = await checkout.read(file, MAX_LFS_CONFIG)
    return here === undefined || (there !== undefined && Buffer.compare(here, there) === 0)
  } catch {
    return false
  }
}

async function findBase({ facts, platform: { git } }: BaseContext): Promise<ObjectId | undefined> {
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

/** Every repository that some chart of a commit fetches from, wherever that chart stands. */
async function repositoriesAt(run: BaseContext, commit: ObjectId): Promise<ReadonlySet<string>> {
  if (!(await run.platform.git.ensureCommit(commit))) return new Set()
  const { charts } = await run.history.sourcesAt(commit, ({ paths }) => foldersWithChart(paths))
  return new Set(
    [...charts.values()].flatMap((chart) => externalDependencies(chart).map(({ repository }) => plain(repository))),
  )
}

function plain(repository: string): string {
  return repository.replace(/\/+$/, '')
}
