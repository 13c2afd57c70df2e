import { ReleaseError } from '../../model/errors.ts'
import { durationText } from '../../model/text.ts'
import type { Log, Steps } from '../../ports/runner.ts'
import type { Stop, Waiting } from './stop.ts'

/** Calls back once after so many milliseconds; the returned function cancels it. */
export type SetAlarm = (milliseconds: number, ring: () => void) => () => void

export interface StepOptions {
  readonly log: Pick<Log, 'group'>
  readonly stop: Pick<Stop, 'now' | 'reason'>
  readonly setAlarm: SetAlarm
  /** How long the whole run may take, in milliseconds. */
  readonly timeoutMs: number
  /** The share of that time that one step may take. Default: a half, so that the others get some. */
  readonly shareOfStep?: number
}

/** A step that takes more than this share of the run's time hangs, or leaves too little for the others. */
const SHARE_OF_STEP = 1 / 2
/** Time for an upload or a push that is in progress when time is up. */
const GRACE_MS = 60_000
const MOST_NAMED = 5
const WAIT_UNITS = { second: 0, minute: 120 }

/** An alarm that does not keep the process alive by itself. */
export const setAlarm: SetAlarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** The steps of a run. The run ends after `timeoutMs`, each step after half of that, with `RUN_TIMEOUT`. */
export function createSteps({ log, stop, setAlarm, timeoutMs, shareOfStep = SHARE_OF_STEP }: StepOptions): Steps {
  let current = 'Start'
  const endAfter = (milliseconds: number, what: () => string) =>
    setAlarm(milliseconds, () => stop.now((waiting) => tooLong(what(), milliseconds, waiting), GRACE_MS))
  endAfter(timeoutMs, () => `The run, in the step “${current}”,`)
  return {
    get current() {
      return current
    },
    async during(title, work) {
      current = title
      const takeBack = endAfter(timeoutMs * shareOfStep, () => `The step “${title}”`)
      try {
        const result = await log.group(title, work)
        // Results that came in while the run was being stopped must not be used.
        if (stop.reason) throw stop.reason
        return result
      } finally {
        takeBack()
      }
    },
  }
}

function tooLong(what: string, milliseconds: number, waiting: readonly Waiting[]): ReleaseError {
  return new ReleaseError(
    'RUN_TIMEOUT',
    `${what} took longer than ${durationText(milliseconds, WAIT_UNITS)}${waitedFor(waiting)}.`,
    {
      hint: 'Run the workflow again: it carries on where this run stopped. The input `timeout` sets how long a run may take; each step may take half of it.',
    },
  )
}

function waitedFor(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return ''
  const longest = waiting.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, MOST_NAMED)
  const named = longest.map(({ name, milliseconds }) => `${name} (${durationText(milliseconds, WAIT_UNITS)})`)
  const others = waiting.length > longest.length ? `, and ${waiting.length - longest.length} more` : ''
  return `; it was waiting for ${named.join(', ')}${others}`
}
