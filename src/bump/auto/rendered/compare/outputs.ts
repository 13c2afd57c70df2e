import type { Finding } from '../../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import { type Changed, changedResources, placeOf, type RenderedPair, shortValue } from './rendered-pair.ts'

/** Resources that stay and are rendered differently: the effect of an upgrade, one finding per resource. */
export function outputFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(pair).map((changed) => outputFinding(changed, pair, files))
}

function outputFinding(
  { before, after, paths }: Changed,
  pair: RenderedPair,
  files: ReadonlyMap<string, unknown>,
): Finding {
  const [path = ''] = paths
  const [was, is] = [leavesOf(before).get(path), leavesOf(after).get(path)]
  const others = paths.length === 1 ? '' : ` and ${paths.length - 1} more`
  return {
    ...{ level: 'patch', kind: 'rendered', rule: 'rendered/changed', subject: before.key },
    text: `${before.key} is rendered otherwise ${pair.renderedWith}: ${shortValue(path)}${others}.`,
    ...(was !== undefined && was !== '' && { was: shortValue(was) }),
    ...(is !== undefined && is !== '' && { is: shortValue(is) }),
    ...placeOf(after, files),
  }
}
