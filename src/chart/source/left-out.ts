import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import type { IgnoreRule } from './helmignore.ts'
import { archivePath } from './local-dependencies.ts'
import type { ChartDraft } from './read-chart.ts'
import type { ChartSource, LeftOut } from './source.ts'
import type { SourceFile, Tree } from './tree.ts'

/** The parts that a chart is used by. Helm leaves them out without a word if .helmignore names them. */
const PARTS = ['values.yaml', 'values.schema.json', 'requirements.yaml', 'templates', 'crds']

/**
 * The parts of a chart that git has and .helmignore leaves out as a whole. Without Chart.yaml, its own or that of a
 * chart in `charts/`, Helm loads nothing, and without `charts/` no chart with dependencies: that fails with
 * `IGNORE_INVALID` at the rule.
 */
export function leftOutOf(tree: Tree, draft: ChartDraft, files: readonly SourceFile[]): readonly LeftOut[] {
  const { path: folder, ignoredBy } = draft
  const kept = new Set(files.flatMap(({ path }) => [path, path.split('/')[0] ?? '']))
  const subcharts = new Set(files.flatMap(({ path }) => /^charts\/[^/]+(?=\/)/.exec(path)?.[0] ?? []))
  for (const chart of ['', ...subcharts]) {
    const file = posix.join(chart, 'Chart.yaml')
    const rule = kept.has(file) || !tree.entry(posix.join(folder, file)) ? undefined : ignoredBy(file, false)
    if (rule) throw noChart(folder, file, rule)
  }
  refuseWithoutDependencies(draft, files)
  return PARTS.flatMap((path) => {
    const whole = posix.join(folder, path)
    const isThere = tree.entry(whole) !== undefined || tree.isFolder(whole)
    if (kept.has(path) || !isThere) return []
    const rule = ignoredBy(path, tree.isFolder(whole)) ?? ruleOfFirst(tree, draft, path)
    return rule ? [{ path, ...rule }] : []
  })
}

/** For a folder whose files are left out one by one. */
function ruleOfFirst(tree: Tree, { path, ignoredBy }: ChartDraft, folder: string): IgnoreRule | undefined {
  const [first] = tree.below(posix.join(path, folder))
  const rule = first && ignoredBy(posix.relative(path, first.path), false)
  return rule?.line === undefined ? undefined : rule
}

/** Archives that are put into `charts/` are left out like everything else. */
function refuseWithoutDependencies({ path, dependencies, ignoredBy }: ChartDraft, files: readonly SourceFile[]): void {
  const [first] = dependencies
  if (!first || files.some((file) => file.path.startsWith('charts/'))) return
  const place = archivePath({ name: first.name, version: '1.0.0' })
  const rule = ignoredBy(place, false)
  if (rule) throw ignoreRefused(path, rule, `leaves out ${place} and the like`, 'Helm does not find the dependencies')
}

function noChart(folder: string, file: string, rule: IgnoreRule): ReleaseError {
  return ignoreRefused(folder, rule, `leaves out ${file}`, 'Helm finds no chart')
}

function ignoreRefused(folder: string, { text, line }: IgnoreRule, what: string, so: string): ReleaseError {
  const ignoreFile = posix.join(folder, '.helmignore')
  return new ReleaseError('IGNORE_INVALID', `${ignoreFile} ${what} by the rule \`${text}\`, so ${so}.`, {
    hint: 'Narrow the rule: without a slash it counts at every depth, and a rule with `!` leaves out all else.',
    at: { file: ignoreFile, ...(line !== undefined && { line }) },
  })
}

/** One sentence per part, for a warning when the chart is packaged. */
export function leftOutNotices({ path, manifest, leftOut = [] }: ChartSource): readonly string[] {
  return leftOut.map(
    ({ path: part, text, line }) =>
      `${posix.join(path, '.helmignore')}${line === undefined ? '' : `:${line}`} leaves ${part} out of the package of ${manifest.name} by the rule \`${text}\`, as Helm does.`,
  )
}
