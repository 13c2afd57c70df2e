import type { ReleaseError } from '../model/errors.ts'
import type { ReleaseReport } from '../model/report.ts'
import type { Annotation, Log } from '../ports/runner.ts'
import { adviceOf } from './wording/advice.ts'
import { headline } from './wording/headline.ts'
import { chartNames, problemText, sharedProblems, stoppedCharts } from './wording/problems.ts'

/** Annotates every problem and all advice at its file and line, and sums up the run in one notice. */
export function annotate(report: ReleaseReport, log: Log): void {
  for (const problem of report.problems) log.error(problemText(problem), annotationOf(problem))
  for (const { chart, others } of sharedProblems(stoppedCharts(report.charts))) {
    const { problem, name, path } = chart
    // A problem of the chart itself that names no place is shown at its Chart.yaml.
    const file = problem.kind === 'chart' ? `${path}/Chart.yaml`.replace(/^\.\//, '') : undefined
    if (others.length === 0) log.error(problemText(problem), annotationOf(problem, { name, file }))
    else log.error(`${problemText(problem)}\nThe same stops ${chartNames(others)}.`, annotationOf(problem))
  }
  for (const kind of ['chart', 'settings', 'run'] as const) {
    for (const { level, text, title, at } of adviceOf(report, kind)) log[level](text, { title, at })
  }
  log.notice(headline(report))
}

function annotationOf(problem: ReleaseError, chart: { name?: string; file?: string | undefined } = {}): Annotation {
  const title = chart.name === undefined ? problem.code : `${chart.name}: ${problem.code}`
  return { title, at: problem.at ?? (chart.file === undefined ? undefined : { file: chart.file }) }
}
