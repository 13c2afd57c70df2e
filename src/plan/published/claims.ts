import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ChartRef, ObjectId } from '../../model/chart.ts'
import { type HistoryContext, type ReleaseCommit, releaseCommits } from '../history/release-commit.ts'
import { foldersWithChart } from '../scope/discover.ts'
import { tagOf, versionIn } from '../scope/tag-template.ts'

/** A version's git tag is its claim: `held` by this content, `taken` by other content, or `free`. */
export type Claim = 'free' | 'held' | 'taken'

/** Where claims are read. */
export interface ClaimTags {
  /** Empty: versions get no tags. */
  readonly tagTemplate: string
  /** Tags on origin, read at most once per run. */
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

export interface ClaimContext extends HistoryContext, ClaimTags {
  /** False if git's own version never moves (`commit: none`), so that versions are given over what git says. */
  readonly bumpsGoToGit: boolean
}

/** A version with what else its package says and the fingerprint does not cover. */
export interface VersionWanted extends ChartRef {
  readonly appVersion?: string | undefined
}

/**
 * Compares by the fingerprint at the tagged commit, not by commit id: tags of release branches and of squashed commits
 * are normal. A version that the tagged commit does not say was given to it by a run that leaves git as it is; only
 * another one of its kind makes the same package of that commit.
 */
export async function claimOf(chart: ChartSource, wanted: VersionWanted, context: ClaimContext): Promise<Claim> {
  const commit = await claimingCommit(wanted, context)
  if (commit === undefined) return 'free'
  const there = (await contentAt(contentOf(chart), commit, context))?.chart.manifest
  if (!there) return 'taken'
  const isSame = there.version === wanted.version && there.appVersion === wanted.appVersion
  return !context.bumpsGoToGit || isSame ? 'held' : 'taken'
}

/** The commit that the git tag of a version stands for. */
export async function claimingCommit(wanted: ChartRef, context: ClaimTags): Promise<ObjectId | undefined> {
  return (await claimingTag(wanted, context))?.commit
}

/** The git tag of a version on origin; `undefined` if there is none, or if versions get no tags. */
async function claimingTag(wanted: ChartRef, { tagTemplate, remoteTags }: ClaimTags) {
  const tag = tagOf(tagTemplate, wanted)
  const commit = tag === undefined ? undefined : (await remoteTags()).get(tag)
  return tag === undefined || commit === undefined ? undefined : { tag, commit }
}

/** The versions of a chart that have a git tag on origin, with the commits of these; `undefined` if versions get no tags. */
export async function claimedVersions(
  name: string,
  { tagTemplate, remoteTags }: ClaimTags,
): Promise<ReadonlyMap<string, ObjectId> | undefined> {
  if (tagTemplate === '') return undefined
  return new Map(
    [...(await remoteTags())].flatMap(([tag, commit]) => {
      const version = versionIn(tagTemplate, tag, name)
      return version === undefined ? [] : [[version, commit] as const]
    }),
  )
}

/**
 * The git tag of a version if the commit that it stands for says this version with this content. Only commits that the clone
 * has are looked at: to fetch one costs more than a package.
 */
export async function tagWithContent(
  chart: ChartSource,
  wanted: ChartRef,
  context: HistoryContext & ClaimTags,
): Promise<string | undefined> {
  const { tag, commit } = (await claimingTag(wanted, context).catch(() => undefined)) ?? {}
  if (commit === undefined || (await context.git.resolve(commit)) !== commit) return undefined
  const { charts } = await readSources(context.git, commit, [chart.path], context)
  const there = charts.get(chart.path)
  const isSame =
    there?.fingerprint === chart.fingerprint &&
    there.manifest.name === wanted.name &&
    there.manifest.version === wanted.version &&
    there.manifest.appVersion === chart.manifest.appVersion
  return isSame ? tag : undefined
}

/** What a version stands for, of the commit that releases it. */
export interface ClaimedContent {
  readonly path: string
  readonly name: string
  readonly fingerprint: string
}

/** A chart at some commit, with all that was read of that commit to find it. */
interface Found {
  readonly chart: ChartSource
  readonly sources: Sources
}

/** The chart with this content at a commit, wherever its folder stood then; `undefined` if that has other content. */
function contentAt(
  { path, name, fingerprint }: ClaimedContent,
  commit: ObjectId,
  context: HistoryContext,
): Promise<Found | undefined> {
  return findAt({ path, commit }, context, (one) => one.manifest.name === name && one.fingerprint === fingerprint)
}

/** The chart of a name at a commit, in its folder of today or in another; `undefined` if there is none. */
export function chartAt(
  { path, name }: Pick<ClaimedContent, 'path' | 'name'>,
  commit: ObjectId,
  context: HistoryContext,
): Promise<Found | undefined> {
  return findAt({ path, commit }, context, (one) => one.manifest.name === name)
}

/** Looks in the folder of today first: the other charts of a commit are only read if it is not there. */
async function findAt(
  { path, commit }: { readonly path: string; readonly commit: ObjectId },
  { git, ownRepositories }: HistoryContext,
  isIt: (chart: ChartSource) => boolean,
): Promise<Found | undefined> {
  if (!(await git.ensureCommit(commit))) return undefined
  const here = await readSources(git, commit, [path], { ownRepositories })
  const same = here.charts.get(path)
  if (same && isIt(same)) return { chart: same, sources: here }
  const everywhere = await readSources(git, commit, (tree) => foldersWithChart(tree.paths), { ownRepositories })
  const moved = [...everywhere.charts.values()].find(isIt)
  return moved && { chart: moved, sources: everywhere }
}

/** What a claimed version is packaged from, by whoever releases it. */
export interface ClaimedRelease extends ReleaseCommit {
  /** The chart's folder at that commit. */
  readonly path: string
}

/**
 * The release commit of a claimed version: the last one before its git tag that changed the chart. Everybody who goes by
 * the tag comes to the same commit, and so to the same bytes. `undefined` if the tagged commit has other content.
 */
export async function releaseOfClaim(
  content: ClaimedContent,
  commit: ObjectId,
  context: HistoryContext,
): Promise<ClaimedRelease | undefined> {
  const found = await contentAt(content, commit, context)
  if (!found) return undefined
  const { path } = found.chart
  const release = (await releaseCommits(context, found.sources, [found.chart])).get(path)
  return release && { ...release, path }
}

/** The same for a version whose claim is `held`; else `undefined`. */
export async function claimedRelease(
  chart: ChartSource,
  wanted: VersionWanted,
  context: ClaimContext,
): Promise<ClaimedRelease | undefined> {
  const commit = await claimingCommit(wanted, context)
  if (commit === undefined || (await claimOf(chart, wanted, context)) !== 'held') return undefined
  return releaseOfClaim(contentOf(chart), commit, context)
}

function contentOf({ path, manifest: { name }, fingerprint }: ChartSource): ClaimedContent {
  return { path, name, fingerprint }
}
