import { ReleaseError } from '../../../src/model/errors.ts'

/** The `ReleaseError` that `work` fails with; anything else fails the test. */
export async function caught(work: Promise<unknown>): Promise<ReleaseError> {
  const thrown = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
  if (thrown instanceof ReleaseError) return thrown
  throw new Error(`expected a ReleaseError, got ${String(thrown)}`, { cause: thrown })
}
