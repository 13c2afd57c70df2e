import { isByHand } from '../../bump/registry.ts'
import type { Sources } from '../../chart/source/source.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import type { PlanContext } from './plan-context.ts'

/** Charts that wait and are compared with their release, in every run until somebody raises them. */
const MAX_COMPARED = 20

/** Whether a chart changed and waits for somebody who raises its version. */
export function waitsForRaise({ settings }: Pick<PlanContext, 'settings'>): (judged: JudgedChart) => boolean {
  return ({ chart, judged }) => judged.verdict.action === 'move' && isByHand(bumpOf(chart, settings).value)
}

/**
 * Of charts that wait, those that are not compared with their release if there are many, by folder: comparing takes seconds. Those
 * that changed last are compared; the history says which, the same in both parts of a release.
 */
export async function unseenCharts(
  { tree }: Pick<Sources, 'tree'>,
  waiting: readonly JudgedChart[],
  { git }: Pick<PlanContext, 'git'>,
): Promise<ReadonlySet<string>> {
  const unseen = new Set(waiting.map(({ chart }) => chart.path))
  let room = MAX_COMPARED
  if (unseen.size <= room) return new Set()
  for await (const { paths } of git.history(tree.commit, [...unseen])) {
    for (const path of [...unseen].filter((folder) => paths.some((one) => isBelow(one, folder)))) {
      if (room === 0) return unseen
      unseen.delete(path)
      room -= 1
    }
  }
  return unseen
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}
