import type { PackagedChart } from '../model/chart.ts'
import type { ChartResult } from '../model/report.ts'
import type { Attestation, SignatureSet, Subject } from '../model/signature.ts'
import type { PublishedArtifact, StagedArtifact, Target } from '../model/target.ts'
import type { ChartDecision } from '../plan/decision/decision.ts'
import type { NamedChart } from '../plan/plan.ts'

// A chart's release, from package to promotion: each step takes one kind and returns the next.

/** A chart with the archive that every target gets. */
export interface PackagedRelease {
  /** The chart's folder on the branch, which identifies it in every step. */
  readonly path: string
  /** The chart that the branch has now, of a version that was packaged from another folder. */
  readonly today?: NamedChart
  readonly decision: ChartDecision
  readonly packaged: PackagedChart
}

/** A chart on one target, uploaded or found there, and not necessarily visible. */
export interface StagedOn {
  readonly target: Target
  readonly artifact: StagedArtifact
  /** The part of it that is signed. */
  readonly subject: Subject
  /** It was published before this run: only its signatures may be missing. */
  readonly published: boolean
  /** The target lists this version, whether or not its archive is still there: no run can publish other content for it. */
  readonly isListed: boolean
}

export interface StagedRelease extends PackagedRelease {
  readonly staged: readonly StagedOn[]
  /** The archive is one that a target held, with the same files as what this run packaged, and other bytes. */
  readonly isCopied?: true
}

export interface SignedOn extends StagedOn {
  /** Made by this run; absent if complete signatures of ours were there, or with `sign: none`. */
  readonly signatures?: SignatureSet
  /** The attestation that this run stored there. */
  readonly attestation?: Attestation
  /** The attestation of the release is stored there, by this run or by one that died. */
  readonly isAttested?: true
  /** The list of signatures named some that are gone, and this run removed those entries. */
  readonly wasTidied?: true
  /** This run recorded that the package of another tool has the content that git has. */
  readonly wasAdopted?: true
}

export interface SignedRelease extends StagedRelease {
  readonly staged: readonly SignedOn[]
  /** How the package was built, as targets have it; made by this run, or by one that died. */
  readonly attestation?: Attestation & { readonly isNew: boolean; readonly isWithGitHub?: true }
}

/** `published` has one entry per target that shows it, in the order of `staged`. */
export interface PromotedRelease extends SignedRelease {
  readonly published: readonly PublishedArtifact[]
}

/** Whether a chart is visible on all of its targets. */
export function isComplete({ published, staged }: PromotedRelease): boolean {
  return published.length === staged.length
}

/** What the settings of its chart are looked up by. */
export function placeOf({ path, packaged: { name }, today }: PackagedRelease): NamedChart {
  return today ?? { name, path }
}

/** How log lines and errors call a release, e.g. `app 1.2.3`. */
export function releaseName({ packaged }: PackagedRelease): string {
  return `${packaged.name} ${packaged.version}`
}

/**
 * The result by what this run did, not by what it set out to do: another run may have published or signed the version
 * before. If several runs publish it at the same time, each reports it: only the registry knows whose write came first.
 */
export function resultOf({ decision, staged, published }: PromotedRelease): ChartResult {
  const isShown = published.some(({ changed }, index) => changed || !staged[index]?.isListed)
  if (isShown && decision.action !== 'complete') return 'released'
  const isCompleted = staged.some((one) => one.signatures !== undefined || one.wasTidied || one.wasAdopted)
  return isShown || isCompleted ? 'completed' : 'unchanged'
}
