import { dependentsOf } from '../chart/graph.ts'
import type { ChartSource } from '../chart/source.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import { sideBySide } from '../model/settle.ts'
import type { Step } from './run.ts'

/**
 * Does something for every chart, side by side; `work` bounds it. A chart that fails stops those that depend on it, nobody
 * else; what goes on keeps its order.
 */
export async function eachChart<T extends { readonly path: string }, R extends { readonly path: string }>(
  charts: ReadonlyMap<string, ChartSource>,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<Step<R>> {
  const failed = new Map<string, ReleaseError>()
  const results = await sideBySide(items, items.length, async (item) => {
    try {
      return [await work(item)]
    } catch (error) {
      failed.set(item.path, asReleaseError(error))
      return []
    }
  })
  return withoutDependents(charts, { done: results.flat(), failed })
}

/** Takes out of a step what depends on a chart that failed in it. */
export function withoutDependents<R extends { readonly path: string }>(
  charts: ReadonlyMap<string, ChartSource>,
  { done, failed }: Step<R>,
): Step<R> {
  const stopped = dependentsOf(charts, failed.keys())
  const all = new Map(failed)
  for (const item of done) if (stopped.has(item.path)) all.set(item.path, waits(charts.get(item.path), item.path))
  return { done: done.filter((item) => !stopped.has(item.path)), failed: all }
}

function waits(chart: ChartSource | undefined, path: string): ReleaseError {
  const name = chart?.manifest.name ?? path
  return new ReleaseError(
    'DEPENDENCY_STOPPED',
    `${name} waits for a chart that it depends on, which failed in this run.`,
    {
      hint: 'Mend that chart; the next run releases both.',
      ...(chart && { at: { file: chart.dependencyFile.file } }),
    },
  )
}
