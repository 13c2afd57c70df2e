import type { ReleaseError } from '../model/errors.ts'
import type { ReleaseReport } from '../model/report.ts'
import type { Annotation, Log } from '../ports/runner.ts'
import { chartNames, sharedProblems } from './shared-problems.ts'
import { headline, problemText, stopped } from './words.ts'

/** Tells every problem at its file and line, every warning, and the run in one notice. */
export function annotate(report: ReleaseReport, log: Log): void {
  for (const problem of report.problems) log.error(problemText(problem), annotationOf(problem))
  for (const { chart, others } of sharedProblems(stopped(report.charts))) {
    const { problem, name, path } = chart
    // A chart's own problem without a place is still one of its files.
    const file = problem.kind === 'chart' ? `${path}/Chart.yaml`.replace(/^\.\//, '') : undefined
    if (others.length === 0) log.error(problemText(problem), annotationOf(problem, { name, file }))
    else log.error(`${problemText(problem)}\nThe same stops ${chartNames(others)}.`, annotationOf(problem))
  }
  for (const { level, title, text, at } of report.notes ?? []) log[level](text, { title, at })
  for (const { text, at } of report.remarks ?? []) log.warning(text, at && { at })
  for (const warning of report.warnings) log.warning(warning)
  log.notice(headline(report))
}

function annotationOf(problem: ReleaseError, chart: { name?: string; file?: string | undefined } = {}): Annotation {
  const title = chart.name === undefined ? problem.code : `${chart.name}: ${problem.code}`
  const at = problem.at ?? (chart.file === undefined ? undefined : { file: chart.file })
  return at === undefined ? { title } : { title, at }
}
