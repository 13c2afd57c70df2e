import { shared } from '../../model/async/memoize.ts'
import type { FetchedChart, Target } from '../../model/target.ts'
import type { StagedRelease } from '../chart-release.ts'

/** What was stored, on its way back, by target. */
export type ReadBack = ReadonlyMap<Target, Promise<FetchedChart>>

/** Reads back what registries have just stored, while it is signed: nothing of that changes it. */
export function readBack({ staged }: StagedRelease): ReadBack {
  const stored = staged.filter(({ target, published }) => target.signs === 'manifest' && !published)
  return new Map(stored.map(({ target, artifact }) => [target, shared(target.fetch(artifact))]))
}
