import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartRef, ObjectId } from '../../model/chart.ts'
import { type ChartContent, contentAt } from '../history/chart-at.ts'
import { type HistoryContext, type ReleaseCommit, releaseCommits } from '../history/release-commit.ts'
import { type ClaimTags, claimingCommit, claimingTag } from './claim-tags.ts'

/** A version's git tag is its claim: `held` by this content, `taken` by other content, or `free`. */
export type Claim = 'free' | 'held' | 'taken'

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
 * are normal. If the tagged commit has another version, a run that leaves git as it is gave it this one; only
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

/** What every run packages a claimed version from. */
export interface ClaimedRelease extends ReleaseCommit {
  /** The chart's folder at that commit. */
  readonly path: string
}

/**
 * The release commit of a claimed version: the last one before its git tag that changed the chart. Every run that goes by
 * the tag finds the same commit, and so makes the same bytes. `undefined` if the tagged commit has other content.
 */
export async function releaseOfClaim(
  content: ChartContent,
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

function contentOf({ path, manifest: { name }, fingerprint }: ChartSource): ChartContent {
  return { path, name, fingerprint }
}
