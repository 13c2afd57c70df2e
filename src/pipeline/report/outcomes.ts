import { ReleaseError } from '../../model/errors.ts'
import type { ChartOutcome, ReleasedReference } from '../../model/report.ts'
import { appVersionOf, type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import { type NamedChart, named } from '../../plan/plan.ts'
import { notesOf } from '../bump/release-notes.ts'
import type { PromotedRelease } from '../chart-release.ts'
import { resultOf } from '../chart-release.ts'
import type { Completions, HalfRelease } from '../half-release.ts'
import { halfReleaseOutcome } from '../half-released/half-release-report.ts'
import type { PlannedRun } from '../planned-run.ts'
import { byPath } from '../planned-run.ts'
import type { Proposal } from '../proposal/proposal.ts'

export interface RunResults {
  readonly promoted: readonly PromotedRelease[]
  readonly failed: ReadonlyMap<string, ReleaseError>
  /** Why charts that were to be released were not touched. */
  readonly skipped?: string
  readonly proposals?: readonly Proposal[]
  /** The same for those that wait for a pull request, by folder. */
  readonly waits?: ReadonlyMap<string, string>
  readonly completions?: Completions
}

/** What became of every chart of the run, in path order; of two versions of one chart the older comes first. */
export function outcomes(
  plannedRun: PlannedRun,
  isSigned: (chart: NamedChart) => boolean,
  results: RunResults,
): readonly ChartOutcome[] {
  const { promoted, completions = new Map() } = results
  const released = new Map(promoted.map((release) => [release.path, release]))
  return [
    ...plannedRun.halfReleases.halves.map((half) =>
      halfReleaseResult(half, completions.get(half), isSigned(half.today)),
    ),
    ...plannedRun.decisions.map((decision) =>
      decidedOutcome(decision, {
        ...results,
        release: released.get(decision.chart.path),
        signed: isSigned(named(decision.chart)),
      }),
    ),
    ...unreadableOutcomes(plannedRun),
  ].sort(byPath)
}

/** What the run knows about one chart, apart from its decision. */
interface OutcomeFacts extends Pick<RunResults, 'failed' | 'skipped' | 'proposals' | 'waits'> {
  readonly release: PromotedRelease | undefined
  readonly signed: boolean
}

const NOTHING_PUBLISHED = { references: [], signed: false } as const

function decidedOutcome(decision: ChartDecision, facts: OutcomeFacts): ChartOutcome {
  const { release, failed, skipped, proposals = [], waits, signed } = facts
  const { chart, reason } = decision
  const base = baseOf(decision)
  const problem = decision.problem ?? failed.get(chart.path)
  if (problem) {
    // Of a half release, what consumers can see already is named.
    const references = release ? publishedAs(release).references : []
    return { ...base, result: 'failed', references, signed: false, problem }
  }
  const notes = notesOf(decision)
  if (release) {
    const published = publishedAs(release)
    return { ...base, ...published, signed, ...(published.result !== 'unchanged' && { notes }) }
  }
  const proposal = proposals.find(({ paths }) => paths.has(chart.path))
  if (proposal) {
    const proposed = `${reason}; proposed in ${proposal.pull.url}`
    return { ...base, reason: proposed, result: 'planned', ...NOTHING_PUBLISHED, notes }
  }
  if (isReleased(decision))
    return { ...base, reason: waits?.get(chart.path) ?? skipped ?? reason, result: 'skipped', ...NOTHING_PUBLISHED }
  if (decision.action === 'wait') return { ...base, result: 'waiting', ...NOTHING_PUBLISHED }
  return { ...base, result: 'unchanged', references: [], signed: signed && decision.sightings.every(hasSignature) }
}

function baseOf(decision: ChartDecision) {
  const { chart, version, reason } = decision
  const appVersion = appVersionOf(decision)
  return {
    name: chart.manifest.name,
    path: chart.path,
    version,
    ...previousVersion(decision),
    ...(appVersion !== undefined && { appVersion }),
    reason,
  }
}

/** Charts of the plan that could not even be read. */
function unreadableOutcomes({ plan, unreadable }: PlannedRun): readonly ChartOutcome[] {
  const problems = new Map(unreadable.map(({ path, problem }) => [path, problem]))
  return plan.charts.flatMap(({ name, path, version, reason }): readonly ChartOutcome[] => {
    const problem = problems.get(path)
    if (version !== '' || problem === undefined) return []
    return [{ name, path, version, reason, result: 'failed', ...NOTHING_PUBLISHED, problem }]
  })
}

function halfReleaseResult(
  half: HalfRelease,
  completion: PromotedRelease | ReleaseError | undefined,
  signed: boolean,
): ChartOutcome {
  const end = completion ?? half.problem
  if (end === undefined) return halfReleaseOutcome(half, { result: 'skipped', ...NOTHING_PUBLISHED })
  if (end instanceof ReleaseError) {
    return { ...halfReleaseOutcome(half, { result: 'failed', ...NOTHING_PUBLISHED }), problem: end }
  }
  return halfReleaseOutcome(half, { ...publishedAs(end), signed })
}

/** Git names only the new version once a proposal is merged, so the decision remembers the one before it. */
function previousVersion({
  version,
  previous,
  chart: { manifest },
}: ChartDecision): Pick<ChartOutcome, 'previousVersion'> {
  const before = previous ?? manifest.version
  return before === version ? {} : { previousVersion: before }
}

function hasSignature({ presence }: ChartDecision['sightings'][number]): boolean {
  return presence.state === 'present' && presence.signed === 'some'
}

function publishedAs(release: PromotedRelease): Pick<ChartOutcome, 'result' | 'references' | 'archiveDigest'> {
  const references = release.published.map(
    ({ reference, repository, digest, signedIndex, changed }, index): ReleasedReference => {
      const { target } = release.staged[index] ?? {}
      const isArchive = target?.signs === 'archive'
      return {
        reference,
        ...(isArchive
          ? {
              repository,
              ...(signedIndex !== undefined && { signedIndex }),
              ...(target?.url === undefined && { isUnlisted: true }),
            }
          : { pinned: `${repository}@${digest}` }),
        digest,
        ...(release.staged[index]?.isListed && (changed ? { wasRestored: true } : { wasThere: true })),
        ...(release.packaged.provenance && { hasProvenance: true }),
        ...(release.staged[index]?.isAttested && {
          buildProvenance: release.attestation?.isWithGitHub ? 'github' : 'beside',
        }),
      }
    },
  )
  return { result: resultOf(release), references, archiveDigest: release.packaged.digest }
}
