import { dependentsOf, levelsOf } from '../../chart/source/graph.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { shortDigest } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { PublishedArtifact, StagedArtifact, Target } from '../../model/target.ts'
import { settingsOf } from '../../plan/plan.ts'
import { type PromotedRelease, placeOf, type SignedRelease } from '../chart-release.ts'
import { withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Step, Uses } from '../run.ts'

/** Charts that become visible at the same time, on targets where each is written by itself. */
const CHARTS_AT_ONCE = 24

/** Releases that consumers can see on some of their targets, by chart folder; kept up to date while promotion goes on. */
export type VisibleReleases = Map<string, PromotedRelease>

export interface Promotion extends Step<PromotedRelease> {
  /** Addresses of targets that show a release which failed on a later one, by chart folder. */
  readonly shownOn: ReadonlyMap<string, readonly string[]>
}

/**
 * Makes everything visible, target by target in the order given; the only step that a consumer can see. Dependencies
 * are promoted before their dependents; if one fails, its dependents are not promoted.
 */
export async function promote(
  run: Uses<'targets', 'log', 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
  visible: VisibleReleases,
): Promise<Promotion> {
  const failed = new Map<string, ReleaseError>()
  const shownOn = new Map<string, readonly string[]>()
  let going: readonly PromotedRelease[] = releases.map((release) => ({ ...release, published: [] }))
  // A chart that waits for one on a later target is left to the next round.
  for (let left = Infinity; openPlaces(going) < left && openPlaces(going) > 0; ) {
    left = openPlaces(going)
    for (const target of run.targets) {
      for (const wave of wavesOf(target, plannedRun, going)) {
        const ready = readyFor(target, plannedRun, going, wave)
        const shown = await promoteOn(target, going, { wave: ready, run, visible })
        const step = withoutDependents(plannedRun.sources.charts, shown)
        for (const [path, error] of step.failed) {
          failed.set(path, error)
          const { published = [], staged = [] } = going.find((release) => release.path === path) ?? {}
          shownOn.set(
            path,
            staged.slice(0, published.length).map((one) => one.target.address),
          )
        }
        going = step.done
      }
    }
  }
  const lost = await overwrittenVersions(going.filter((release) => !isClaimed(run, release)))
  for (const [path, { code }] of lost) if (code === 'TAG_OVERWRITTEN') visible.delete(path)
  return { done: going.filter(({ path }) => !lost.has(path)), failed: new Map([...failed, ...lost]), shownOn }
}

function isClaimed({ settings }: Uses<never, never, 'tagTemplate' | 'perChart'>, release: PromotedRelease): boolean {
  return settingsOf(placeOf(release), settings).tagTemplate !== ''
}

function openPlaces(going: readonly PromotedRelease[]): number {
  return going.reduce((sum, { staged, published }) => sum + staged.length - published.length, 0)
}

/**
 * Of a wave, those whose next target this is and whose dependencies are to be seen somewhere, or become so with them. With
 * the same targets for all charts that is every one.
 */
function readyFor(
  target: Target,
  { sources }: PlannedRun,
  going: readonly PromotedRelease[],
  wave: ReadonlySet<string>,
): ReadonlySet<string> {
  const here = going.filter(
    ({ path, staged, published }) => wave.has(path) && staged[published.length]?.target === target,
  )
  const unseen = new Set(going.flatMap(({ path, published }) => (published.length === 0 ? [path] : [])))
  for (const { path } of here) unseen.delete(path)
  const waiting = dependentsOf(sources.charts, unseen)
  return new Set(here.flatMap(({ path }) => (waiting.has(path) ? [] : [path])))
}

/** Folders of charts that may become visible at the same time. */
function wavesOf({ together }: Target, { sources }: PlannedRun, going: readonly PromotedRelease[]) {
  const paths = going.map(({ path }) => path)
  if (together) return [new Set(paths)]
  return levelsOf(sources.charts, paths).map((level) => new Set(level.map(({ path }) => path)))
}

interface Wave {
  readonly wave: ReadonlySet<string>
  readonly run: Uses<never, 'log'>
  readonly visible: VisibleReleases
}

async function promoteOn(
  target: Target,
  going: readonly PromotedRelease[],
  { wave, run, visible }: Wave,
): Promise<Step<PromotedRelease>> {
  const here = going.filter((release) => wave.has(release.path) && artifactOn(target, release) !== undefined)
  // One by one if the target allows it, so that a run that ends early knows of each chart what consumers see.
  const groups = target.together ? [here] : here.map((release) => [release])
  const results = new Map(
    (await mapConcurrent(groups, CHARTS_AT_ONCE, (group) => show(target, group, { run, visible }))).flat(),
  )
  const failed = new Map<string, ReleaseError>()
  const done = going.flatMap((release) => {
    const result = results.get(release.path) ?? release
    if (!(result instanceof ReleaseError)) return [result]
    failed.set(release.path, result)
    return []
  })
  return { done, failed }
}

function artifactOn(target: Target, { staged }: PromotedRelease): StagedArtifact | undefined {
  return staged.find((one) => one.target === target)?.artifact
}

type ShownChart = readonly [path: string, result: PromotedRelease | ReleaseError]

async function show(
  target: Target,
  releases: readonly PromotedRelease[],
  { run, visible }: Omit<Wave, 'wave'>,
): Promise<readonly ShownChart[]> {
  if (releases.length === 0) return []
  const results = await target
    .promote(releases.flatMap((release) => artifactOn(target, release) ?? []))
    .catch((error: unknown) => releases.map(() => asReleaseError(error)))
  return releases.map((release, index): ShownChart => {
    const result = results[index]
    if (!result || result instanceof ReleaseError) return [release.path, result ?? unanswered(target, release)]
    run.platform.log.info(`${result.reference}: ${result.changed ? 'visible now' : 'visible already'}`)
    const promoted = { ...release, published: [...release.published, result] }
    visible.set(release.path, promoted)
    return [release.path, promoted]
  })
}

function unanswered({ address }: Target, { path }: PromotedRelease): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${address} does not say what became of ${path}.`)
}

/** Without a claim, two runs can both have won: the one that finds another digest at the end reports it. */
async function overwrittenVersions(releases: readonly PromotedRelease[]): Promise<ReadonlyMap<string, ReleaseError>> {
  const lost = new Map<string, ReleaseError>()
  for (const { path, staged, published } of releases) {
    for (const [index, artifact] of published.entries()) {
      const there = await staged[index]?.target.find(artifact.ref).catch(asReleaseError)
      if (there instanceof ReleaseError) lost.set(path, there)
      else if (there?.state === 'present' && there.digest !== artifact.digest)
        lost.set(path, overwritten(artifact, there.digest))
    }
  }
  return lost
}

function overwritten({ reference, digest }: PublishedArtifact, found: PublishedArtifact['digest']): ReleaseError {
  return new ReleaseError(
    'TAG_OVERWRITTEN',
    `${reference} was published as ${shortDigest(digest)} and now is ${shortDigest(found)}.`,
    {
      hint: 'Another run published the same version at the same time. Set `tag-template`, so that a git tag decides who does.',
    },
  )
}
