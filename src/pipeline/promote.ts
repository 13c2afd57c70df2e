import { levelsOf } from '../chart/graph.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import type { PublishedArtifact, Target } from '../model/target.ts'
import type { Log } from '../platform/platform.ts'
import { withoutDependents } from './each-chart.ts'
import type { Scene } from './look.ts'
import { type Run, type Step, shortDigest } from './run.ts'
import type { SignedRelease } from './sign.ts'

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
export async function promote(run: Run, scene: Scene, releases: readonly SignedRelease[]): Promise<Promotion> {
  const failed = new Map<string, ReleaseError>()
  const shownOn = new Map<string, readonly string[]>()
  let going: readonly PromotedRelease[] = releases.map((release) => ({ ...release, published: [] }))
  for (const target of run.targets) {
    for (const wave of wavesOf(target, scene, going)) {
      const step = withoutDependents(
        scene.sources.charts,
        await promoteOn(target, going, { wave, log: run.platform.log }),
      )
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
  return { done: going.filter(({ path }) => !lost.has(path)), failed: new Map([...failed, ...lost]), shownOn }
}

/** Folders of charts that may become visible at the same time. */
function wavesOf({ together }: Target, { sources }: Scene, going: readonly PromotedRelease[]) {
  const paths = going.map(({ path }) => path)
  if (together) return [new Set(paths)]
  return levelsOf(sources.charts, paths).map((level) => new Set(level.map(({ path }) => path)))
}

interface Wave {
  readonly wave: ReadonlySet<string>
  readonly log: Log
}

async function promoteOn(
  target: Target,
  going: readonly PromotedRelease[],
  { wave, log }: Wave,
): Promise<Step<PromotedRelease>> {
  const failed = new Map<string, ReleaseError>()
  const artifactOf = (release: PromotedRelease) => release.staged.find((one) => one.target === target)?.artifact
  const here = going.filter((release) => wave.has(release.path) && artifactOf(release) !== undefined)
  if (here.length === 0) return { done: going, failed }
  const results = await target
    .promote(here.flatMap((release) => artifactOf(release) ?? []))
    .catch((error: unknown) => here.map(() => asReleaseError(error)))
  const resultOf = new Map(here.map(({ path }, index) => [path, results[index]]))
  const done = going.flatMap((release) => {
    const result = resultOf.get(release.path)
    if (result === undefined) return [release]
    if (result instanceof ReleaseError) {
      failed.set(release.path, result)
      return []
    }
    log.info(`${result.reference}: ${result.changed ? 'visible now' : 'visible already'}`)
    return [{ ...release, published: [...release.published, result] }]
  })
  return { done, failed }
}

/** Without a claim two runs can both have won; whoever finds a foreign digest at the end says so. */
async function lookAgain(releases: readonly PromotedRelease[]): Promise<ReadonlyMap<string, ReleaseError>> {
  const lost = new Map<string, ReleaseError>()
  for (const { path, staged, published } of releases) {
    for (const [index, artifact] of published.entries()) {
      const there = await staged[index]?.target.find(artifact.ref)
      if (there?.state !== 'present' || there.digest === artifact.digest) continue
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
