import { dependentsOf, levelsOf } from '../../chart/source/graph.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import type { Draft } from './dependency-order.ts'
import type { Judgement } from './judgement.ts'

/** Packages that are downloaded and compared at once. */
const COMPARED_AT_ONCE = 32

/**
 * A git tag says nothing of what was published under its version. That is good enough to leave a chart as it is, and not for
 * packing it into another one: the charts inside those that may be released are judged again, by their bytes. What that finds
 * may move further charts, so this goes on until nothing is left to compare.
 */
export async function judgeInside(
  charts: ReadonlyMap<string, ChartSource>,
  judged: readonly Judgement[],
  byBytes: (open: JudgedChart) => Promise<Judgement>,
): Promise<readonly Judgement[]> {
  const moving = judged.filter((one) => !('open' in one) || one.open.judged.verdict.action !== 'leave')
  const paths = moving.map(({ chart }) => chart.path)
  const released = [...paths, ...dependentsOf(charts, paths)]
  const inside = new Set(levelsOf(charts, released).flatMap((level) => level.map(({ path }) => path)))
  const unsure = judged.filter(isByTag).filter(({ chart }) => inside.has(chart.path))
  if (unsure.length === 0) return judged
  const compared = await mapConcurrent(unsure, COMPARED_AT_ONCE, ({ open }) => byBytes(open))
  const again = new Map(compared.map((one) => [one.chart.path, one]))
  const all = judged.map((one) => again.get(one.chart.path) ?? one)
  return judgeInside(charts, all, byBytes)
}

function isByTag(judgement: Judgement): judgement is Draft & { readonly open: JudgedChart } {
  return 'open' in judgement && judgement.open.judged.sightings.some(({ evidence }) => evidence.byTag !== undefined)
}
