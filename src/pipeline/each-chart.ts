import { dependentsOf } from '../chart/source/graph.ts'
import type { ChartSource } from '../chart/source/source.ts'
import { mapConcurrent } from '../model/async/concurrency.ts'
import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import { dependencyStopped } from '../plan/decision/dependency-refusals.ts'
import type { Steps } from '../ports/runner.ts'
import type { Step } from './run.ts'

/**
 * Works on every chart concurrently; `work` sets the bound. A chart that fails stops only its dependents; the charts that
 * go on keep their order.
 */
export async function eachChart<T extends { readonly path: string }, R extends { readonly path: string }>(
  charts: ReadonlyMap<string, ChartSource>,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<Step<R>> {
  const failed = new Map<string, ReleaseError>()
  const results = await mapConcurrent(items, items.length, async (item) => {
    try {
      return [await work(item)]
    } catch (error) {
      failed.set(item.path, asReleaseError(error))
      return []
    }
  })
  return withoutDependents(charts, { done: results.flat(), failed })
}

/** Takes the dependents of charts that failed in a step out of it. */
export function withoutDependents<R extends { readonly path: string }>(
  charts: ReadonlyMap<string, ChartSource>,
  { done, failed }: Step<R>,
): Step<R> {
  const stopped = dependentsOf(charts, failed.keys())
  const all = new Map(failed)
  const causes = new Set(failed.keys())
  for (const { path } of done) if (stopped.has(path)) all.set(path, dependencyStopped(charts, path, causes))
  return { done: done.filter((item) => !stopped.has(item.path)), failed: all }
}

type ChartStep = <T, R>(
  title: string,
  items: readonly T[],
  work: (items: readonly T[]) => Promise<Step<R>>,
) => Promise<readonly R[]>

/** Runs steps one after another, each with the charts that the step before it left; charts that fail are put into `failed`. */
export function chartSteps(steps: Steps, failed: Map<string, ReleaseError>): ChartStep {
  return async (title, items, work) => {
    if (items.length === 0) return []
    const step = await steps.during(title, () => work(items))
    for (const [path, error] of step.failed) failed.set(path, error)
    return step.done
  }
}
