import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ChartRef, ObjectId } from '../../model/chart.ts'
import type { Published, Target } from '../../model/target.ts'
import type { JudgedVersion } from '../decision/judged-chart.ts'
import { type ChartAt, chartAt } from '../history/chart-at.ts'
import { reaches } from '../history/reachable.ts'
import { versionSpan } from '../history/version-span.ts'
import { claimingCommit } from './claim-tags.ts'
import type { ClaimContext } from './claims.ts'
import type { Held } from './target-state.ts'

/** Commits whose content is looked at; a version is mostly released from the first. */
const MAX_READ = 200
/** Packages that are made for one of another tool. */
const MAX_BUILT = 5

export interface OwnReleaseContext extends ClaimContext {
  readonly targets: readonly Target[]
  /** As `EvidenceContext.sameContent`, with the chart at an earlier commit. */
  readonly sameContentAt: (at: ChartAt, held: Held) => Promise<boolean>
}

/** The commits of one version of a chart, oldest first after those that are likely to be its release commit. */
interface Candidates {
  readonly chart: ChartSource
  readonly version: string
  /** The commit that is planned. */
  readonly head: ObjectId
  readonly span: readonly ObjectId[]
  readonly context: OwnReleaseContext
}

/**
 * Whether what is published under the version of Chart.yaml is what git packages at the commit of this branch that released it, on
 * every target that has the version. By its record for a package of ours, by its files for one of another tool; a version that no
 * target has is one by its git tag. A commit counts only if no other version was released since: where somebody put an old version back,
 * what is published under it is not what anybody meant.
 */
export async function isOwnRelease(
  chart: ChartSource,
  { version, sightings }: JudgedVersion,
  { sources, context }: { readonly sources: Sources; readonly context: OwnReleaseContext },
): Promise<boolean> {
  const isReleased = (other: string) => isPublished({ name: chart.manifest.name, version: other }, context)
  const span = await versionSpan({ ...context, isReleased }, sources, chart)
  const candidates = { chart, version, head: sources.tree.commit, span, context }
  const held = sightings.flatMap(({ target, presence }) => (presence.state === 'present' ? [{ target, presence }] : []))
  if (held.length === 0) return isClaimedHere(candidates)
  for (const { target, presence } of held) if (!(await isReleasedHere(candidates, target, presence))) return false
  return true
}

async function isPublished(ref: ChartRef, context: OwnReleaseContext): Promise<boolean> {
  const found = await Promise.all(context.targets.map((target) => target.find(ref, { signatures: false })))
  // What a target does not say is no reason to go on.
  return found.some(({ state }) => state !== 'absent') || (await claimingCommit(ref, context)) !== undefined
}

async function isReleasedHere(candidates: Candidates, target: Target, presence: Published): Promise<boolean> {
  const { chart, version, context } = candidates
  const { fingerprint, revision, digest } = presence
  if (fingerprint !== undefined) return isContentOfSpan(candidates, fingerprint, revision)
  const ref = { name: chart.manifest.name, version }
  for (const adopted of presence.adoptions ?? (await target.adoptions({ ref, digest })))
    if (await isContentOfSpan(candidates, adopted.fingerprint, adopted.revision)) return true
  const tagged = await claimingCommit(ref, context).catch(() => undefined)
  return isPackagedInSpan(candidates, { target, ref, published: presence }, tagged)
}

/** A package with this fingerprint was made of one of these commits. */
async function isContentOfSpan(
  candidates: Candidates,
  fingerprint: string,
  likely: ObjectId | undefined,
): Promise<boolean> {
  const isIt = (at: ChartAt | undefined) => at?.chart.fingerprint === fingerprint
  for (const commit of inTurn(candidates, likely)) if (isIt(await atCommit(candidates, commit))) return true
  return likely !== undefined && isIt(await beforeMove(candidates, likely))
}

/** Each content is packaged once. */
async function isPackagedInSpan(candidates: Candidates, held: Held, likely: ObjectId | undefined): Promise<boolean> {
  const { sameContentAt } = candidates.context
  const built = new Set<string>()
  const moved = likely === undefined ? undefined : await beforeMove(candidates, likely)
  if (moved) return sameContentAt(moved, held)
  for (const commit of inTurn(candidates, likely)) {
    const at = await atCommit(candidates, commit)
    const content = at && JSON.stringify([at.chart.fingerprint, at.chart.manifest.appVersion])
    if (at === undefined || content === undefined || built.has(content)) continue
    if (built.size === MAX_BUILT) return false
    built.add(content)
    if (await sameContentAt(at, held)) return true
  }
  return false
}

/** Its tag is on this branch, or stands for what this branch had: tags of squashed commits are normal. */
async function isClaimedHere(candidates: Candidates): Promise<boolean> {
  const { chart, version, span, context } = candidates
  const { path, manifest } = chart
  const commit = await claimingCommit({ name: manifest.name, version }, context)
  const there = commit && (await chartAt({ path, name: manifest.name }, commit, context))
  if (!there || there.chart.manifest.version !== version) return false
  if (span.includes(commit) || (await isContentOfSpan(candidates, there.chart.fingerprint, undefined))) return true
  return (await beforeMove(candidates, commit)) !== undefined
}

function inTurn({ span }: Candidates, likely: ObjectId | undefined): readonly ObjectId[] {
  const first = likely !== undefined && span.includes(likely) ? [likely] : []
  return [...first, ...span.toReversed().slice(0, MAX_READ)]
}

/** The chart at a commit, if that says the version. */
async function atCommit({ chart, version, context }: Candidates, commit: ObjectId): Promise<ChartAt | undefined> {
  const at = await chartAt({ path: chart.path, name: chart.manifest.name }, commit, context)
  return at?.chart.manifest.version === version ? at : undefined
}

/** The chart at a commit of this branch that had it in another folder, where the history of today's folder does not lead. */
async function beforeMove(candidates: Candidates, commit: ObjectId): Promise<ChartAt | undefined> {
  const { chart, head, context } = candidates
  const at = await atCommit(candidates, commit)
  if (!at || at.chart.path === chart.path) return undefined
  return (await reaches(head, commit, context.git)) ? at : undefined
}
