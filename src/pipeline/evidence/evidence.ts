import { chartFindings, frozenAppVersion } from '../../bump/registry.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { createLimiter } from '../../model/async/concurrency.ts'
import type { Finding } from '../../model/finding.ts'
import { informational } from '../../model/finding.ts'
import type { EvidenceOf, EvidenceQuestion } from '../../plan/version/required-bump.ts'
import type { Uses } from '../run.ts'
import { commitEvidence } from './commit-evidence.ts'
import type { ComparisonContext } from './compared-charts.ts'
import { currentChart, releasedChart } from './compared-charts.ts'
import { pinnedAsReleased } from './packaged-files.ts'
import type { ProposedChange } from './pull-request-base.ts'
import { createRenderer } from './renderer.ts'
import { testedValues } from './tested-values.ts'

/** Comparisons at once: each holds two charts in memory and starts processes of its own. */
const CHARTS_AT_ONCE = 4

/** The evidence about the charts of one commit. */
export type GatherEvidence = (sources: Sources, change: ProposedChange) => EvidenceOf

/**
 * Finds out what changed for users, only of charts that get another version: the released package is compared with what this
 * commit packages, both are rendered, and the commits between them are read. Comparisons are bounded in number and kept: a
 * run that lost a push plans again on a new head, where most charts are unchanged.
 */
export function createEvidenceGatherer(
  run: ComparisonContext['run'] & Uses<'helm' | 'ownCommits', 'files' | 'clock'>,
): GatherEvidence {
  const compared = new Map<string, Promise<readonly Finding[]>>()
  return (sources, change) => {
    const inTurn = createLimiter(CHARTS_AT_ONCE)
    return (chart, question) =>
      inTurn(async () => {
        const key = comparisonKey(sources, chart, question)
        const compareOnce = () =>
          compared.get(key) ?? kept(compared, key, compare({ run, sources, change }, chart, question))
        const { needs } = question
        const fromCharts = needs.includes('chart') ? await compareOnce() : []
        const fromCommits = needs.includes('commits') ? await commitEvidence(run, sources, chart, question) : []
        return [...fromCharts, ...fromCommits]
      })
  }
}

function kept<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value)
  return value
}

/** Equal if comparing again would give the same findings. */
function comparisonKey({ charts }: Sources, chart: ChartSource, question: EvidenceQuestion): string {
  const { since, appVersion, moved = [] } = question
  const below = [...new Set(chart.local.map(({ path }) => charts.get(path)?.fingerprint))]
  const digests = since.published.map(({ presence }) => presence.digest)
  const released = [since.version, digests, since.commit]
  return JSON.stringify([chart.path, chart.fingerprint, below, ...released, appVersion, moved])
}

interface Comparing {
  readonly run: ComparisonContext['run'] & Uses<'helm' | 'ownCommits', 'files' | 'clock'>
  readonly sources: Sources
  readonly change: ProposedChange
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
  const values = await testedValues(run, sources, chart, { old: old.side, now: now.side, since })
  const frozen = frozenAppVersion(old.side.files, now.side.files, chart.manifest)
  const found = await chartFindings(old.side, now.side, renderer, values)
  return [...found, ...now.notes, ...frozen]
}
