import type { ChartSide } from '../../side.ts'
import type { ReadManifest } from '../compare/manifest.ts'
import type { OpenSide, RenderLimits, Renders } from './renders.ts'

/** Two sides of a chart, open for rendering under one budget. */
export interface Pair {
  readonly old: ChartSide
  readonly now: ChartSide
  readonly before: OpenSide
  readonly after: OpenSide
  readonly renders: Renders
  readonly read: ReadManifest
  readonly limits: RenderLimits
}
