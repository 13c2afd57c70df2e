import { dependentsOf } from '../../chart/source/graph.ts'
import { fromWherePublished } from '../../chart/source/local-dependencies.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Intent } from '../../plan/decision/decision.ts'
import { publishedAmong } from '../../plan/stop-dependents.ts'
import type { Scene } from '../plan/plan-step.ts'
import type { Run } from '../run.ts'

interface Spared {
  readonly scene: Scene
  readonly failed: ReadonlyMap<string, ReleaseError>
}

/**
 * A chart that can't be packaged stops those that need its new version. Who changed for a reason of their own and pins a
 * published version of it by address goes on with that one, which the scene then says.
 */
export async function spareDependents(
  run: Run,
  scene: Scene,
  releases: readonly Intent[],
  failed: ReadonlyMap<string, ReleaseError>,
): Promise<Spared> {
  const causes = new Set([...failed].flatMap(([path, { code }]) => (code === 'DEPENDENCY_STOPPED' ? [] : [path])))
  const waiting = releases.filter(
    ({ chart, dependencies = [] }) => failed.has(chart.path) && !causes.has(chart.path) && dependencies.length === 0,
  )
  const found = await publishedAmong(scene.sources, waiting, { failed: causes, targets: run.targets })
  if (found.size === 0) return { scene, failed }
  const published = new Set([...scene.published, ...found])
  const sources = fromWherePublished(scene.sources, published)
  const stopped = dependentsOf(sources.charts, causes)
  const isSpared = (path: string) => waiting.some(({ chart }) => chart.path === path) && !stopped.has(path)
  return { scene: { ...scene, sources, published }, failed: new Map([...failed].filter(([path]) => !isSpared(path))) }
}
