import { ReleaseError } from '../../src/model/errors.ts'

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
