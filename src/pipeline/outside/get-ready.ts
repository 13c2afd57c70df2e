import type { SignedRelease } from '../chart-release.ts'
import type { Uses } from '../run.ts'
import { toldFirst } from './look-at-registry.ts'

/** Gets what the look from outside will wait for in registries, such as tokens, while charts become visible. */
export function getReadyOutside(run: Uses<'targets' | 'outside'>, releases: readonly SignedRelease[]): void {
  for (const target of run.targets) {
    const shown = releases.flatMap(({ staged }) => staged.filter((one) => one.target === target && !one.published))
    const [first] = toldFirst(shown.map((one) => ({ artifact: one.artifact, isSigned: one.signatures !== undefined })))
    const outside = first && run.outside(target)
    if (outside && 'anybody' in outside) outside.anybody.warm?.(first.artifact.ref, { fetches: first.isSigned })
  }
}
