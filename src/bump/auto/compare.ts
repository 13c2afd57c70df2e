import type { Finding } from '../../model/finding.ts'
import { analysePair } from './chart-analysis.ts'
import { dependencyFindings } from './dependencies/dependencies.ts'
import { crdFindings } from './files/crds.ts'
import { fileFindings } from './files/files.ts'
import { createFinding } from './finding.ts'
import { foldAliases } from './fold-aliases.ts'
import { rank } from './level.ts'
import { metadataFindings } from './metadata/metadata.ts'
import { hasValues, problemFindings } from './problems.ts'
import { schemaFindings } from './schema/schema.ts'
import type { ChartSide } from './side.ts'
import { meaningFindings } from './templates/meaning.ts'
import { namedTemplateFindings } from './templates/named.ts'
import { valuesFindings } from './values/values.ts'

/** More than anyone reads; the size of reports depends on it. */
const MAX_FINDINGS = 1000

/** Findings from rendering both sides; made in `rendered/`, because that needs Helm. */
export interface RenderedEvidence {
  readonly findings: readonly Finding[]
}

/** All findings between two sides of a chart, highest level first. Findings from rendering are passed in. */
export function compareCharts(old: ChartSide, now: ChartSide, rendered: readonly Finding[]): readonly Finding[] {
  const pair = analysePair(old, now)
  const values = hasValues(pair.old) && hasValues(pair.now) ? valuesFindings(pair) : []
  const findings = [
    ...values,
    ...schemaFindings(pair),
    ...rendered,
    ...metadataFindings(pair),
    ...dependencyFindings(pair),
    ...namedTemplateFindings(pair),
    ...meaningFindings(pair),
    ...crdFindings(pair),
    ...fileFindings(pair),
    ...problemFindings(pair),
  ]
  const placed = findings.map((finding) => atAFile(finding, now))
  return bounded(foldAliases(placed).toSorted((a, b) => rank(b.level) - rank(a.level)))
}

/** A removed part has no place any more that could be shown. */
function atAFile({ at, ...finding }: Finding, { files }: ChartSide): Finding {
  return at && files.has(at.file) ? { ...finding, at } : finding
}

// The highest come first, so that those left out decide nothing.
function bounded(findings: readonly Finding[]): readonly Finding[] {
  const more = findings.length - MAX_FINDINGS
  if (more <= 0) return findings
  const text = `There are ${more} findings more, none of a higher level.`
  return [
    ...findings.slice(0, MAX_FINDINGS),
    createFinding({ level: 'none', rule: 'files/more', subject: 'findings', text }),
  ]
}
