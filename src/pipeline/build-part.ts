import type { Digest } from '../model/chart.ts'
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
    const wanted = [proposed, direct].filter((releases) => releases.length > 0)
    const made = wanted.map((releases) => bumpAndPackage(run, plannedRun, releases, progress.failed))
    return [...halves, ...(await Promise.all(made)).flatMap((ready) => ready.packaged)]
  })
  const digest = await run.steps.during('Hand over', () => handOver(run, relay, plannedRun, { packaged, progress }))
  const left = plannedRun.plan.charts.filter(({ action }) => action === 'refuse').length + progress.failed.size
  return asPlanned(await report(run, plannedRun, {}, progress), digest, left)
}

/** What is wrong with a chart is not what is wrong with this job: the others go on. */
function asPlanned({ charts, advice, ...report }: ReleaseReport, handover: Digest, left: number): ReleaseReport {
  const what = left === 1 ? 'a chart' : `${left} charts`
  const text = `The release job says what keeps ${what} from being released.`
  return {
    ...report,
    mode: 'plan',
    handover,
    charts: charts.map(({ problem: _, ...chart }) => ({
      ...chart,
      result: chart.result === 'unchanged' || chart.result === 'waiting' ? chart.result : 'planned',
    })),
    advice: left === 0 ? advice : [...advice, { kind: 'run', level: 'warning', text }],
  }
}
