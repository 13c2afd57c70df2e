import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Log } from '../../ports/runner.ts'

/** Errors that no code handled: thrown in a callback or an event listener, or from a promise that is never awaited. */
export interface Unhandled {
  problems(): readonly ReleaseError[]
  /** Restores Node's own handling. */
  release(): void
}

/**
 * Keeps an unhandled error from ending the process in the middle of a release: the run goes on with what does not
 * depend on it, and the error is in the report. A rejection that is handled later is left to that handler.
 */
export function catchUnhandled(log: Pick<Log, 'info' | 'debug'>): Unhandled {
  const thrown: unknown[] = []
  const rejected = new Map<Promise<unknown>, unknown>()
  const tell = (error: unknown) => {
    log.info(`An unexpected error was caught, and the run continues: ${asReleaseError(error).message}`)
    log.debug(error instanceof Error ? (error.stack ?? '') : String(error))
  }
  const onException = (error: unknown) => {
    thrown.push(error)
    tell(error)
  }
  const onRejection = (error: unknown, promise: Promise<unknown>) => {
    rejected.set(promise, error)
    tell(error)
  }
  const onHandled = (promise: Promise<unknown>) => void rejected.delete(promise)
  process.on('uncaughtException', onException)
  process.on('unhandledRejection', onRejection)
  process.on('rejectionHandled', onHandled)
  return {
    problems: () => [...new Set([...thrown, ...rejected.values()])].map(unhandledProblem),
    release() {
      process.off('uncaughtException', onException)
      process.off('unhandledRejection', onRejection)
      process.off('rejectionHandled', onHandled)
    },
  }
}

function unhandledProblem(error: unknown): ReleaseError {
  const problem = asReleaseError(error)
  if (problem.code !== 'BUG_UNEXPECTED' || error instanceof ReleaseError) return problem
  return new ReleaseError('BUG_UNEXPECTED', `An error was not handled where it happened: ${problem.message}`, {
    hint: problem.hint,
    cause: error,
  })
}
