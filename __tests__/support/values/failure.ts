import { ReleaseError } from '../../../src/model/errors.ts'

/** The error that `work` ends in; a success, or an error that is none of ours, is a failed test. */
export async function failureOf(work: Promise<unknown> | (() => unknown)): Promise<ReleaseError> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (failure) {
    if (failure instanceof ReleaseError) return failure
    throw failure
  }
  throw new Error('expected a ReleaseError, but it went well')
}

/** The error that a call throws at once, as `failureOf` for what is awaited. */
export function problemIn(work: () => unknown): ReleaseError {
  try {
    work()
  } catch (error) {
    if (error instanceof ReleaseError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** Everything that a log or a report could show of an error: messages, hints and stacks of the whole chain. */
export function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = Object.values(error).map((value) => (typeof value === 'string' ? value : ''))
  return [error.message, error.stack ?? '', ...own, error.cause === undefined ? '' : everythingIn(error.cause)].join(
    '\n',
  )
}
