import { shortDigest } from '../model/chart.ts'
import type { ChartOutcome, ReleaseReport } from '../model/report.ts'
import { aligned } from './plan-table.ts'
import { sameAs, sameCauses } from './shared-problems.ts'
import { resultWordsOf, stopped, versions } from './words.ts'

/** One line a chart, aligned: name, versions, result, then where it is, or why it failed. */
export function chartLines(report: ReleaseReport): string {
  const same = sameCauses(stopped(report.charts))
  return aligned(
    report.charts.map((chart) => {
      return [
        chart.name,
        versions(chart.previousVersion, chart.version, '->'),
        resultWordsOf(chart),
        ...outcome(chart, same.get(chart.path)),
      ]
    }),
  )
}

function outcome({ problem, references, reason, result }: ChartOutcome, same: string | undefined): readonly string[] {
  if (problem !== undefined) return [`${problem.code}: ${same === undefined ? problem.message : sameAs(same)}`]
  const [reference] = references
  if (reference === undefined || (result !== 'released' && result !== 'completed')) return [reason]
  return [reference.reference, shortDigest(reference.digest)]
}

/** `Pushed:` and `Digest:` for each new reference, as `helm push` prints them: scripts look for these lines. */
export function pushedLines(report: ReleaseReport): string {
  return report.charts
    .filter((chart) => chart.result === 'released')
    .flatMap((chart) => chart.references)
    .filter(({ wasThere }) => !wasThere)
    .map(({ reference, digest }) => `Pushed: ${reference.replace(/^oci:\/\//, '')}\nDigest: ${digest}`)
    .join('\n')
}
