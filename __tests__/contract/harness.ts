import type { ChartRef } from '../../src/model/chart.ts'
import type { FileSigner } from '../../src/model/signature.ts'
import type { StagedArtifact, Target } from '../../src/model/target.ts'
import type { Fault } from '../support/registry/fault.ts'

/** What goes wrong between a target and its server from now on. */
export type Trouble = 'unauthorized' | 'denied' | 'throttled' | 'broken' | 'hang' | 'reset' | 'truncated' | 'corrupt'

/** Where the effects of a target are told, and where a run can be made to wait or to crash. */
export interface Steps {
  readonly before?: (name: string) => unknown
  readonly after?: (name: string) => unknown
  /** With `sign-index`: who signs the index. */
  readonly indexSigner?: FileSigner
  readonly warn?: (text: string) => void
}

/** The files beside an index and the index itself, as they are stored, behind everybody's back. */
export interface Beside {
  list(): readonly string[]
  read(file: string): Buffer | undefined
  /** `undefined` removes it. */
  write(file: string, content: Buffer | undefined): void
}

/** A real place to publish to, and ways to look at it and to meddle with it from outside. */
export interface TargetHarness {
  /** A target as a new process would open it. */
  open(steps?: Steps): Target
  /** Whether a consumer sees this version, asked without any code of the target. */
  isVisible(ref: ChartRef): boolean
  trouble(kind: Trouble | undefined): void
  /** Replaces the stored archive's bytes, behind everybody's back. */
  swapArchive(artifact: StagedArtifact): void
  /** Removes all signatures. */
  stripSignatures(artifact: StagedArtifact): void
  /** Absent where there is no index. */
  readonly beside?: Beside
  /** Ways in which people lose what the index lists of a version; without any, the file beside the index is deleted. */
  readonly losses?: Readonly<Record<string, (ref: ChartRef) => unknown>>
  stop(): Promise<void>
}

/** One line a registered target: its scheme, a name for the flavour, and how to start its server. */
export interface TargetUnderContract {
  readonly scheme: string
  readonly flavour: string
  /** What can go wrong with it, where not everything can. */
  readonly troubles?: readonly Trouble[]
  /** Its archives are not files beside the index. */
  readonly archivesElsewhere?: boolean
  /** Index and signature are written as by another flavour of its scheme, whose tests tell it. */
  readonly signsLikeAnother?: boolean
  /** What is published can't be completed any more. */
  readonly isFinal?: boolean
  /** Stages in memory, and sends what it staged when it is read back: until then there is nothing to meddle with. */
  readonly stagesLate?: boolean
  /** Writes without comparing, by choice: two runs at once are kept apart by others. */
  readonly isUnconditional?: boolean
  /** Holds a lock while it publishes, for which others wait. */
  readonly isLocked?: boolean
  start(): Promise<TargetHarness>
}

/** For a harness whose server can hang: how long its clients wait for an answer, in milliseconds. */
export function patienceWith(kind: Trouble | undefined): number {
  return kind === 'hang' ? 100 : 120_000
}

/** What a server says to who may not, as text or JSON. */
export interface Refusals {
  readonly unauthorized: unknown
  readonly denied: unknown
}

/** Trouble as a server that speaks HTTP has it. */
export function faultFor(kind: Trouble, { unauthorized, denied }: Refusals): Fault {
  const faults: Readonly<Record<Trouble, Fault>> = {
    unauthorized: { status: 401, body: unauthorized },
    denied: { status: 403, body: denied },
    throttled: { status: 429, headers: { 'retry-after': '1' } },
    broken: { status: 500, body: 'oops' },
    hang: { hang: true },
    reset: { reset: true },
    truncated: { truncate: 20 },
    corrupt: { corrupt: true },
  }
  return faults[kind]
}
