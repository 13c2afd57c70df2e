import type { Digest } from '../../../src/model/chart.ts'
import type { PlannedChart, ReleasePlan } from '../../../src/model/plan.ts'
import type { ArchiveReference, ChartOutcome, ManifestReference, ReleaseReport } from '../../../src/model/report.ts'

export const aDigest: Digest = `sha256:${'ab12cd34'.repeat(8)}`

export const anIdentity = {
  subject: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
  issuer: 'https://token.actions.githubusercontent.com',
  sourceRepository: 'https://github.com/acme/charts',
}

export function aReference(name: string, version: string, host = 'ghcr.io'): ManifestReference {
  const repository = `${host}/acme/charts/${name}`
  return {
    reference: `oci://${repository}:${version.replace('+', '_')}`,
    pinned: `${repository}@${aDigest}`,
    digest: aDigest,
  }
}

/** As an index names it. */
export function anArchive(
  name: string,
  version: string,
  repository = 'https://acme.github.io/charts',
): ArchiveReference {
  return { reference: `${repository}/${name}-${version.replace('+', '%2B')}.tgz`, repository, digest: aDigest }
}

export function anOutcome(changes: Partial<ChartOutcome> = {}): ChartOutcome {
  const { name = 'app', version = '1.4.3' } = changes
  return {
    name,
    path: `charts/${name}`,
    version,
    reason: 'its templates changed',
    result: 'released',
    references: [aReference(name, version)],
    signed: true,
    ...changes,
  }
}

export function aReport(changes: Partial<ReleaseReport> = {}): ReleaseReport {
  return { mode: 'release', charts: [anOutcome()], identity: anIdentity, problems: [], advice: [], ...changes }
}

export function aPlannedChart(changes: Partial<PlannedChart> = {}): PlannedChart {
  return {
    path: 'charts/app',
    name: 'app',
    type: 'application',
    action: 'bump',
    currentVersion: '1.4.2',
    version: '1.4.3',
    fingerprint: 'f',
    reason: '1.4.2 is published with other content',
    evidence: [],
    findings: [],
    follows: [],
    ...changes,
  }
}

export function aPlan(changes: Partial<ReleasePlan> = {}): ReleasePlan {
  return { schema: 1, commit: 'c'.repeat(40), branch: 'main', charts: [aPlannedChart()], settings: {}, ...changes }
}
