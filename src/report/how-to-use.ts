import type { ChartOutcome, ReleasedReference, ReleaseReport } from '../model/report.ts'
import { cosignVerify, fluxRepository, helmPull, isSharedWorkflow } from './commands.ts'
import { fenced, prose } from './markdown.ts'

/** Charts whose lines are shown beside the first one's. */
const MAX_MORE = 50

interface Released {
  readonly chart: ChartOutcome
  readonly reference: ReleasedReference
}

/** Lines to copy that work as they stand, for the first released chart, and folded for the others. */
export function howToUse(report: ReleaseReport): string {
  const released = report.charts
    .filter((chart) => chart.result === 'released' || chart.result === 'completed')
    .flatMap((chart) => chart.references.filter(isOci).map((reference) => ({ chart, reference })))
  const [first, ...others] = released
  if (first === undefined) return ''
  return ['### Use it', example(first, report), callersNote(report), ...more(others, report)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function example({ chart, reference }: Released, report: ReleaseReport): string {
  const parts = [
    `Pull ${prose(chart.name)} ${prose(chart.version)}:`,
    fenced(helmPull(reference, chart.version, report), 'sh'),
  ]
  if (chart.signed && report.identity) {
    parts.push('Verify who made it:', fenced(cosignVerify(reference, report.identity, report), 'sh'))
  }
  parts.push('As a source for Flux:', fenced(fluxRepository(reference, chart.name, signedOnly(chart, report)), 'yaml'))
  return parts.join('\n\n')
}

function more(others: readonly Released[], report: ReleaseReport): readonly string[] {
  if (others.length === 0) return []
  const lines = others
    .slice(0, MAX_MORE)
    .flatMap(({ chart, reference }) => [
      helmPull(reference, chart.version, report),
      ...(chart.signed && report.identity ? [cosignVerify(reference, report.identity, report)] : []),
    ])
  const left = others.length - MAX_MORE
  const rest = left > 0 ? `\n\n*${left} more are in the report file.*` : ''
  const title = others.length === 1 ? 'The other one' : `The other ${others.length}`
  return [`<details><summary>${title}</summary>\n\n${fenced(lines.join('\n'), 'sh')}${rest}\n\n</details>`]
}

function callersNote({ identity }: ReleaseReport): string {
  if (identity === undefined || !isSharedWorkflow(identity)) return ''
  return prose(
    `The signing workflow belongs to another repository, so every repository that calls it signs under the same name. Only the source repository tells them apart: cosign checks it with the last flag above, Flux cannot.`,
  )
}

/** A source without `verify` is better than one that can't become ready. */
function signedOnly(chart: ChartOutcome, report: ReleaseReport): ReleaseReport {
  const { identity: _, ...unsigned } = report
  return chart.signed ? report : unsigned
}

function isOci({ reference }: ReleasedReference): boolean {
  return reference.startsWith('oci://')
}
