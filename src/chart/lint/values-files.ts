import { posix } from 'node:path'
import picomatch from 'picomatch'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { CI_VALUES, type Linting, type LintRule, type ValuesFile } from '../../model/linting.ts'
import type { Git, TreeEntry } from '../../ports/git.ts'
import { standInFor, standInRefused } from '../source/stand-in.ts'
import type { Tree } from '../source/tree.ts'

/** Each is a process of Helm's. */
const MAX_FILES = 100
/** Values of real tests have a hundredth of that. */
const MAX_BYTES = 1024 * 1024
/** Helm takes this one in any case. */
const OWN_VALUES = 'values.yaml'

/** A chart of one commit, and what the settings say of linting it. */
export interface ChartToLint {
  readonly name: string
  /** Folder from the repository root. */
  readonly path: string
  readonly tree: Tree
  readonly rule: LintRule
}

interface Found {
  readonly path: string
  readonly entry?: TreeEntry
}

/**
 * How each chart is linted, by its folder, with its values files as its commit has them, also where .helmignore keeps them
 * out of the package. A file that can't be used is the error of its chart: `LINT_VALUES_INVALID`.
 */
export async function readLintings(
  charts: readonly ChartToLint[],
  git: Pick<Git, 'blobs'>,
): Promise<ReadonlyMap<string, Linting | ReleaseError>> {
  const found = charts.map((chart) => ({ chart, files: attempt(() => valuesFilesOf(chart)) }))
  const entries = found
    .flatMap(({ files }) => (files instanceof ReleaseError ? [] : files))
    .flatMap(({ entry }) => entry ?? [])
  const objects = [...new Set(entries.map(({ object }) => object))]
  const blobs = objects.length === 0 ? new Map<string, Uint8Array>() : await git.blobs(objects, MAX_BYTES)
  return new Map(
    found.map(({ chart, files }) => {
      if (files instanceof ReleaseError) return [chart.path, files]
      return [chart.path, attempt(() => lintingOf(chart, files, blobs))]
    }),
  )
}

function attempt<T>(work: () => T): T | ReleaseError {
  try {
    return work()
  } catch (error) {
    return asReleaseError(error)
  }
}

function lintingOf(chart: ChartToLint, files: readonly Found[], blobs: ReadonlyMap<string, Uint8Array>): Linting {
  const { mode, kubeVersion, acceptsUndeclared } = chart.rule
  const values = files.map(({ path, entry }): ValuesFile => {
    if (entry === undefined) return { path }
    const content = blobs.get(entry.object)
    if (content === undefined) throw unusable(chart, path, `is larger than ${MAX_BYTES / 1024 ** 2} MiB`)
    const standIn = standInFor(content)
    if (standIn) throw standInRefused(posix.join(chart.path, path), standIn)
    return { path, content }
  })
  return {
    ...{ mode, values },
    ...(kubeVersion !== undefined && { kubeVersion }),
    ...(acceptsUndeclared && { acceptsUndeclared }),
    ...(chart.rule.isOwn && mode !== 'off' && values.length === 0 && { isUnmatched: true }),
  }
}

function valuesFilesOf(chart: ChartToLint): readonly Found[] {
  if (chart.rule.mode === 'off') return []
  const found = new Map<string, Found>()
  for (const pattern of chart.rule.values ?? CI_VALUES) {
    const files = isGlob(pattern) ? matching(chart, pattern) : [named(chart, pattern)]
    if (files.length === 0) requireChartsGlob(chart, pattern)
    for (const file of files) found.set(file.path, file)
  }
  if (found.size > MAX_FILES) throw tooMany(chart, found.size)
  return [...found.values()]
}

function isGlob(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob
}

/** Files below the folder that the glob begins with, which may be a link inside the repository. */
function matching(chart: ChartToLint, pattern: string): readonly Found[] {
  const { tree } = chart
  const { base } = picomatch.scan(pattern)
  const at = posix.join(chart.path, base)
  if (!tree.isFolder(at) && tree.entry(at) === undefined) return []
  const end = followed(chart, base)
  if (!('folder' in end)) return []
  const isMatch = picomatch(pattern, { dot: true })
  return tree.below(end.folder).flatMap(({ path: full }) => {
    const path = posix.join(base, posix.relative(end.folder, full))
    if (!isMatch(path)) return []
    const file = followed(chart, path)
    return 'file' in file ? [{ path, entry: file.file }] : []
  })
}

/** A glob from the repository root matches nothing, and would be no lint with values at all. */
function requireChartsGlob(chart: ChartToLint, pattern: string): void {
  const isMatch = picomatch(pattern, { dot: true })
  const fromRoot = chart.path !== '.' && chart.tree.below(chart.path).find(({ path }) => isMatch(path))
  if (fromRoot) throw unusable(chart, fromRoot.path, 'only a glob from the repository root names')
}

function named(chart: ChartToLint, path: string): Found {
  if (path === OWN_VALUES) return { path }
  const end = followed(chart, path)
  if ('folder' in end) throw unusable(chart, path, 'is a folder')
  return { path, entry: end.file }
}

function followed(chart: ChartToLint, path: string): ReturnType<Tree['follow']> {
  let isLinked = false
  try {
    return chart.tree.follow(posix.join(chart.path, path), () => {
      isLinked = true
    })
  } catch (error) {
    const why = isLinked
      ? `can't be read (${asReleaseError(error).message.replace(/\.$/, '')})`
      : 'this commit does not have'
    throw unusable(chart, path, why)
  }
}

function unusable(chart: ChartToLint, path: string, why: string): ReleaseError {
  const { name, tree, rule } = chart
  const inside = posix.relative(chart.path, path)
  const isFromRoot = tree.entry(path) !== undefined && !inside.startsWith('../') && inside !== path
  const hint = isFromRoot
    ? `Paths in \`lint-values\` count from the chart's folder: write \`${inside}\`.`
    : "Paths in `lint-values` count from the chart's folder, and the file must be committed. A glob such as `ci/*-values.yaml` may match nothing."
  const message = `${name} is to be linted with ${JSON.stringify(path)} of ${chart.path}, which ${why}.`
  return new ReleaseError('LINT_VALUES_INVALID', message, { hint, at: placeOf(chart, rule) })
}

function tooMany(chart: ChartToLint, count: number): ReleaseError {
  const message = `${chart.name} is to be linted with ${count} values files; allowed: ${MAX_FILES}.`
  return new ReleaseError('LINT_VALUES_INVALID', message, {
    hint: 'Each takes a process: name those that matter in `lint-values`, such as `ci/default-values.yaml`.',
    at: placeOf(chart, chart.rule),
  })
}

function placeOf({ path }: ChartToLint, { valuesAt }: LintRule) {
  return valuesAt ?? { file: posix.join(path, 'Chart.yaml') }
}
