import { posix } from 'node:path'
import { valueAt } from '../../bump/registry.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { AppVersionRule } from '../../model/settings.ts'
import type { DesiredAppVersion } from '../decision/judged-chart.ts'
import { type CommitContext, newestCommit } from '../history/newest-commit.ts'
import { type AppTagContext, newestAppTag } from './app-tags.ts'

export interface AppVersionContext extends AppTagContext, CommitContext {
  /** The application's tag that started the run. */
  readonly tag?: string | undefined
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
