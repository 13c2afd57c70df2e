import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import type { ChartSource } from '../../../src/chart/source/source.ts'

/** A chart as far as planning looks at it, read from a small Chart.yaml; `change` replaces what a test is about. */
export function aPlannedChart(name: string, version = '1.0.0', change: Partial<ChartSource> = {}): ChartSource {
  const path = change.path ?? `charts/${name}`
  const text = `apiVersion: v2\nname: ${name}\nversion: ${version}\nappVersion: "7"\n`
  const manifest = readChartYaml(text, `${path}/Chart.yaml`)
  const dependencyFile = { file: manifest.file, text }
  return {
    path,
    manifest,
    dependencies: [],
    dependencyFile,
    files: [],
    local: [],
    fingerprint: `sha256:${name}`,
    ...change,
  }
}
