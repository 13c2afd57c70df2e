import { createHash } from 'node:crypto'
import type { ChartSource, Sources } from '../../../src/chart/source/source.ts'
import type { Digest, PackagedChart } from '../../../src/model/chart.ts'
import type { PublishedArtifact, StagedArtifact, Target } from '../../../src/model/target.ts'
import type { PackagedRelease, SignedRelease } from '../../../src/pipeline/chart-release.ts'
import type { PlannedRun } from '../../../src/pipeline/planned-run.ts'
import type { ChartDecision } from '../../../src/plan/decision/decision.ts'
import type { Log } from '../../../src/ports/runner.ts'

// Values of a run for tests that call a step by itself.

export const digestOf = (text: string): Digest => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** A chart in a folder of its name; `on` names charts that it depends on by folder. */
export function aChart(name: string, on: readonly string[] = []): ChartSource {
  const file = `charts/${name}/Chart.yaml`
  const span = { start: 0, end: 0, line: 3 }
  return {
    path: `charts/${name}`,
    manifest: {
      ...{ file, text: '', apiVersion: 'v2', name, version: '1.0.0', appVersion: '5.0', type: 'application' },
      ...{ metadata: {}, dependencies: [], versionSpan: span, nameSpan: span },
    },
    dependencies: [],
    dependencyFile: { file, text: '' },
    files: [],
    local: on.map((one) => ({ path: `charts/${one}` })),
    fingerprint: digestOf(name),
  } as unknown as ChartSource
}

export function sourcesOf(...charts: readonly ChartSource[]): Sources {
  const tree = { commit: 'c0ffee', paths: [], entry: () => undefined }
  return {
    tree,
    charts: new Map(charts.map((chart) => [chart.path, chart])),
    problems: new Map(),
  } as unknown as Sources
}

/** A decision to publish a chart as it is; no target holds it. */
export function aDecision(chart: ChartSource, changes: Partial<ChartDecision> = {}): ChartDecision {
  return {
    ...{ chart, action: 'publish', version: chart.manifest.version, reason: 'no target holds it' },
    ...{ bump: { setting: 'none', source: 'default' }, findings: [], follows: [], edits: {} },
    ...{ desired: { evidence: false }, sightings: [] },
    ...changes,
  }
}

export function aPlannedRun(charts: readonly ChartSource[], changes: Partial<PlannedRun> = {}): PlannedRun {
  return {
    ...{
      head: 'c0ffee',
      sources: sourcesOf(...charts),
      scope: { kind: 'all' },
      decisions: charts.map((one) => aDecision(one)),
    },
    ...{ unreadable: [], plan: { schema: 1, commit: 'c0ffee', charts: [], settings: {} }, warnings: [], remarks: [] },
    ...{
      published: new Set(),
      halfReleases: { halves: [], checked: [], warnings: [] },
      remoteTags: async () => new Map(),
    },
    ...changes,
  } as PlannedRun
}

export function packagedOf(chart: ChartSource): PackagedChart {
  const { name, version } = chart.manifest
  const archive = Buffer.from(`${name}-${version}`)
  return {
    ...{ path: chart.path, name, version, archive, digest: digestOf(archive.toString()), metadata: {} },
    ...{ fingerprint: chart.fingerprint, revision: 'c0ffee', created: new Date(0) },
  }
}

export const aPackagedRelease = (chart: ChartSource, changes: Partial<ChartDecision> = {}): PackagedRelease => ({
  path: chart.path,
  decision: aDecision(chart, changes),
  packaged: packagedOf(chart),
})

/** A release that was staged on these targets, where nobody had published it. */
export function aSignedRelease(chart: ChartSource, targets: readonly Target[]): SignedRelease {
  const release = aPackagedRelease(chart)
  return {
    ...release,
    staged: targets.map((target) => {
      const artifact = artifactOf(target.address, release.packaged)
      return { target, artifact, subject: artifact, published: false, isListed: false }
    }),
  }
}

export function artifactOf(address: string, { name, version, digest }: PackagedChart): StagedArtifact {
  return { ref: { name, version }, digest, repository: `${address}/${name}`, isNew: true }
}

export interface MemoryTarget extends Target {
  /** What was asked of it, in order, e.g. `stage app`. */
  readonly calls: string[]
  readonly stored: Map<string, PackagedChart>
}

/** A target that keeps what it is given in memory; `changes` replaces single answers. */
export function aTarget(address = 'oci://registry.test/charts', changes: Partial<Target> = {}): MemoryTarget {
  const calls: string[] = []
  const stored = new Map<string, PackagedChart>()
  const target = {
    ...{ address, hides: 'unlisted', together: false, signs: 'manifest', calls, stored },
    reference: ({ name, version }) => `${address}/${name}:${version}`,
    preflight: async () => [],
    find: async ({ name }) => {
      const there = stored.get(name)
      return there ? { state: 'present', digest: there.digest, signed: 'none' } : { state: 'absent' }
    },
    versions: async () => [],
    stage: async (chart) => {
      calls.push(`stage ${chart.name}`)
      stored.set(chart.name, chart)
      return artifactOf(address, chart)
    },
    adopt: ({ name, version }, { digest }) => ({ ref: { name, version }, digest, repository: `${address}/${name}` }),
    attach: async ({ ref }) => void calls.push(`attach ${ref.name}`),
    adoptions: async () => [],
    recordAdoption: async ({ ref }) => void calls.push(`record ${ref.name}`),
    signatures: async () => ({ legacy: [], bundles: [] }),
    fetch: async ({ ref, digest }) => {
      const { archive = new Uint8Array(), digest: archiveDigest = digest } = stored.get(ref.name) ?? {}
      return { digest, archive, archiveDigest }
    },
    promote: async (artifacts) => {
      calls.push(`promote ${artifacts.map(({ ref }) => ref.name).join(' ')}`)
      return artifacts.map((artifact): PublishedArtifact => {
        return { ...artifact, reference: target.reference(artifact.ref), changed: true }
      })
    },
    ...changes,
  } satisfies Target & { readonly calls: string[]; readonly stored: Map<string, PackagedChart> } as MemoryTarget
  return target
}

/** A log that keeps its lines. */
export function aLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (text: string) => void lines.push(text)
  return {
    ...{ lines, info: keep, debug: keep, notice: keep, warning: keep, error: keep },
    group: (_title, work) => work(),
  }
}
