import { posix } from 'node:path'
import picomatch from 'picomatch'
import { valueAt } from '../bump/registry.ts'
import type { ChartSource } from '../chart/source.ts'
import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { AppVersionRule } from '../model/settings.ts'
import { type AppTagContext, newestAppTag } from './app-tags.ts'
import type { OwnCommits } from './own-commits.ts'
import { stillShallow } from './refusals.ts'

/** The appVersion that a chart should have. */
export interface DesiredAppVersion {
  readonly value?: string
  /** False where a change of it alone is no reason to release (`sha` without `app-paths`). */
  readonly evidence: boolean
  /** Places that should say the same and don't. */
  readonly findings?: readonly Finding[]
  /** What the rule goes by and this chart lacks, so that it keeps its own: a tag, or a value (with its place). */
  readonly lacks?: 'tag' | ReleaseError | undefined
}

export interface AppVersionContext extends AppTagContext {
  /** The application's tag that started the run. */
  readonly tag?: string | undefined
  readonly ownCommits: OwnCommits
  /** The rule is for all charts of the run, also for those that it can't apply to. */
  readonly isRunWide?: boolean
}

/**
 * What `app-version` asks for a chart. Fails with `VALUES_*` (the path that its own setting names is missing or not a
 * scalar).
 */
export async function desiredAppVersion(
  chart: ChartSource,
  rule: AppVersionRule,
  appPaths: readonly string[],
  context: AppVersionContext,
): Promise<DesiredAppVersion> {
  switch (rule.rule) {
    case 'keep':
      return kept(chart)
    case 'literal':
      return { value: rule.value, evidence: true }
    case 'values':
      return { ...(await fromValues(chart, rule.paths, context)), evidence: true }
    case 'tag':
      return fromTag(chart, context.tag ?? (await newestAppTag(chart, context)))
    case 'sha':
      return { value: await newestCommit(chart, appPaths, context), evidence: appPaths.length > 0 }
  }
}

function kept({ manifest: { appVersion } }: ChartSource): DesiredAppVersion {
  return { ...(appVersion !== undefined && { value: appVersion }), evidence: true }
}

function fromTag(chart: ChartSource, tag: string | undefined): DesiredAppVersion {
  return tag === undefined ? { ...kept(chart), lacks: 'tag' } : { value: tag, evidence: true }
}

async function fromValues(
  chart: ChartSource,
  paths: readonly (readonly string[])[],
  { git, isRunWide = false }: Pick<AppVersionContext, 'git' | 'isRunWide'>,
): Promise<Omit<DesiredAppVersion, 'evidence'>> {
  const file = posix.join(chart.path, 'values.yaml')
  const values = chart.files.find((one) => one.path === 'values.yaml')
  const blobs = values ? await git.blobs([values.object]) : new Map<string, Uint8Array>()
  const text = Buffer.from(blobs.get(values?.object ?? '') ?? []).toString()
  const missing: ReleaseError[] = []
  const found = paths.flatMap((path) => {
    try {
      return [{ path: path.join('.'), ...valueAt(text, path, file) }]
    } catch (thrown) {
      const error = asReleaseError(thrown)
      if (!isRunWide || error.code !== 'VALUES_PATH_MISSING') throw error
      missing.push(error)
      return []
    }
  })
  const [first, ...others] = found
  if (!first) return { ...kept(chart), lacks: missing[0] }
  const findings = others
    .filter(({ value }) => value !== first.value)
    .map(({ path, value, line }): Finding => {
      return {
        ...{ level: 'none', kind: 'values', rule: 'app-version/disagree', subject: path },
        text: `${path} is ${value}, and ${first.path}, which gives appVersion, is ${first.value} (values.yaml:${first.line})`,
        ...{ was: first.value, is: value, at: { file: 'values.yaml', line } },
      }
    })
  return { value: first.value, ...(findings.length > 0 && { findings }) }
}

/** Our own commits don't count: a bump would else be the reason for the next one. */
async function newestCommit(
  chart: ChartSource,
  appPaths: readonly string[],
  context: AppVersionContext,
  isWhole = false,
): Promise<string> {
  const { git, commit, ownCommits } = context
  const counts = appPaths.length > 0 ? picomatch([...appPaths]) : () => false
  const inChart = (path: string) => chart.path === '.' || path.startsWith(`${chart.path}/`)
  for await (const one of git.history(commit, appPaths.length > 0 ? ['.'] : [chart.path])) {
    // The edge of a shallow clone looks like a first commit that holds everything.
    if (one.parent === undefined && (await git.isShallow())) {
      if (isWhole) throw stillShallow()
      await git.unshallow()
      return newestCommit(chart, appPaths, context, true)
    }
    if (!one.paths.some((path) => inChart(path) || counts(path))) continue
    // GitHub's message of a merge says nothing of what it brings.
    const isBump = (one.hasTrailer || one.isMerge) && (await ownCommits.isOwn(one.commit))
    if (!isBump) return one.commit
  }
  return commit
}
