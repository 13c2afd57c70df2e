import type { PackagedChart } from '../../../src/model/chart.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Target } from '../../../src/model/target.ts'
import type { PromotedRelease, SignedOn } from '../../../src/pipeline/chart-release.ts'
import type { PlannedRun } from '../../../src/pipeline/planned-run.ts'
import type { ChartDecision } from '../../../src/plan/decision/decision.ts'
import { aPlannedChart as aChart } from '../charts/plain-charts.ts'
import { aDigest, aPlan } from './reports.ts'

/** The decision to bump `app` 1.4.2 to 1.5.0; `changes` replace what a test is about. */
export function aDecision(changes: Partial<ChartDecision> = {}): ChartDecision {
  return {
    chart: aChart('app', '1.4.2'),
    action: 'bump',
    version: '1.5.0',
    reason: 'its content changed since 1.4.2 was published',
    bump: { setting: 'auto', source: 'default' },
    level: 'minor',
    comparedWith: '1.4.2',
    findings: [],
    desired: { evidence: true },
    sightings: [],
    edits: { version: '1.5.0' },
    follows: [],
    ...changes,
  }
}

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    ...{ level: 'minor', kind: 'values', rule: 'values/added', subject: 'image.tag', text: 'image.tag was added' },
    at: { file: 'values.yaml', line: 3 },
    ...changes,
  }
}

/** A run whose plan has these decisions. */
export function aPlannedRun(
  decisions: readonly ChartDecision[] = [aDecision()],
  changes: Partial<PlannedRun> = {},
): PlannedRun {
  return {
    head: 'c'.repeat(40),
    sources: {
      tree: { commit: 'c'.repeat(40), files: [] } as unknown as PlannedRun['sources']['tree'],
      charts: new Map(decisions.map(({ chart }) => [chart.path, chart])),
      problems: new Map(),
    },
    scope: { kind: 'all' },
    decisions,
    unreadable: [],
    plan: aPlan({ charts: [] }),
    warnings: [],
    remarks: [],
    published: new Set(),
    halfReleases: { halves: [], checked: [], warnings: [] },
    remoteTags: async () => new Map(),
    ...changes,
  }
}

/** The decision's chart, published on one target for the first time. */
export function aPromotedRelease(
  decision: ChartDecision = aDecision(),
  {
    on = {},
    changed = true,
    signs = 'manifest',
  }: { on?: Partial<SignedOn>; changed?: boolean; signs?: Target['signs'] } = {},
): PromotedRelease {
  const { name } = decision.chart.manifest
  const { version } = decision
  const repository = signs === 'manifest' ? `ghcr.io/acme/charts/${name}` : 'https://acme.example/charts'
  const artifact = { ref: { name, version }, digest: aDigest, repository }
  const reference = signs === 'manifest' ? `oci://${repository}:${version}` : `${repository}/${name}-${version}.tgz`
  const staged: SignedOn = {
    target: { address: 'oci://ghcr.io/acme/charts', signs, ...(signs === 'archive' && { url: repository }) } as Target,
    ...{ artifact, subject: { repository, digest: aDigest }, published: false, isListed: false },
    ...on,
  }
  return {
    path: decision.chart.path,
    decision,
    packaged: { name, version, digest: aDigest } as PackagedChart,
    staged: [staged],
    published: [{ ...artifact, reference, changed }],
  }
}
