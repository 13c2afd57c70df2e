import { posix } from 'node:path'
import { findingWords, rank } from '../../bump/registry.ts'
import type { CheckedChart } from '../../model/check.ts'
import type { Location } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { Advice } from '../../model/report.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'

/** GitHub shows about ten annotations of a kind; more for one chart would hide those of others. */
const MAX_PER_CHART = 10

/**
 * What maintainers should know about the decisions, at the lines concerned: versions that were accepted although they are
 * too low, a frozen appVersion, values of Chart.yaml that Helm publishes as something else.
 */
export function decisionAdvice(decisions: readonly ChartDecision[]): readonly Advice[] {
  return decisions.flatMap((decision) => [
    ...(decision.action === 'wait' ? waiting(decision) : tooLow(decision)),
    ...belowReleased(decision),
    ...findingWarnings(decision),
  ])
}

function tooLow({ chart, requiredVersion, comparedWith, levelReason = '' }: ChartDecision): readonly Advice[] {
  if (requiredVersion === undefined) return []
  const { name, version } = chart.manifest
  const text = `${name} ${version} is taken as it was raised by hand, though ${requiredVersion} is called for after ${comparedWith}: ${levelReason}.`
  return [adviceOnVersion(chart, text)]
}

/** In every run until somebody raises the version, so it is not a warning. */
function waiting({ chart, reason, bump }: ChartDecision): readonly Advice[] {
  const isInherited = bump.source === 'chart-releaser'
  const why = isInherited
    ? ' Versions are left to you since settings of chart-releaser are read (`bump: manual`); with `bump: auto` the action raises them.'
    : ''
  return [{ ...adviceOnVersion(chart, `${chart.manifest.name} ${reason.replace(/\.$/, '')}.${why}`), level: 'notice' }]
}

function belowReleased({ chart, version, below }: ChartDecision): readonly Advice[] {
  if (below === undefined) return []
  const { name } = chart.manifest
  const text = `${name} ${version} is below ${below}, which this branch has published and which git no longer says: whoever takes the newest version stays with ${below}. Raise \`version\` above ${below} to reach them.`
  return [adviceOnVersion(chart, text)]
}

function adviceOnVersion({ manifest: { name, file, versionSpan } }: ChartDecision['chart'], text: string): Advice {
  return { kind: 'chart', level: 'warning', title: name, text, at: { file, line: versionSpan.line } }
}

function findingWarnings({ chart, findings }: ChartDecision): readonly Advice[] {
  return findings
    .filter(({ rule }) => /^(?:app-version|lint)\//.test(rule))
    .map((finding) => adviceOnFinding(chart, finding, 'warning'))
}

/** The findings of a chart whose version a check does not accept, each at its own line. Those that decide are warnings. */
export function findingAdvice({ chart, findings, level }: ChartDecision, { verdict }: CheckedChart): readonly Advice[] {
  if (!['missing', 'too-low', 'mild', 'left', 'waiting'].includes(verdict) || level === undefined) return []
  const weighty = findings.filter(
    (finding) => rank(finding.level) > rank('patch') || (level === 'patch' && finding.level === 'patch'),
  )
  const top = weighty[0]?.level
  return weighty
    .slice(0, MAX_PER_CHART)
    .map((finding) =>
      adviceOnFinding(
        chart,
        finding,
        finding.level === top && verdict !== 'left' && verdict !== 'waiting' ? 'warning' : 'notice',
      ),
    )
}

function adviceOnFinding(
  { path, manifest, files }: ChartDecision['chart'],
  finding: Finding,
  level: Advice['level'],
): Advice {
  const text = finding.level === 'none' ? `${finding.text.replace(/\.$/, '')}.` : `${findingWords(finding)}.`
  return {
    kind: 'chart',
    level,
    title: `${manifest.name}: ${finding.rule}`,
    text,
    at: placeOfFinding({ path, files }, finding.at),
  }
}

/**
 * Findings count from the chart's folder, annotations from the repository root. A file of a packaged
 * dependency is not in the repository.
 */
function placeOfFinding(
  { path, files }: Pick<ChartDecision['chart'], 'path' | 'files'>,
  at: Location | undefined,
): Location {
  const file = files.find((one) => one.path === at?.file)
  return at && file ? { ...at, file: file.from } : { file: posix.join(path, 'Chart.yaml') }
}
