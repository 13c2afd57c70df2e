import { ReleaseError } from '../model/errors.ts'
import type { PublishedArtifact } from '../model/target.ts'
import { eachChart } from './each-chart.ts'
import type { Scene } from './look.ts'
import { type Run, type Step, shortDigest } from './run.ts'
import type { SignedRelease } from './sign.ts'
import { CHARTS_AT_ONCE } from './stage.ts'

export interface PromotedRelease extends SignedRelease {
  readonly published: readonly PublishedArtifact[]
}

/** Makes everything visible, target by target in the order given; the only step that a consumer can see. */
export async function promote(
  run: Run,
  scene: Scene,
  releases: readonly SignedRelease[],
): Promise<Step<PromotedRelease>> {
  const failed = new Map<string, ReleaseError>()
  let going: readonly PromotedRelease[] = releases.map((release) => ({ ...release, published: [] }))
  for (const target of run.targets) {
    const step = await eachChart(scene.sources.charts, going, CHARTS_AT_ONCE, async (release) => {
      const staged = release.staged.find((one) => one.target === target)
      if (!staged) return release
      const artifact = await target.promote(staged.artifact)
      run.platform.log.info(`${artifact.reference}: ${artifact.changed ? 'visible now' : 'visible already'}`)
      return { ...release, published: [...release.published, artifact] }
    })
    for (const [path, error] of step.failed) failed.set(path, error)
    going = step.done
  }
  const lost = run.settings.tagTemplate.value === '' ? await lookAgain(going) : new Map<string, ReleaseError>()
  return { done: going.filter(({ path }) => !lost.has(path)), failed: new Map([...failed, ...lost]) }
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
