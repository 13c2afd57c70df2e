import type { Finding } from '../../model/finding.ts'
import { analysePair } from './chart-analysis.ts'
import { dependencyFindings } from './dependencies/dependencies.ts'
import { crdFindings } from './files/crds.ts'
import { fileFindings } from './files/files.ts'
import { createFinding } from './finding.ts'
import { highest, rank } from './level.ts'
import { metadataFindings } from './metadata/metadata.ts'
import { hasValues, problemFindings } from './problems.ts'
import { schemaFindings } from './schema/schema.ts'
import type { ChartSide } from './side.ts'
import { meaningFindings } from './templates/meaning.ts'
import { namedTemplateFindings } from './templates/named.ts'
import { valuesFindings } from './values/values.ts'

/** More than anyone reads; the size of reports depends on it. */
const MAX_FINDINGS = 1000

/** All findings between two sides of a chart, highest level first. Findings from rendering are passed in. */
export function compareCharts(old: ChartSide, now: ChartSide, rendered: readonly Finding[]): readonly Finding[] {
  return inOrder([...readFindings(old, now), ...rendered], now)
}

/** Renders both sides; where it is decided already that the change breaks, the defaults are enough. */
export type Render = (isDecided: boolean) => Promise<readonly Finding[]>

/** As `compareCharts`, with what can be read first: rendering is what costs time. */
export async function compareAndRender(old: ChartSide, now: ChartSide, render: Render): Promise<readonly Finding[]> {
  const read = readFindings(old, now)
  return inOrder([...read, ...(await render(highest(read) === 'major'))], now)
}

function readFindings(old: ChartSide, now: ChartSide): readonly Finding[] {
  const pair = analysePair(old, now)
  const values = hasValues(pair.old) && hasValues(pair.now) ? valuesFindings(pair) : []
  return [
    ...values,
    ...schemaFindings(pair),
    ...metadataFindings(pair),
    ...dependencyFindings(pair),
    ...namedTemplateFindings(pair),
    ...meaningFindings(pair),
    ...crdFindings(pair),
    ...fileFindings(pair),
    ...problemFindings(pair),
  ]
}

function inOrder(findings: readonly Finding[], now: ChartSide): readonly Finding[] {
  const placed = findings.map((finding) => atAFile(finding, now))
  return bounded(foldAliases(placed).toSorted((a, b) => rank(b.level) - rank(a.level)))
}

/**
 * A subchart may be used under several names, and its changes are found under each. They are reported once, with the
 * number of the others.
 */
function foldAliases(findings: readonly Finding[]): readonly Finding[] {
  const groups = Map.groupBy(findings, keyOf)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length === 1) return group
    return [{ ...first, text: `${first.text} The same under ${group.length - 1} more of its names.` }]
  })
}

/** The same for every name of a subchart: the rule, the place in the subchart's file, and the path below its key. */
function keyOf(finding: Finding, index: number): string {
  const { rule, subject, at } = finding
  if (!at?.file.startsWith('charts/')) return String(index)
  const below = subject.slice(subject.lastIndexOf('.') + 1)
  return [rule, at.file, at.line, below].join('\n')
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
