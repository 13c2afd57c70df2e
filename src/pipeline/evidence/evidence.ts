import { chartFindings, frozenAppVersion, renderedFindings } from '../../bump/registry.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { createLimiter } from '../../model/async/concurrency.ts'
import type { Finding } from '../../model/finding.ts'
import type { EvidenceOf, EvidenceQuestion } from '../../plan/version/required-level.ts'
import type { Run } from '../run.ts'
import { commitEvidence } from './commit-evidence.ts'
import { currentChart, releasedChart } from './compared-charts.ts'
import { informational } from './informational-finding.ts'
import { pinnedAsReleased } from './packaged-files.ts'
import type { ProposedChange } from './pull-request-base.ts'
import { createRenderer } from './renderer.ts'

/** Comparisons at once: each holds two charts in memory and starts processes of its own. */
const CHARTS_AT_ONCE = 4

/**
 * Finds out what changed for users, of charts that move only: the released package against what this commit packages, both
 * rendered, and what the commits between say. Bounded in how much is done at once, and done once a run.
 */
export function gatherEvidence(run: Run, sources: Sources, change: ProposedChange): EvidenceOf {
  const inTurn = createLimiter(CHARTS_AT_ONCE)
  return (chart, question) =>
    inTurn(async () => {
      const { needs } = question
      const compared = needs.includes('chart') ? await remembered({ run, sources, change }, chart, question) : []
      const said = needs.includes('commits') ? await commitEvidence(run, sources, chart, question) : []
      return [...compared, ...said]
    })
}

interface Comparing {
  readonly run: Run
  readonly sources: Sources
  readonly change: ProposedChange
}

/** A lost push plans again on a new head, where most charts are what they were. */
function remembered(
  plannedRun: Comparing,
  chart: ChartSource,
  question: EvidenceQuestion,
): Promise<readonly Finding[]> {
  const { run, sources } = plannedRun
  const { since, appVersion, moved = [] } = question
  const below = [...new Set(chart.local.map(({ path }) => sources.charts.get(path)?.fingerprint))]
  const digests = since.published.map(({ presence }) => presence.digest)
  const key = JSON.stringify([
    chart.path,
    chart.fingerprint,
    below,
    since.version,
    digests,
    since.commit,
    appVersion,
    moved,
  ])
  const compared = run.compared.get(key) ?? compare(plannedRun, chart, question)
  run.compared.set(key, compared)
  return compared
}

async function compare(
  { run, sources, change }: Comparing,
  chart: ChartSource,
  { since, appVersion, moved = [] }: EvidenceQuestion,
): Promise<readonly Finding[]> {
  const old = await releasedChart({ run, change }, chart, since)
  if (!('side' in old)) return [informational('files', 'evidence/no-release', since.version, old.why)]
  const from = pinnedAsReleased(sources, chart, { released: old.side.files, moved })
  const asPackaged = from.charts.get(chart.path) ?? chart
  const now = await currentChart({ run, change }, from, asPackaged, { old: old.side, appVersion })
  const renderer = createRenderer({ ...run.platform, helm: await run.helm() })
  const rendered = await renderedFindings(old.side, now.side, renderer)
  const frozen = frozenAppVersion(old.side.files, now.side.files, chart.manifest)
  return [...(await chartFindings(old.side, now.side, rendered)), ...now.notes, ...frozen]
}
