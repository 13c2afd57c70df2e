import { ReleaseError } from '../../model/errors.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome, ChartResult, ReleasedReference } from '../../model/report.ts'
import { appVersionOf, type Intent, isReleased } from '../../plan/decision/decision.ts'
import type { Proposal } from '../bump/pull-request.ts'
import { notesOf } from '../bump/release-notes.ts'
import type { Completions } from '../half-released/complete.ts'
import { halfReleaseOutcome } from '../half-released/half-release-report.ts'
import { byPath } from '../plan/by-path.ts'
import type { Scene } from '../plan/plan-step.ts'
import type { PromotedRelease } from '../publish/promote.ts'

export interface Ended {
  readonly promoted: readonly PromotedRelease[]
  readonly failed: ReadonlyMap<string, ReleaseError>
  /** Why charts that were to be released were not touched. */
  readonly skipped?: string
  readonly proposal?: Proposal
  readonly completions?: Completions
}

/** What became of every chart of the run, in path order. */
export function outcomes(
  scene: Scene,
  signed: boolean,
  { promoted, failed, skipped, proposal, completions = new Map() }: Ended,
): readonly ChartOutcome[] {
  const released = new Map(promoted.map((release) => [release.path, release]))
  const charts = scene.intents.map((intent) =>
    outcome(intent, { release: released.get(intent.chart.path), failed, skipped, signed, proposal }),
  )
  const isUnreadable = (chart: PlannedChart) => scene.unreadable.some(({ path }) => path === chart.path)
  const broken = scene.plan.charts
    .filter((chart) => chart.version === '' && isUnreadable(chart))
    .map(({ name, path, version, reason }): ChartOutcome => {
      const problem = scene.unreadable.find((one) => one.path === path)?.problem
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
  const halves = scene.halfReleases.halves.map((half): ChartOutcome => {
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

function outcome(intent: Intent, fate: Fate): ChartOutcome {
  const { chart, version } = intent
  const appVersion = appVersionOf(intent)
  const problem = intent.problem ?? fate.failed.get(chart.path)
  const base = {
    name: chart.manifest.name,
    path: chart.path,
    version,
    ...previousVersion(intent),
    ...(appVersion !== undefined && { appVersion }),
    reason: intent.reason,
  }
  // Half released: what consumers can see already is named.
  const visible = fate.release ? releasedAs(fate.release).references : []
  if (problem) return { ...base, result: 'failed', references: visible, signed: false, problem }
  const notes = notesOf(intent)
  if (fate.release) {
    const released = releasedAs(fate.release)
    return { ...base, ...released, signed: fate.signed, ...(released.result !== 'unchanged' && { notes }) }
  }
  if (fate.proposal?.paths.has(chart.path)) {
    const reason = `${intent.reason}; proposed in ${fate.proposal.pull.url}`
    return { ...base, reason, result: 'planned', references: [], signed: false, notes }
  }
  if (isReleased(intent))
    return { ...base, reason: fate.skipped ?? intent.reason, result: 'skipped', references: [], signed: false }
  return { ...base, result: 'unchanged', references: [], signed: fate.signed && intent.sightings.every(isSigned) }
}

/** After a merged proposal git says the new version alone. */
function previousVersion({ version, previous, chart: { manifest } }: Intent): Pick<ChartOutcome, 'previousVersion'> {
  const before = previous ?? manifest.version
  return before === version ? {} : { previousVersion: before }
}

function isSigned({ presence }: Intent['sightings'][number]): boolean {
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

/**
 * By what this run did, not by what it set out to do: another run may have published the version, or signed it, before. Of
 * runs that publish it side by side each says so, for only the registry knows whose write came first.
 */
export function resultOf({ intent, staged, published }: PromotedRelease): ChartResult {
  const isShown = published.some(({ changed }, index) => changed || !staged[index]?.isListed)
  if (isShown && intent.action !== 'complete') return 'released'
  const isCompleted = staged.some((one) => one.signatures !== undefined || one.wasTidied || one.wasAdopted)
  return isShown || isCompleted ? 'completed' : 'unchanged'
}
