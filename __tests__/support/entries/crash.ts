/** One moment of a run at which it is killed. */
export interface Crash {
  readonly moment: 'before' | 'after'
  /** As `effectName` gives it. */
  readonly effect: string
  /** Which of the effects of that name, from 1. */
  readonly time: number
}
