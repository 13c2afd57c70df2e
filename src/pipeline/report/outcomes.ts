import { ReleaseError } from '../../model/errors.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome, ReleasedReference } from '../../model/report.ts'
import { appVersionOf, type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import { notesOf } from '../bump/release-notes.ts'
import type { PromotedRelease } from '../chart-release.ts'
import { resultOf } from '../chart-release.ts'
import type { Completions } from '../half-release.ts'
import { halfReleaseOutcome } from '../half-released/half-release-report.ts'
import type { PlannedRun } from '../planned-run.ts'
import { byPath } from '../planned-run.ts'
import type { Proposal } from '../proposal/proposal.ts'

export interface RunResults {
  readonly promoted: readonly PromotedRelease[]
  readonly failed: ReadonlyMap<string, ReleaseError>
  /** Why charts that were to be released were not touched. */
  readonly skipped?: string
  readonly proposal?: Proposal
  readonly completions?: Completions
}

/** What became of every chart of the run, in path order. */
export function outcomes(
  plannedRun: PlannedRun,
  signed: boolean,
  { promoted, failed, skipped, proposal, completions = new Map() }: RunResults,
): readonly ChartOutcome[] {
  const released = new Map(promoted.map((release) => [release.path, release]))
  const charts = plannedRun.decisions.map((decision) =>
    outcome(decision, { release: released.get(decision.chart.path), failed, skipped, signed, proposal }),
  )
  const isUnreadable = (chart: PlannedChart) => plannedRun.unreadable.some(({ path }) => path === chart.path)
  const broken = plannedRun.plan.charts
    .filter((chart) => chart.version === '' && isUnreadable(chart))
    .map(({ name, path, version, reason }): ChartOutcome => {
      const problem = plannedRun.unreadable.find((one) => one.path === path)?.problem
      return {
        name,
        path,
        version,
        reason,
        result: 'failed',
        references: [],
        signed: false,
        ...(problem && { problem }),
      }
    })
  const halves = plannedRun.halfReleases.halves.map((half): ChartOutcome => {
    const end = completions.get(half) ?? half.problem
    const none = { references: [], signed: false }
    if (end === undefined) return halfReleaseOutcome(half, { result: 'skipped', ...none })
    if (end instanceof ReleaseError) return { ...halfReleaseOutcome(half, { result: 'failed', ...none }), problem: end }
    return halfReleaseOutcome(half, { ...releasedAs(end), signed })
  })
  // The older version of a chart comes first.
  return [...halves, ...charts, ...broken].sort(byPath)
}

interface Fate {
  readonly release: PromotedRelease | undefined
  readonly failed: ReadonlyMap<string, ReleaseError>
  readonly skipped: string | undefined
  readonly signed: boolean
  readonly proposal: Proposal | undefined
}

function outcome(decision: ChartDecision, fate: Fate): ChartOutcome {
  const { chart, version } = decision
  const appVersion = appVersionOf(decision)
  const problem = decision.problem ?? fate.failed.get(chart.path)
  const base = {
    name: chart.manifest.name,
    path: chart.path,
    version,
    ...previousVersion(decision),
    ...(appVersion !== undefined && { appVersion }),
    reason: decision.reason,
  }
  // Half released: what consumers can see already is named.
  const visible = fate.release ? releasedAs(fate.release).references : []
  if (problem) return { ...base, result: 'failed', references: visible, signed: false, problem }
  const notes = notesOf(decision)
  if (fate.release) {
    const released = releasedAs(fate.release)
    return { ...base, ...released, signed: fate.signed, ...(released.result !== 'unchanged' && { notes }) }
  }
  if (fate.proposal?.paths.has(chart.path)) {
    const reason = `${decision.reason}; proposed in ${fate.proposal.pull.url}`
    return { ...base, reason, result: 'planned', references: [], signed: false, notes }
  }
  if (isReleased(decision))
    return { ...base, reason: fate.skipped ?? decision.reason, result: 'skipped', references: [], signed: false }
  return { ...base, result: 'unchanged', references: [], signed: fate.signed && decision.sightings.every(isSigned) }
}

/** After a merged proposal git says the new version alone. */
function previousVersion({
  version,
  previous,
  chart: { manifest },
}: ChartDecision): Pick<ChartOutcome, 'previousVersion'> {
  const before = previous ?? manifest.version
  return before === version ? {} : { previousVersion: before }
}

function isSigned({ presence }: ChartDecision['sightings'][number]): boolean {
  return presence.state === 'present' && presence.signed === 'some'
}

function releasedAs(release: PromotedRelease): Pick<ChartOutcome, 'result' | 'references' | 'archiveDigest'> {
  const references = release.published.map(
    ({ reference, repository, digest, signedIndex, changed }, index): ReleasedReference => {
      const isArchive = release.staged[index]?.target.signs === 'archive'
      return {
        reference,
        ...(isArchive
          ? { repository, ...(signedIndex !== undefined && { signedIndex }) }
          : { pinned: `${repository}@${digest}` }),
        digest,
        ...(release.staged[index]?.isListed && (changed ? { wasRestored: true } : { wasThere: true })),
        ...(release.packaged.provenance && { hasProvenance: true }),
      }
    },
  )
  return { result: resultOf(release), references, archiveDigest: release.packaged.digest }
}
