import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ResolvedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'

/** Each may fetch dependencies. */
const AT_ONCE = 8

/** An archive that another machine built, and the foreign charts in it. */
export interface TakenArchive {
  readonly archive: Uint8Array
  readonly resolved: readonly ResolvedChart[]
}

/** The archive of each request, or why it can't be taken; `resolved` receives the foreign charts in it. */
export async function takeEach<R>(
  requests: readonly R[],
  take: (request: R) => Promise<TakenArchive>,
  resolved: WeakMap<Uint8Array, readonly ResolvedChart[]>,
): Promise<ReadonlyMap<R, Uint8Array | ReleaseError>> {
  const all = await mapConcurrent(
    requests,
    AT_ONCE,
    async (request): Promise<readonly [R, Uint8Array | ReleaseError]> => {
      const taken = await take(request).catch(asReleaseError)
      if (taken instanceof ReleaseError) return [request, taken]
      resolved.set(taken.archive, taken.resolved)
      return [request, taken.archive]
    },
  )
  return new Map(all)
}
