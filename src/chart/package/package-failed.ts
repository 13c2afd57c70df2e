import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import type { ExportedChart } from '../source/export.ts'
import type { ChartSource } from '../source/source.ts'

/** Helm's message about a file that it can't read, e.g. `cannot load values.yaml: … yaml: line 21: …`. */
const UNREADABLE = /cannot load (?<file>[\w./-]+): (?:.*?\bline (?<line>\d+))?/s

/**
 * Why Helm does not package a chart, at the file and line in the message if that file is the chart's own:
 * `CHART_PACKAGE_FAILED`.
 */
export function packageFailed(exported: ExportedChart, said: string): ReleaseError {
  const { manifest, path, files } = exported.chart
  const { file, line } = UNREADABLE.exec(said)?.groups ?? {}
  const isOwn = files.some((one) => one.path === file)
  const at =
    isOwn && file ? { file: posix.join(path, file), ...(line && { line: Number(line) }) } : { file: manifest.file }
  return new ReleaseError(
    'CHART_PACKAGE_FAILED',
    `helm package refuses ${manifest.name}: ${inRepository(said, exported)}`,
    { at },
  )
}

/** Helm names the private folder that it was given; users know the one in the repository. */
function inRepository(said: string, { chart, folder }: ExportedChart): string {
  return said.replaceAll(folder, chart.path)
}

/**
 * A chart can't be packaged because `path`, which it depends on, can't: code `DEPENDENCY_STOPPED` at the dependency's
 * line.
 */
export function dependencyFailed(
  chart: ChartSource,
  path: string,
  why: Uint8Array | ReleaseError | undefined,
): ReleaseError {
  const line = chart.local.find((local) => local.path === path)?.dependency.line
  const reason = why instanceof ReleaseError ? why.message : 'it was not built'
  return new ReleaseError('DEPENDENCY_STOPPED', `${chart.manifest.name} waits for ${path}, which failed: ${reason}`, {
    at: { file: chart.dependencyFile.file, ...(line !== undefined && { line }) },
  })
}
