import type { ReleaseReport } from '../model/report.ts'
import { isReleased } from '../plan/decision/decision.ts'
import { packageHalves } from './half-released/complete.ts'
import { handOver } from './handover/hand-over.ts'
import type { Recording } from './handover/relay.ts'
import { bumpAndPackage } from './package/bump-and-package.ts'
import type { PlannedRun } from './planned-run.ts'
import type { Progress } from './progress.ts'
import { divide } from './proposal/proposal.ts'
import { report } from './report/run-report.ts'
import type { Run } from './run.ts'

/**
 * The build part of a release: everything that takes Helm, on a machine that may neither write nor sign. The bump is a local
 * commit, which the release part makes again. What fails here is handed over, too, so that it stops its chart and no other.
 */
export async function buildPart(
  run: Run,
  relay: Recording,
  plannedRun: PlannedRun,
  progress: Progress,
): Promise<ReleaseReport> {
  const { direct, proposed } = divide(run, plannedRun, plannedRun.decisions.filter(isReleased))
  const packaged = await run.steps.during('Bump and package', async () => {
    const halves = await packageHalves(run, plannedRun.halfReleases.halves)
    const made = [proposed, direct].map((releases) => bumpAndPackage(run, plannedRun, releases, progress.failed))
    return [...halves, ...(await Promise.all(made)).flatMap((ready) => ready.packaged)]
  })
  const digest = await run.steps.during('Hand over', () => handOver(run, relay, plannedRun, { packaged, progress }))
  const { charts, advice, ...planned } = await report(run, plannedRun, {}, progress)
  const left = charts.filter(({ result }) => result === 'failed').length + progress.failed.size
  const text = `What keeps ${left === 1 ? 'a chart' : `${left} charts`} from being released is told by the release job.`
  return {
    ...planned,
    mode: 'plan',
    handover: digest,
    // What is wrong with a chart is not what is wrong with this job: the others go on.
    charts: charts.map(({ problem: _, ...chart }) => ({
      ...chart,
      result: chart.result === 'unchanged' ? 'unchanged' : 'planned',
    })),
    advice: left === 0 ? advice : [...advice, { kind: 'run', level: 'warning', text }],
  }
}
