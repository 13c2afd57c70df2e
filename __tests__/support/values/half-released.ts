import type { Target } from '../../../src/model/target.ts'
import type { HalfRelease } from '../../../src/pipeline/half-release.ts'
import { createHistory } from '../../../src/pipeline/history.ts'
import type { TargetState } from '../../../src/plan/decision/judged-chart.ts'
import type { RecordedRelease } from '../../../src/plan/published/half-released.ts'
import type { Git } from '../../../src/ports/git.ts'

/** What an earlier run wrote down of a chart of this commit before it promoted it to these targets. */
export async function recordedAt(
  git: Git,
  commit: string,
  targets: readonly Target[],
  changes: Partial<RecordedRelease> = {},
): Promise<RecordedRelease> {
  const path = changes.path ?? 'charts/app'
  const { charts } = await createHistory(git, [], { targets: [], perChart: {} }).sourcesAt(commit, [path])
  const chart = charts.get(path)
  if (!chart) throw new Error(`there is no chart in ${path} of the test`)
  return {
    ...{ name: chart.manifest.name, version: chart.manifest.version, path, folders: [path], commit },
    ...{ fingerprint: chart.fingerprint, targets: targets.map(({ address }) => address), overlay: new Map() },
    ...changes,
  }
}

/** A half release as it is found: `on` has what each of its targets holds. */
export async function aHalfRelease(
  git: Git,
  release: RecordedRelease,
  on: readonly TargetState[],
): Promise<HalfRelease> {
  const sources = await createHistory(git, [], { targets: [], perChart: {} }).sourcesAt(release.commit, release.folders)
  const chart = sources.charts.get(release.path)
  return {
    ref: `refs/release-charts/unfinished/${release.name}-${release.version}-${'0'.repeat(16)}`,
    ...{ release, writtenAt: new Date(0), state: 'half', sightings: on },
    today: { name: release.name, path: release.path },
    evidence: on.map(({ evidence: { target, reference }, presence }) => {
      return { target, reference, state: presence.state === 'present' ? 'same' : 'absent' }
    }),
    ...(chart && { source: { chart, sources } }),
  }
}

/** What a target says of a version when it is asked. */
export async function seenOn(target: Target, release: RecordedRelease): Promise<TargetState> {
  const presence = await target.find(release)
  const state = presence.state === 'present' ? 'same' : presence.state
  return { target, presence, evidence: { target: target.address, reference: target.reference(release), state } }
}
