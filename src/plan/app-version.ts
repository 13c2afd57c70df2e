import { posix } from 'node:path'
import picomatch from 'picomatch'
import semver from 'semver'
import { valueAt } from '../bump/registry.ts'
import type { ChartSource } from '../chart/source.ts'
import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { AppVersionRule } from '../model/settings.ts'
import type { Git } from '../platform/platform.ts'
import { type CommitContext, newestCommit } from './newest-commit.ts'
import { versionIn } from './tag-template.ts'

/** The appVersion that a chart should have. */
export interface DesiredAppVersion {
  readonly value?: string
  /** False where a change of it alone is no reason to release (`sha` without `app-paths`). */
  readonly evidence: boolean
  /** Places that should say the same and don't. */
  readonly findings?: readonly Finding[]
}

export interface AppVersionContext extends CommitContext {
  /** The application's tag that started the run. */
  readonly tag?: string | undefined
  readonly appTagPattern: string
  readonly tagTemplate: string
  /** Names of all charts of the run. */
  readonly chartNames: readonly string[]
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

/**
 * What `app-version` asks for a chart. Fails with `VALUES_*` (the path is missing or no scalar) and `APP_TAG_NONE` (no
 * tag fits).
 */
export async function desiredAppVersion(
  chart: ChartSource,
  rule: AppVersionRule,
  appPaths: readonly string[],
  context: AppVersionContext,
): Promise<DesiredAppVersion> {
  const current = chart.manifest.appVersion
  switch (rule.rule) {
    case 'keep':
      return { ...(current !== undefined && { value: current }), evidence: true }
    case 'literal':
      return { value: rule.value, evidence: true }
    case 'values':
      return { ...(await fromValues(chart, rule.paths, context.git)), evidence: true }
    case 'tag':
      return { value: context.tag ?? (await newestTag(chart, context)), evidence: true }
    case 'sha':
      return { value: await newestCommit(chart, appPaths, context), evidence: appPaths.length > 0 }
  }
}

async function fromValues(chart: ChartSource, paths: readonly (readonly string[])[], git: Git) {
  const file = posix.join(chart.path, 'values.yaml')
  const values = chart.files.find((one) => one.path === 'values.yaml')
  const blobs = values ? await git.blobs([values.object]) : new Map<string, Uint8Array>()
  const text = Buffer.from(blobs.get(values?.object ?? '') ?? []).toString()
  const [first, ...others] = paths.map((path) => ({ path: path.join('.'), ...valueAt(text, path, file) }))
  if (!first) return {}
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

async function newestTag(chart: ChartSource, context: AppVersionContext): Promise<string> {
  const fits = picomatch(context.appTagPattern)
  const tags = [...(await context.remoteTags())].flatMap(([tag, commit]) => {
    const version = fits(tag) && !isReleaseTag(tag, context) ? versionAtEnd(tag) : null
    return version ? [{ tag, commit, version }] : []
  })
  tags.sort((a, b) => semver.rcompare(a.version, b.version))
  for (const { tag, commit } of tags) if (await isReached(commit, context)) return tag
  throw new ReleaseError(
    'APP_TAG_NONE',
    `No tag like ${context.appTagPattern} is reachable from ${context.commit.slice(0, 12)}, so ${chart.manifest.name} gets no appVersion.`,
    { hint: 'Tag the application, or set the input `app-tag-pattern` to the pattern its tags have.' },
  )
}

/**
 * Tags that name a chart may look like the application's (`vault-1.2.3` with `v*`), and then each release would be the reason
 * for the next. A template without a name is left to its user, whose chart and application may share their tags.
 */
function isReleaseTag(tag: string, { tagTemplate, chartNames }: AppVersionContext): boolean {
  if (!/\.Name\b/.test(tagTemplate)) return false
  return chartNames.some((name) => semver.valid(versionIn(tagTemplate, tag, name)) !== null)
}

/** Of `v1.2.3` and `backend/v1.2.3-rc.1` alike; a tag without one has no place in the order. */
function versionAtEnd(tag: string): semver.SemVer | null {
  return semver.parse(/(?<![\d.])\d+\.\d+\.\d+(?:[-+].*)?$/.exec(tag)?.[0])
}

async function isReached(tagged: ObjectId, { git, commit }: AppVersionContext): Promise<boolean> {
  if (await git.isAncestor(tagged, commit)) return true
  if (!(await git.isShallow())) return false
  await git.unshallow()
  return git.isAncestor(tagged, commit)
}
