import type { ChartManifest } from '../../model/chart.ts'
import { type ArchiveFile, unpack } from '../archive/archive.ts'
import { invalid } from '../archive/tar-read.ts'
import { readChartYaml, readRequirements } from '../manifest/chart-yaml.ts'

/** A packaged chart as a client would see it. */
export interface PackagedContent {
  /** From the Chart.yaml inside; `metadata` as `helm push` would publish it, with the dependencies of a v1 chart. */
  readonly manifest: ChartManifest
  readonly files: readonly ArchiveFile[]
}

/** Reads a packaged chart. Fails as `readArchive` and `readChartYaml`; without a Chart.yaml it is `ARCHIVE_INVALID`. */
export function readPackagedChart(tgz: Uint8Array): PackagedContent {
  const { root, files } = unpack(tgz)
  const textOf = (path: string) => {
    const file = files.find((one) => one.path === path)
    return file && Buffer.from(file.content).toString()
  }
  const chartYaml = textOf('Chart.yaml')
  if (chartYaml === undefined) throw invalid('holds no Chart.yaml')
  const manifest = readChartYaml(chartYaml, `${root}/Chart.yaml`)
  const requirements = manifest.apiVersion === 'v1' ? textOf('requirements.yaml') : undefined
  if (requirements === undefined) return { manifest, files }
  return { manifest: withDependencies(manifest, readRequirements(requirements, `${root}/requirements.yaml`)), files }
}

// Helm loads requirements.yaml into the metadata, where `dependencies` comes before `type`.
function withDependencies(manifest: ChartManifest, dependencies: ChartManifest['dependencies']): ChartManifest {
  if (dependencies.length === 0) return manifest
  const { type, ...before } = manifest.metadata
  const own = dependencies.map(({ fields }) => fields)
  return { ...manifest, metadata: { ...before, dependencies: own, ...(type !== undefined && { type }) } }
}
