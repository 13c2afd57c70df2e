import { posix } from 'node:path'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { ReleaseError } from '../../model/errors.ts'
import { someOf } from '../../model/text.ts'
import type { Files } from '../../ports/files.ts'
import type { Helm } from '../../ports/helm.ts'
import { lintProblem, type ToLint } from './lint-failed.ts'
import { lintEach } from './lint-runs.ts'
import type { Lintable } from './schema-references.ts'

export { isRegardless, type ToLint } from './lint-failed.ts'

const WRITES_AT_ONCE = 8
const NAMED = 5

interface LintContext {
  readonly helm: Helm
  readonly files: Files
  readonly warn: (text: string) => void
  /** Whether an error of Helm's is about the chart; by default each is. */
  readonly counts?: (message: string) => boolean
}

/**
 * Lints archives as they will be stored, with the values that their settings name: this also proves that Helm can load
 * them. Errors by folder of the chart: `CHART_LINT_FAILED`.
 */
export async function lintArchives(
  charts: readonly ToLint[],
  { helm, files, warn, counts = () => true }: LintContext,
): Promise<ReadonlyMap<string, ReleaseError>> {
  if (charts.length === 0) return new Map()
  for (const { notices } of charts) for (const notice of notices) warn(notice)
  const unreadable = charts.flatMap(({ chart, unreadable: found }) =>
    found ? [[chart.path, unreadableFile(chart, found)] as const] : [],
  )
  const linted = charts.filter((one) => !one.unreadable && one.linting?.mode !== 'off')
  if (linted.length === 0) return new Map(unreadable)
  const unmatched = linted.filter((one) => one.linting?.isUnmatched).map(({ chart }) => chart.name)
  if (unmatched.length > 0) warn(withDefaults(unmatched))
  const folder = await files.temporaryFolder('lint')
  const written = linted.map((one, index) => ({ ...one, archivePath: posix.join(folder, `${index}.tgz`) }))
  await mapConcurrent(written, WRITES_AT_ONCE, ({ archivePath, archive }) => files.write(archivePath, archive))
  const runs = await lintEach(written, { helm, files, folder })
  const failed = written.flatMap((one) => {
    const problem = lintProblem(one, runs.get(one) ?? [], counts)
    return problem ? [[one.chart.path, problem] as const] : []
  })
  return new Map([...unreadable, ...failed])
}

function withDefaults(names: readonly string[]): string {
  return `\`lint-values\` matches no file of ${someOf(names, NAMED)}: linted with the defaults. Globs count from the folder of the chart.`
}

function unreadableFile(chart: ToLint['chart'], { path, problem }: NonNullable<Lintable['unreadable']>): ReleaseError {
  return new ReleaseError('CHART_LINT_FAILED', `${path} of ${chart.name} ${problem}`, {
    hint: 'Make it one JSON document in UTF-8, with nothing after it: some versions of Helm refuse anything else.',
    at: { file: posix.join(chart.path, path) },
  })
}
