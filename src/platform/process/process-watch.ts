import { ReleaseError } from '../../model/errors.ts'
import type { Log } from '../../ports/runner.ts'
import type { Stop } from './stop.ts'
import { catchUnhandled } from './unhandled.ts'

/**
 * GitHub sends SIGINT, SIGTERM after 7.5 seconds and SIGKILL after 2.5 more; the report must be written before that.
 */
const GRACE_MS = 4_000
const CANCELLED = 143

/** Events that may end a run from outside of its own code. */
export interface ProcessWatch {
  /** Errors that no code handled, so far. */
  problems(): readonly ReleaseError[]
  /** Returns the exit code, or ends the process with it if something is left that may keep it alive. */
  exit(code: number): number
}

/**
 * Turns everything that would end the process into the end of the run, with a report: signals, unhandled errors, and a
 * run that waits for something that will never come.
 */
export function watchProcess(log: Pick<Log, 'info' | 'debug'>, stop: Stop): ProcessWatch {
  const unhandled = catchUnhandled(log)
  let isCancelled = false
  const onSignal = (signal: NodeJS.Signals) => {
    isCancelled = true
    stop.now(() => cancelled(signal), GRACE_MS)
  }
  const onIdle = () => stop.now(stuck, 0)
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal).on('beforeExit', onIdle)
  return {
    problems: unhandled.problems,
    exit(code) {
      process.off('SIGTERM', onSignal).off('SIGINT', onSignal).off('beforeExit', onIdle)
      unhandled.release()
      if (!stop.reason && unhandled.problems().length === 0) return code
      process.exit(isCancelled ? CANCELLED : code)
    },
  }
}

function cancelled(signal: NodeJS.Signals): ReleaseError {
  return new ReleaseError('RUN_CANCELLED', `The run was cancelled from outside (${signal}).`, {
    hint: 'Run the workflow again: it carries on where this run stopped. A `concurrency` group for releases needs `cancel-in-progress: false`.',
  })
}

function stuck(): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', 'The run came to a halt: nothing is left that it could wait for.', {
    hint: 'This should not happen; please report it with the log of this run. Running again carries on where this run stopped.',
  })
}
