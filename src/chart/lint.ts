import { posix } from 'node:path'
import type { PackagedChart } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Files, Helm } from '../platform/platform.ts'
import type { ArchiveFile } from './archive.ts'
import { lintable } from './schema-references.ts'

/** Helm names the private folder that it unpacked the chart to; its reader knows the one in the repository. */
const UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g

/** An archive to lint, with the files in it. */
export interface ToLint {
  readonly chart: PackagedChart
  readonly content: readonly ArchiveFile[]
}

/**
 * Lints at most `count` archives as they will be stored: so Helm also proves that it loads them. It begins with the first
 * ones while others are still being made. By folder of the chart: `CHART_LINT_FAILED`.
 */
export async function lintArchives(
  charts: Iterable<ToLint> | AsyncIterable<ToLint>,
  count: number,
  { helm, files, warn }: { readonly helm: Helm; readonly files: Files; readonly warn: (text: string) => void },
): Promise<ReadonlyMap<string, ReleaseError>> {
  const folder = await files.temporaryFolder('lint')
  const archives = new Map<PackagedChart, string>()
  async function* written() {
    for await (const { chart, content } of charts) {
      const path = posix.join(folder, `${archives.size}.tgz`)
      archives.set(chart, path)
      const { archive, notices } = lintable(chart, content)
      for (const notice of notices) warn(notice)
      await files.write(path, archive)
      yield path
    }
  }
  const linted = await helm.lint(written(), count)
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
