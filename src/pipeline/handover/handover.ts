import type { ChartRef, Digest, ObjectId } from '../../model/chart.ts'
import { archiveNames } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { RunnerFacts } from '../../ports/runner.ts'

/** The file that names all others of a handover; its digest is the output of the build job. */
export const HANDOVER_FILE = 'handover.json'

/** The run of a workflow that two jobs belong to. */
export type WorkflowRun = Pick<RunnerFacts, 'repository' | 'runId' | 'sha'>

/** An archive beside the handover's file, under the name that Helm gives it. */
export interface HandedPackage extends ChartRef {
  readonly digest: Digest
  readonly bytes: number
}

/** What was found out about a chart, or what kept it from being found out. */
export type Gathered = readonly Finding[] | ReleaseError

/**
 * All that the release job can't find out or make without Helm. Decisions, versions and the bump are not in it: the release
 * job plans for itself and writes the same commit again. Findings decide how far a version moves, and are taken as they are.
 */
export interface Handover {
  readonly run: WorkflowRun
  /** The commit that was checked out. */
  readonly head: ObjectId
  /** The time of the bump: with the same one both jobs write the same commit. */
  readonly bumpedAt: Date
  /** Version of the Helm that packaged. */
  readonly helm: string
  /** By the question that was asked, see `evidenceKey`. */
  readonly evidence: ReadonlyMap<string, Gathered>
  /** Whether packages of other tools hold what git packages, see `comparisonKey`. */
  readonly comparisons: ReadonlyMap<string, boolean>
  readonly packages: readonly HandedPackage[]
  /** Why charts could not be packaged, by folder. */
  readonly failed: ReadonlyMap<string, ReleaseError>
}

export function archiveName(ref: ChartRef): string {
  return archiveNames(ref).archive
}

export function isSameRun(a: WorkflowRun, b: WorkflowRun): boolean {
  return a.repository === b.repository && a.runId === b.runId && a.sha === b.sha
}
