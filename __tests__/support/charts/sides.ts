import { compareCharts } from '../../../src/bump/auto/compare.ts'
import { highest } from '../../../src/bump/auto/level.ts'
import { type ChartSide, chartSide } from '../../../src/bump/auto/side.ts'
import type { Finding } from '../../../src/model/finding.ts'

/** Files of a chart by their path from its folder; `null` leaves one of the standard ones out. */
export type ChartFiles = Readonly<Record<string, string | null>>

const STANDARD: ChartFiles = { 'Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n' }

/** One side of a comparison, with a Chart.yaml where none is given. */
export function aSide(files: ChartFiles): ChartSide {
  const all = Object.entries({ ...STANDARD, ...files })
  return chartSide(
    all.flatMap(([path, text]) => (text === null ? [] : [{ path, content: new TextEncoder().encode(text) }])),
  )
}

/** What is found between two charts. */
export function between(old: ChartFiles, now: ChartFiles): readonly Finding[] {
  return compareCharts(aSide(old), aSide(now), [])
}

/** Findings as `level rule subject`, without those that only say that a file changed. */
export function told(old: ChartFiles, now: ChartFiles): readonly string[] {
  return between(old, now)
    .filter(({ rule }) => rule !== 'templates/changed' && rule !== 'files/changed')
    .map(({ level, rule, subject }) => `${level} ${rule} ${subject}`)
}

export function levelOf(old: ChartFiles, now: ChartFiles): Finding['level'] {
  return highest(between(old, now))
}

/** A chart with values and one template. */
export function withTemplate(values: string, template: string, more: ChartFiles = {}): ChartFiles {
  return { 'values.yaml': values, 'templates/all.yaml': template, ...more }
}
