/** What happens at a call to the outside: an error where the code awaits it, or where no code of ours does, or a signal. */
export type FaultKind = 'throw' | 'rejection' | 'timer' | 'emitter' | 'stream' | 'child' | 'hang' | 'SIGINT' | 'SIGTERM'

/** One call of a run at which something goes wrong. */
export interface Fault {
  readonly kind: FaultKind
  /** Matches the call as `effectName` gives it, e.g. `git fetch`, `PUT registry/v2/…` or `effect git push …`. */
  readonly call: string
}

/** What every fault says, to be found in the report. */
export const FAULT_MESSAGE = 'made to fail by the test'
