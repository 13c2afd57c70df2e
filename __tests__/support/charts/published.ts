import { createHash } from 'node:crypto'
import { readArchive } from '../../../src/chart/archive/archive.ts'
import type { ReleasePlan } from '../../../src/model/plan.ts'
import type { ChartOutcome } from '../../../src/model/report.ts'
import type { SeenRequest, TestRegistry } from '../registry/registry.ts'
import type { Annotation } from '../run/runner-files.ts'
import type { WorkflowRun } from '../run/workflow.ts'

/** A chart version as it lies in a registry. */
export interface PublishedVersion {
  /** Of the manifest. */
  readonly digest: string
  readonly annotations: Readonly<Record<string, string>>
  readonly archive: Buffer
  readonly archiveDigest: string
  /** Text of every file in the archive, by path from the chart's folder. */
  readonly files: Readonly<Record<string, string>>
  /** Whether cosign's tag and at least one bundle are there. */
  readonly signed: boolean
}

interface ManifestJson {
  readonly annotations?: Readonly<Record<string, string>>
  readonly layers: readonly { readonly digest: string }[]
}

/** What a registry holds under a version of a chart of `acme/charts`; `undefined` where there is no such tag. */
export function publishedVersion(registry: TestRegistry, name: string, version: string): PublishedVersion | undefined {
  const repository = `acme/charts/${name}`
  const manifest = registry.manifest(repository, version)
  if (!manifest) return undefined
  const { annotations = {}, layers } = JSON.parse(manifest.bytes.toString()) as ManifestJson
  const archive = registry.blob(repository, layers[0]?.digest ?? '') ?? Buffer.alloc(0)
  const files = readArchive(archive).map(({ path, content }) => [path, Buffer.from(content).toString()])
  return {
    digest: manifest.digest,
    annotations,
    archive,
    archiveDigest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    files: Object.fromEntries(files),
    signed: isSigned(registry, repository, manifest.digest),
  }
}

/** Versions of a chart that consumers see. */
export function versionsOf(registry: TestRegistry, name: string): readonly string[] {
  return registry.tags(`acme/charts/${name}`).filter((tag) => !tag.startsWith('sha256-'))
}

/** Whether cosign's tag and at least one bundle are there for a digest. */
export function isSigned(registry: TestRegistry, repository: string, digest: string): boolean {
  return registry.tags(repository).includes(signatureTag(digest)) && registry.referrers(repository, digest).length > 0
}

/** Where cosign v2 looks for signatures of a digest. */
export function signatureTag(digest: string): string {
  return `${digest.replace(':', '-')}.sig`
}

/** Requests that would change something, from the `from`th on. */
export function changesIn(registry: TestRegistry, from = 0): readonly SeenRequest[] {
  return registry.requests.slice(from).filter(({ method }) => method !== 'GET' && method !== 'HEAD')
}

/** What a run says of each chart, by name. */
export function outcomesOf(run: WorkflowRun): Readonly<Record<string, ChartOutcome & { readonly digest?: string }>> {
  if (run.outputs.charts === undefined) throw new Error(`the run told nothing of charts:\n${run.stdout}${run.stderr}`)
  const { charts } = JSON.parse(run.outputs.charts) as { charts: readonly ChartOutcome[] }
  return Object.fromEntries(charts.map((chart) => [chart.name, chart]))
}

/** Version and result of each chart, in one line each: `web 1.4.3 released`. */
export function resultsOf(run: WorkflowRun): readonly string[] {
  return Object.values(outcomesOf(run)).map(({ name, version, result }) => `${name} ${version} ${result}`)
}

export function planOf(run: WorkflowRun): ReleasePlan {
  return JSON.parse(run.outputs.plan ?? '') as ReleasePlan
}

/** All errors that a run shows, at their places. */
export function errorsIn(run: WorkflowRun): readonly (Annotation & { readonly code: string })[] {
  const errors = run.annotations.filter(({ level }) => level === 'error')
  return errors.map((error) => ({ ...error, code: (error.properties.title ?? '').replace(/^.*: /, '') }))
}

/** Codes of all errors that a run shows, e.g. `VERSION_TAKEN`. */
export function errorsOf(run: WorkflowRun): readonly string[] {
  return errorsIn(run).map(({ code }) => code)
}
