import { posix } from 'node:path'
import type { PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Files, Helm } from '../platform/platform.ts'
import { lintable } from './schema-references.ts'

/** Helm names the private folder that it unpacked the chart to; its reader knows the one in the repository. */
const UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g

/**
 * Lints archives as they will be stored, all in one step: so Helm also proves that it loads them. By folder of the chart:
 * `CHART_LINT_FAILED`.
 */
export async function lintArchives(
  charts: readonly PackagedChart[],
  { helm, files, warn }: { readonly helm: Helm; readonly files: Files; readonly warn: (text: string) => void },
): Promise<ReadonlyMap<string, ReleaseError>> {
  if (charts.length === 0) return new Map()
  const folder = await files.temporaryFolder('lint')
  const archives = new Map(charts.map((chart, index) => [chart, posix.join(folder, `${index}.tgz`)]))
  for (const [{ name, archive }, path] of archives) {
    const { archive: linted, notices } = lintable(name, archive)
    await files.write(path, linted)
    for (const notice of notices) warn(notice)
  }
  const linted = await helm.lint([...archives.values()])
  return new Map(
    [...archives].flatMap(([chart, path]) => {
      const result = linted.get(path)
      return result?.failed === false ? [] : [[chart.path, refused(chart, result?.messages ?? [])] as const]
    }),
  )
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
