import type { ReleaseError } from '../../model/errors.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { ChartOutcome, ChartResult, ReleaseReport } from '../../model/report.ts'
import type { BumpLevel } from '../../model/settings.ts'
import { cut } from '../../model/text.ts'
import { actionText, resultText, versionsText } from '../wording/chart-text.ts'
import { plannedReason, sameAs, sameCauses, stoppedCharts, stoppedInPlan } from '../wording/problems.ts'

/** One chart in a table; its fields come from outside and are not escaped yet, but for those of ours. */
export interface Row {
  /** Markdown. */
  readonly icon: string
  readonly name: string
  readonly version: string
  /** How far the version moves, or what else happens to the chart. Markdown. */
  readonly change: string
  readonly why: string
  /** It changed, or needs a look. */
  readonly matters: boolean
}

/** The charts of a report: what happened to each, or in plan mode what would. */
export function rowsOf(report: ReleaseReport, arrow: string): readonly Row[] {
  if (report.mode === 'plan' && report.plan) {
    const { charts } = report.plan
    const same = sameCauses(stoppedInPlan(charts))
    return charts.map((chart) => ({ ...plannedRow(chart, arrow), why: plannedReason(chart, same) }))
  }
  const same = sameCauses(stoppedCharts(report.charts))
  const levels = new Map(report.plan?.charts.map(({ path, bump }) => [path, bump?.level]))
  return report.charts.map((chart) =>
    outcomeRow(chart, arrow, { same: same.get(chart.path), level: levels.get(chart.path) }),
  )
}

function plannedRow(chart: PlannedChart, arrow: string): Omit<Row, 'why'> {
  const { action, name, currentVersion, version, bump } = chart
  return {
    icon: action === 'refuse' ? '❌' : action === 'wait' ? '⏳' : '',
    name,
    version: versionsText(currentVersion, version, arrow),
    change: action === 'bump' && bump?.level ? levelText(bump.level) : actionText(chart),
    matters: action !== 'leave',
  }
}

const ICONS: Readonly<Record<ChartResult, string>> = {
  released: '✅',
  completed: '✅',
  failed: '❌',
  skipped: '⏭️',
  waiting: '⏳',
  planned: '📝',
  unchanged: '',
  checked: '',
}

interface InRun {
  /** The chart that the same problem stops, if it was reported with that. */
  readonly same: string | undefined
  readonly level: BumpLevel | undefined
}

function outcomeRow(chart: ChartOutcome, arrow: string, { same, level }: InRun): Row {
  const moved = chart.result === 'released' || chart.result === 'planned'
  return {
    icon: ICONS[chart.result],
    name: chart.name,
    version: versionsText(chart.previousVersion, chart.version, arrow),
    change: moved
      ? level
        ? levelText(level)
        : chart.previousVersion === undefined
          ? 'published'
          : ''
      : resultText(chart),
    why: same === undefined ? (chart.problem ? problemText(chart.problem) : chart.reason) : sameAs(same),
    matters: chart.result !== 'unchanged',
  }
}

const MAX_MESSAGE = 120

/** The box above has the whole of the first few problems. */
function problemText({ code, message }: Pick<ReleaseError, 'code' | 'message'>): string {
  return `\`${code}\`: ${cut(message, MAX_MESSAGE)}`
}

function levelText(level: BumpLevel): string {
  return level === 'major' ? '🔴&nbsp;major' : level
}
