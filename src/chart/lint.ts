import { posix } from 'node:path'
import type { PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import { sideBySide } from '../model/settle.ts'
import type { Files, Helm } from '../platform/platform.ts'
import type { Lintable } from './schema-references.ts'

/** Helm names the private folder that it unpacked the chart to; its reader knows the one in the repository. */
const UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g

const WRITES_AT_ONCE = 8

/** A chart with its archive as Helm may see it. */
export interface ToLint extends Lintable {
  readonly chart: PackagedChart
}

/**
 * Lints archives as they will be stored, all in one step: so Helm also proves that it loads them. By folder of the chart:
 * `CHART_LINT_FAILED`.
 */
export async function lintArchives(
  charts: readonly ToLint[],
  { helm, files, warn }: { readonly helm: Helm; readonly files: Files; readonly warn: (text: string) => void },
): Promise<ReadonlyMap<string, ReleaseError>> {
  if (charts.length === 0) return new Map()
  const folder = await files.temporaryFolder('lint')
  for (const { notices } of charts) for (const notice of notices) warn(notice)
  const unreadable = charts.flatMap(({ chart, unreadable: found }) =>
    found ? [[chart.path, unreadableFile(chart, found)] as const] : [],
  )
  const written = charts
    .filter((one) => !one.unreadable)
    .map(({ chart, archive }, index) => ({ chart, archive, path: posix.join(folder, `${index}.tgz`) }))
  await sideBySide(written, WRITES_AT_ONCE, ({ path, archive }) => files.write(path, archive))
  const linted = await helm.lint(written.map(({ path }) => path))
  const failed = written.flatMap(({ chart, path }) => {
    const result = linted.get(path)
    return result?.failed === false ? [] : [[chart.path, refused(chart, result?.messages ?? [])] as const]
  })
  return new Map([...unreadable, ...failed])
}

function unreadableFile(chart: PackagedChart, { path, problem }: NonNullable<Lintable['unreadable']>): ReleaseError {
  return new ReleaseError('CHART_LINT_FAILED', `${path} of ${chart.name} ${problem}`, {
    hint: 'Make it one JSON document in UTF-8, with nothing after it: some versions of Helm refuse anything else.',
    at: { file: posix.join(chart.path, path) },
  })
}

function refused({ name, path }: PackagedChart, messages: readonly string[]): ReleaseError {
  const errors = messages
    .filter((message) => !message.startsWith('WARNING'))
    .map((one) => one.replace(/^ERROR /, '').replace(UNPACKED, path))
  return new ReleaseError('CHART_LINT_FAILED', `helm lint refuses ${name}: ${errors.join('; ').slice(0, 1500)}`, {
    hint: `Run \`helm lint ${path}\` to see it yourself.`,
    at: { file: posix.join(path, 'Chart.yaml') },
  })
}
