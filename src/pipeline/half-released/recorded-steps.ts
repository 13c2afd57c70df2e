import { levelsOf } from '../../chart/source/graph.ts'
import { tagOf } from '../../model/git/tag-template.ts'
import { settingsOf } from '../../plan/plan.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'
import type { Written } from '../bump/write-bump.ts'
import { type PromotedRelease, placeOf, type SignedRelease } from '../chart-release.ts'
import type { ReleaseRecord } from '../half-release.ts'
import type { ReadyReleases } from '../package/bump-and-package.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { claim } from '../publish/claim.ts'
import { promote, type VisibleReleases } from '../publish/promote.ts'
import type { Step, Uses } from '../run.ts'
import { canBeHalfReleased, writeRecords } from './records.ts'
import { leftHalf } from './words.ts'

type Recording = Parameters<typeof writeRecords>[0] & Uses<never, never, 'tagTemplate' | 'perChart'>

/** Writes down what is about to be published, so that another run can finish it, and then claims each version. */
export async function recordAndClaim(
  run: Recording & Parameters<typeof claim>[0],
  { plannedRun, written }: Pick<ReadyReleases, 'plannedRun' | 'written'>,
  releases: readonly SignedRelease[],
  progress: Pick<Progress, 'recorded'>,
): Promise<Step<SignedRelease>> {
  progress.recorded = await recordReleases(run, written, releases)
  return claim(run, plannedRun, releases)
}

async function recordReleases(
  run: Recording,
  written: Written,
  releases: readonly SignedRelease[],
): Promise<readonly ReleaseRecord[]> {
  const open = releases.filter(
    ({ staged }) => canBeHalfReleased(staged.map(({ target }) => target)) && staged.some(({ published }) => !published),
  )
  return open.length === 0
    ? []
    : writeRecords(
        run,
        open.map((release) => recordOf(run, written, release)),
      )
}

function recordOf(run: Recording, written: Written, release: SignedRelease): RecordedRelease {
  const { path, packaged, staged } = release
  const { name, version, revision, fingerprint } = packaged
  const below = levelsOf(written.sources.charts, [path]).flatMap((level) => level.map((chart) => chart.path))
  const tag = tagOf(settingsOf(placeOf(release), run.settings).tagTemplate, packaged)
  return {
    ...{ name, version, path: packaged.path, folders: [...new Set([packaged.path, ...below])] },
    ...{ commit: revision, fingerprint, overlay: written.overlay },
    ...(tag !== undefined && { tag }),
    targets: staged.map(({ target }) => target.address),
  }
}

/** Promotes the releases of this run; the error of one that only some targets show says so, and keeps its code. */
export async function promoteReleases(
  run: Parameters<typeof promote>[0],
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
  visible: VisibleReleases,
): Promise<Step<PromotedRelease>> {
  const { done, failed, shownOn } = await promote(run, plannedRun, releases, visible)
  const told = [...failed].map(([path, error]) => {
    const release = releases.find((one) => one.path === path)
    const on = shownOn.get(path) ?? []
    return [path, release && on.length > 0 ? leftHalf(release, on, error) : error] as const
  })
  return { done, failed: new Map(told) }
}
