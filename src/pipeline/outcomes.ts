import type { ReleaseError } from '../model/errors.ts'
import type { ChartOutcome, ReleasedReference } from '../model/report.ts'
import { appVersionOf, type Intent, isReleased } from '../plan/intent.ts'
import type { Scene } from './look.ts'
import type { PromotedRelease } from './promote.ts'
import type { Proposal } from './propose.ts'
import { notesOf } from './release-notes.ts'

export interface Ended {
  readonly promoted: readonly PromotedRelease[]
  readonly failed: ReadonlyMap<string, ReleaseError>
  /** Why charts that were to be released were not touched. */
  readonly skipped?: string
  readonly proposal?: Proposal
}

/** What became of every chart of the run, in path order. */
export function outcomes(
  scene: Scene,
  signed: boolean,
  { promoted, failed, skipped, proposal }: Ended,
): readonly ChartOutcome[] {
  const released = new Map(promoted.map((release) => [release.path, release]))
  const charts = scene.intents.map((intent) =>
    outcome(intent, { release: released.get(intent.chart.path), failed, skipped, signed, proposal }),
  )
  const unreadable = scene.plan.charts.filter((chart) => scene.unreadable.some(({ path }) => path === chart.path))
  const broken = unreadable.map(({ name, path, version, reason }): ChartOutcome => {
    const problem = scene.unreadable.find((one) => one.path === path)?.problem
    return { name, path, version, reason, result: 'failed', references: [], signed: false, ...(problem && { problem }) }
  })
  return [...charts, ...broken].sort((a, b) => (a.path < b.path ? -1 : 1))
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
    ...(version !== chart.manifest.version && { previousVersion: chart.manifest.version }),
    ...(appVersion !== undefined && { appVersion }),
    reason: intent.reason,
  }
  // Half released: what consumers can see already is named.
  const visible = fate.release ? releasedAs(fate.release).references : []
  if (problem) return { ...base, result: 'failed', references: visible, signed: false, problem }
  const notes = notesOf(intent)
  if (fate.release) return { ...base, ...releasedAs(fate.release), signed: fate.signed, notes }
  if (fate.proposal?.paths.has(chart.path)) {
    const reason = `${intent.reason}; proposed in ${fate.proposal.pull.url}`
    return { ...base, reason, result: 'planned', references: [], signed: false, notes }
  }
  if (isReleased(intent))
    return { ...base, reason: fate.skipped ?? intent.reason, result: 'skipped', references: [], signed: false }
  return { ...base, result: 'unchanged', references: [], signed: fate.signed && intent.sightings.every(isSigned) }
}

function isSigned({ presence }: Intent['sightings'][number]): boolean {
  return presence.state === 'present' && presence.signed === 'some'
}

function releasedAs(release: PromotedRelease): Pick<ChartOutcome, 'result' | 'references' | 'archiveDigest'> {
  const references = release.published.map(
    ({ reference, repository, digest, signedIndex }, index): ReleasedReference => {
      const isArchive = release.staged[index]?.target.signs === 'archive'
      return {
        reference,
        ...(isArchive
          ? { repository, ...(signedIndex !== undefined && { signedIndex }) }
          : { pinned: `${repository}@${digest}` }),
        digest,
        ...(release.packaged.provenance && { hasProvenance: true }),
      }
    },
  )
  const result = release.intent.action === 'complete' ? 'completed' : 'released'
  return { result, references, archiveDigest: release.packaged.digest }
}
