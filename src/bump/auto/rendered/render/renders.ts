import { mapConcurrent } from '../../../../model/async/concurrency.ts'
import type { OpenChart, Render } from '../../../renderer.ts'
import type { ChartSide } from '../../side.ts'
import type { ReadManifest } from '../compare/manifest.ts'
import type { Prepared } from './prepared.ts'

/** Limits for rendering a pair, in milliseconds of its processes. */
export interface RenderLimits {
  readonly processMs: number
  readonly pairMs: number
  /** Concurrent processes. */
  readonly atOnce: number
  /** Values files of `ci/` besides the chart's defaults. */
  readonly valuesFiles: number
}

/** Texts of values files that the packages need not hold, by path. */
export type TestedValues = ReadonlyMap<string, string>

/** One side of a chart, open for rendering. */
export interface OpenSide {
  readonly prepared: Prepared
  readonly chart: OpenChart
}

/** One rendering to make: a side, and the values over its defaults. */
export interface Wanted {
  readonly side: OpenSide
  readonly values?: string
  readonly isUpgrade?: boolean
}

/** Renders under one budget, a few processes at a time; results in the given order. */
export type Renders = (wanted: readonly Wanted[]) => Promise<readonly Render[]>

/** Two sides of a chart, open for rendering under one budget. */
export interface OpenPair {
  readonly old: ChartSide
  readonly now: ChartSide
  readonly before: OpenSide
  readonly after: OpenSide
  readonly renders: Renders
  readonly read: ReadManifest
  readonly limits: RenderLimits
  readonly values: TestedValues
}

/**
 * Makes the renderings of a pair. Callers do not repeat one that failed; if a limit stopped one, its side is not
 * rendered again.
 */
export function createRenders({ processMs, pairMs, atOnce }: RenderLimits): Renders {
  let left = pairMs
  const stopped = new Set<Prepared>()
  return (wanted) =>
    mapConcurrent(wanted, atOnce, async ({ side, ...options }) => {
      if (stopped.has(side.prepared)) return { failed: 'Helm was stopped before', stopped: true, tookMs: 0 }
      if (left <= 0) return { failed: `rendering took more than ${pairMs / 1000} seconds`, stopped: true, tookMs: 0 }
      const render = await side.chart.render({ ...options, timeoutMs: Math.min(processMs, left) })
      left -= render.tookMs
      if ('failed' in render && render.stopped) stopped.add(side.prepared)
      return render
    })
}
