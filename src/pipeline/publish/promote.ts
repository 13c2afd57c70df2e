import { levelsOf } from '../../chart/source/graph.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { shortDigest } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { PublishedArtifact, StagedArtifact, Target } from '../../model/target.ts'
import { withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../plan/plan-step.ts'
import type { Run, Step } from '../run.ts'
import type { SignedRelease } from './sign.ts'

/** Charts that become visible at the same time where each does so by itself. */
const CHARTS_AT_ONCE = 8

export interface PromotedRelease extends SignedRelease {
  readonly published: readonly PublishedArtifact[]
}

export interface Promotion extends Step<PromotedRelease> {
  /** Addresses of targets that show a release which failed on a later one, by chart folder. */
  readonly shownOn: ReadonlyMap<string, readonly string[]>
}

/**
 * Makes everything visible, target by target in the order given; the only step that a consumer can see. What others depend
 * on comes before them, and what fails to come stops them.
 */
export async function promote(
  run: Run,
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
): Promise<Promotion> {
  const failed = new Map<string, ReleaseError>()
  const shownOn = new Map<string, readonly string[]>()
  let going: readonly PromotedRelease[] = releases.map((release) => ({ ...release, published: [] }))
  for (const target of run.targets) {
    for (const wave of wavesOf(target, plannedRun, going)) {
      const step = withoutDependents(plannedRun.sources.charts, await promoteOn(target, going, { wave, run }))
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
  const lost = run.settings.tagTemplate.value === '' ? await lookAgain(going) : new Map<string, ReleaseError>()
  for (const [path, { code }] of lost) if (code === 'TAG_OVERWRITTEN') run.progress.promoted.delete(path)
  return { done: going.filter(({ path }) => !lost.has(path)), failed: new Map([...failed, ...lost]), shownOn }
}

/** Folders of charts that may become visible at the same time. */
function wavesOf({ together }: Target, { sources }: PlannedRun, going: readonly PromotedRelease[]) {
  const paths = going.map(({ path }) => path)
  if (together) return [new Set(paths)]
  return levelsOf(sources.charts, paths).map((level) => new Set(level.map(({ path }) => path)))
}

interface Wave {
  readonly wave: ReadonlySet<string>
  readonly run: Run
}

async function promoteOn(
  target: Target,
  going: readonly PromotedRelease[],
  { wave, run }: Wave,
): Promise<Step<PromotedRelease>> {
  const here = going.filter((release) => wave.has(release.path) && artifactOn(target, release) !== undefined)
  // One by one where that can be, so that it is known of each what consumers see while others are still under way.
  const groups = target.together ? [here] : here.map((release) => [release])
  const results = new Map((await mapConcurrent(groups, CHARTS_AT_ONCE, (group) => show(run, target, group))).flat())
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

type Shown = readonly [path: string, result: PromotedRelease | ReleaseError]

async function show(run: Run, target: Target, releases: readonly PromotedRelease[]): Promise<readonly Shown[]> {
  if (releases.length === 0) return []
  const results = await target
    .promote(releases.flatMap((release) => artifactOn(target, release) ?? []))
    .catch((error: unknown) => releases.map(() => asReleaseError(error)))
  return releases.map((release, index): Shown => {
    const result = results[index]
    if (!result || result instanceof ReleaseError) return [release.path, result ?? unanswered(target, release)]
    run.platform.log.info(`${result.reference}: ${result.changed ? 'visible now' : 'visible already'}`)
    const promoted = { ...release, published: [...release.published, result] }
    run.progress.promoted.set(release.path, promoted)
    return [release.path, promoted]
  })
}

function unanswered({ address }: Target, { path }: PromotedRelease): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `${address} does not say what became of ${path}.`)
}

/** Without a claim two runs can both have won; whoever finds a foreign digest at the end says so. */
async function lookAgain(releases: readonly PromotedRelease[]): Promise<ReadonlyMap<string, ReleaseError>> {
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
