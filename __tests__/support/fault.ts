/** How a call to the outside fails: where the code awaits it, or somewhere that no code of ours awaits. */
export type FaultKind = 'throw' | 'rejection' | 'timer' | 'emitter' | 'stream' | 'child' | 'hang'

/** One call of a run at which something goes wrong. */
export interface Fault {
  readonly kind: FaultKind
  /** Matches the call as `effectName` gives it, e.g. `git fetch`, `PUT registry/v2/…` or `effect git push …`. */
  readonly call: string
}

/** What every fault says, to be found in the report. */
export const FAULT_MESSAGE = 'made to fail by the test'
