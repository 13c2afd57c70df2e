import type { Finding } from '../../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import { changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

const SERVED = /^spec\.versions\[([^\]]+)\]\.served$/

/** Versions of a rendered CustomResourceDefinition that are no longer served: they can no longer be used. */
export function servedVersionFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(pair).flatMap(({ before, after, paths }): readonly Finding[] => {
    if (before.kind !== 'CustomResourceDefinition' || before.isHook) return []
    const gone = paths.flatMap((path) => {
      const version = SERVED.exec(path)?.[1]
      return version && leavesOf(before).get(path) === 'true' && leavesOf(after).get(path) !== 'true' ? [version] : []
    })
    return gone.map((version) => ({
      ...{ level: 'major', kind: 'rendered', rule: 'rendered/version-not-served' },
      ...{ subject: `${before.key} ${version}`, was: 'served' },
      text: `${before.key} no longer serves ${version}.`,
      ...placeOf(after, files),
    }))
  })
}
