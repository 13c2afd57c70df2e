import { posix } from 'node:path'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Helm } from '../../ports/helm.ts'
import { lintPlace } from './lint-place.ts'
import type { Lintable, MissingReference } from './schema-references.ts'

/** Helm names the private folder that it unpacked the chart to; users know the one in the repository. */
const UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g

const WRITES_AT_ONCE = 8

/** A chart with its archive as Helm may see it. */
export interface ToLint extends Lintable {
  readonly chart: Pick<PackagedChart, 'name' | 'path'>
  /** Whether the repository has that file of the package; by path from the chart's folder. */
  readonly isOwn?: (path: string) => boolean
}

interface LintContext {
  readonly helm: Helm
  readonly files: Files
  readonly warn: (text: string) => void
  /** Whether an error of Helm's is about the chart; by default each is. */
  readonly counts?: (message: string) => boolean
}

/**
 * Lints archives as they will be stored, all in one step: this also proves that Helm can load them. Errors by folder of
 * the chart: `CHART_LINT_FAILED`.
 */
export async function lintArchives(
  charts: readonly ToLint[],
  { helm, files, warn, counts = () => true }: LintContext,
): Promise<ReadonlyMap<string, ReleaseError>> {
  if (charts.length === 0) return new Map()
  const folder = await files.temporaryFolder('lint')
  for (const { notices } of charts) for (const notice of notices) warn(notice)
  const unreadable = charts.flatMap(({ chart, unreadable: found }) =>
    found ? [[chart.path, unreadableFile(chart, found)] as const] : [],
  )
  const written = charts
    .filter((one) => !one.unreadable)
    .map((one, index) => ({ ...one, path: posix.join(folder, `${index}.tgz`) }))
  await mapConcurrent(written, WRITES_AT_ONCE, ({ path, archive }) => files.write(path, archive))
  const linted = await helm.lint(written.map(({ path }) => path))
  const failed = written.flatMap((one) => {
    const { failed: isRefused, messages } = linted.get(one.path) ?? { failed: true, messages: [] }
    const errors = messages.filter((message) => !message.startsWith('WARNING'))
    const isSound = !isRefused || (errors.length > 0 && !errors.some(counts))
    return isSound ? [] : [[one.chart.path, lintFailed(one, errors.filter(counts))] as const]
  })
  return new Map([...unreadable, ...failed])
}

function unreadableFile(chart: ToLint['chart'], { path, problem }: NonNullable<Lintable['unreadable']>): ReleaseError {
  return new ReleaseError('CHART_LINT_FAILED', `${path} of ${chart.name} ${problem}`, {
    hint: 'Make it one JSON document in UTF-8, with nothing after it: some versions of Helm refuse anything else.',
    at: { file: posix.join(chart.path, path) },
  })
}

/** Helm would report a missing file below the root folder of the machine. */
function notInPackage({ chart: { name, path }, isOwn }: ToLint, { path: file, reference, line }: MissingReference) {
  const isHere = isOwn ? isOwn(file) : !file.startsWith('charts/')
  return new ReleaseError(
    'CHART_LINT_FAILED',
    `${file} of ${name} refers to ${JSON.stringify(reference)}, which Helm looks for outside of the package: it refuses every install.`,
    {
      hint: 'Copy that schema into `$defs` (`definitions` before draft 2019-09) of the same file, and refer to it as `#/$defs/<name>`.',
      at: isHere
        ? { file: posix.join(path, file), ...(line !== undefined && { line }) }
        : { file: posix.join(path, 'Chart.yaml') },
    },
  )
}

function lintFailed(toLint: ToLint, messages: readonly string[]): ReleaseError {
  const { name, path } = toLint.chart
  const mark = [...toLint.missing.keys()].find((one) => messages.some((message) => message.includes(one)))
  const lost = mark === undefined ? undefined : toLint.missing.get(mark)
  if (lost) return notInPackage(toLint, lost)
  const errors = messages.map((one) => one.replace(/^ERROR /, '').replace(UNPACKED, path))
  const { file, line } = lintPlace(errors, toLint.isOwn) ?? { file: 'Chart.yaml' }
  return new ReleaseError('CHART_LINT_FAILED', `helm lint refuses ${name}: ${errors.join('; ').slice(0, 1500)}`, {
    hint: `Correct it, and check with \`helm lint ${path}\`.`,
    at: { file: posix.join(path, file), ...(line !== undefined && { line }) },
  })
}
