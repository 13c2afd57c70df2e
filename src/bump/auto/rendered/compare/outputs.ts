import type { Finding } from '../../../../model/finding.ts'
import { leavesOf } from './leaves.ts'
import { type Changed, changedResources, placeOf, type Scene, shown } from './scene.ts'

/** Resources that stay and are written otherwise: what an upgrade will change, one finding a resource. */
export function outputFindings(scene: Scene, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(scene).map((changed) => outputFinding(changed, scene, files))
}

function outputFinding({ before, after, paths }: Changed, scene: Scene, files: ReadonlyMap<string, unknown>): Finding {
  const [path = ''] = paths
  const [was, is] = [leavesOf(before).get(path), leavesOf(after).get(path)]
  const others = paths.length === 1 ? '' : ` and ${paths.length - 1} more`
  return {
    ...{ level: 'patch', kind: 'rendered', rule: 'rendered/changed', subject: before.key },
    text: `${before.key} is rendered otherwise ${scene.told}: ${shown(path)}${others}.`,
    ...(was !== undefined && was !== '' && { was: shown(was) }),
    ...(is !== undefined && is !== '' && { is: shown(is) }),
    ...placeOf(after, files),
  }
}
