import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import { type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import type { TargetState } from '../../plan/decision/judged-chart.ts'
import { type NamedChart, targetsOf } from '../../plan/plan.ts'
import { type HalfReleaseEvidence, type RecordedRelease, recordedState } from '../../plan/published/half-released.ts'
import { chartFolders } from '../../plan/scope/discover.ts'
import type { CheckedRelease, HalfRelease, HalfReleases, ReleaseRecord } from '../half-release.ts'
import type { Run, Uses } from '../run.ts'
import { type RecordRefs, readRecords } from './records.ts'
import { commitGone, halfReleaseProblem, warningFor } from './words.ts'

/** Recorded releases that targets are asked for at once. */
const CHECKS_AT_ONCE = 32

interface Planned {
  /** The charts of this run. */
  readonly named: readonly NamedChart[]
  readonly decisions: readonly ChartDecision[]
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

/**
 * The half releases among what earlier runs recorded. Versions that the plan publishes anyway are left to it. Costs one
 * request per target of a recorded release, and nothing while there is no record.
 */
export async function findHalfReleases(
  run: Uses<'targets' | 'history' | 'warn' | 'releaseTags', 'git', 'charts' | 'exclude' | 'targets' | 'perChart'>,
  refs: RecordRefs,
  planned: Planned,
): Promise<HalfReleases> {
  const covers = chartFolders(run.settings.charts, run.settings.exclude)
  const records = await readRecords(run, refs)
  run.releaseTags.remember(records.map(({ release }) => release))
  const checked = await mapConcurrent(records, CHECKS_AT_ONCE, (record) => check(run, record, planned))
  const halves = new Map<string, HalfRelease>()
  for (const one of checked) {
    const { name, version, path } = one.release
    const key = `${name} ${version}`
    if (one.state !== 'half' || !covers(path) || halves.has(key) || isPlanned(one, planned.decisions)) continue
    halves.set(key, await withSource(run, one))
  }
  const warnings = checked.flatMap((one) => warningFor(one, { isCovered: covers(one.release.path) }) ?? [])
  return { halves: [...halves.values()], checked, warnings: [...new Set(warnings)] }
}

async function check(
  run: Uses<'targets', never, 'targets' | 'perChart'>,
  record: ReleaseRecord,
  { remoteTags, named }: Planned,
): Promise<CheckedRelease> {
  const { release } = record
  // Everybody who may push can write a record: it is the branch that says where a chart goes.
  const today = named.find(({ name }) => name === release.name) ?? { name: release.name, path: release.path }
  const own = targetsOf(today, run.targets, run.settings)
  const targets = own.filter(({ address }) => release.targets.includes(address))
  const seen = await Promise.all(targets.map((target) => lookFor(target, release)))
  const evidence = seen.map((one) => one.evidence)
  const isWhole = release.targets.every((address) => targets.some((target) => target.address === address))
  const isHalf = recordedState({ evidence, isWhole, isTagGone: false }) === 'half'
  // Tags that can't be read are not gone; claiming the version will need them anyway.
  const tags = isHalf && release.tag !== undefined ? await remoteTags().catch(() => undefined) : undefined
  const isTagGone = tags !== undefined && !tags.has(release.tag ?? '')
  const state = recordedState({ evidence, isWhole, isTagGone })
  return { ...record, today, evidence, sightings: seen.map((one) => one.sighting), state }
}

async function lookFor(target: Target, release: RecordedRelease) {
  const presence = await target.find(release, { signatures: false })
  const base = {
    target: target.address,
    reference: target.reference(release),
    ...(presence.state === 'present' && { digest: presence.digest }),
  }
  const isSame = presence.state === 'present' && presence.fingerprint === release.fingerprint
  const state = presence.state === 'present' ? (isSame ? 'same' : 'other') : presence.state
  const sighting: TargetState = { target, presence, evidence: { ...base, state } }
  const isPartly = state === 'absent' && (await isPartlyShown(target, release))
  const evidence: HalfReleaseEvidence = { ...base, state: isPartly ? 'partly' : state }
  return { sighting, evidence }
}

/** What can't be said is tried: publishing what is public already changes nothing. */
async function isPartlyShown(target: Target, release: RecordedRelease): Promise<boolean> {
  return (await target.isPartlyShown?.(release).catch(() => false)) ?? false
}

function isPlanned(
  { release: { name, version }, evidence }: CheckedRelease,
  decisions: readonly ChartDecision[],
): boolean {
  const isUnclear = evidence.some(({ state }) => state === 'unknown')
  return decisions.some(
    (decision) =>
      decision.chart.manifest.name === name &&
      decision.version === version &&
      // What a target does not say is the plan's own reason to refuse the chart.
      (isReleased(decision) || (isUnclear && decision.action === 'refuse')),
  )
}

async function withSource(run: Uses<'history', 'git'>, checked: CheckedRelease): Promise<HalfRelease> {
  try {
    const { release } = checked
    const known = problemIn(checked)
    if (known) throw known
    if (!(await run.platform.git.ensureCommit(release.commit))) throw commitGone(release)
    // The fingerprint is of git's own content, without what was laid over it.
    const own = await chartAt(run, release, new Map())
    const source = release.overlay.size > 0 ? await chartAt(run, release, release.overlay) : own
    const { name, version } = source.chart.manifest
    const isIt = name === release.name && version === release.version && own.chart.fingerprint === release.fingerprint
    if (!isIt) throw commitGone(release)
    return { ...checked, source }
  } catch (error) {
    return { ...checked, problem: halfReleaseProblem(checked, asReleaseError(error)) }
  }
}

async function chartAt(run: Pick<Run, 'history'>, release: RecordedRelease, overlay: RecordedRelease['overlay']) {
  const sources = await run.history.sourcesAt(release.commit, release.folders, overlay)
  const chart = sources.charts.get(release.path)
  if (!chart) throw sources.problems.get(release.path) ?? commitGone(release)
  return { chart, sources }
}

function problemIn({ sightings, evidence }: CheckedRelease): ReleaseError | undefined {
  const unclear = sightings.flatMap(({ presence }) => (presence.state === 'unknown' ? [presence.why] : []))
  const other = evidence.find(({ state }) => state === 'other')
  if (!other) return unclear[0]
  return new ReleaseError('PUBLISHED_CONTENT_DIFFERS', `${other.reference} has other content.`)
}
