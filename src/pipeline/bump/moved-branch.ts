import { readSources } from '../../chart/source/read-sources.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { Intent } from '../../plan/decision/decision.ts'
import type { Scene } from '../plan/plan-step.ts'
import { ownRepositories, type Run } from '../run.ts'

/** What a run does on a branch that has moved on since it planned. */
export type MovedOn =
  | { readonly result: 'again'; readonly head: ObjectId }
  | { readonly result: 'superseded'; readonly by: ObjectId }

/** The new head is taken if it left the charts of the plan alone, else the run that it started carries on. */
export async function movedOn(run: Run, scene: Scene, head: ObjectId, releases: readonly Intent[]): Promise<MovedOn> {
  const paths = releases.map((intent) => intent.chart.path)
  const now = await readSources(run.platform.git, head, paths, { ownRepositories: ownRepositories(run) })
  const touched = paths.some((path) => {
    const [planned, there] = [scene.sources.charts.get(path), now.charts.get(path)]
    return planned?.fingerprint !== there?.fingerprint || planned?.manifest.text !== there?.manifest.text
  })
  return touched ? { result: 'superseded', by: head } : { result: 'again', head }
}

/** The head of the run's branch on origin, if commits came after the one that the run planned for. */
export async function laterHead(run: Run, scene: Scene): Promise<ObjectId | undefined> {
  const { git } = run.platform
  const head = await git.fetchRef(`refs/heads/${run.facts.refName}`)
  return head === undefined || (await git.isAncestor(head, scene.head)) ? undefined : head
}
