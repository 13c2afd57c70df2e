import { posix } from 'node:path'
import { readChartYaml } from '../../chart/manifest/chart-yaml.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { AppVersionRule } from '../../model/settings.ts'
import type { HistoryCommit } from '../../ports/git.ts'
import { type CommitContext, changesLikeBump, isInside, touching } from '../history/newest-commit.ts'

/** What these ask for may be another value in each run (`${{ github.sha }}`, a date), so that git never catches up with it. */
const MOVING: ReadonlySet<AppVersionRule['rule']> = new Set(['sha', 'tag', 'literal'])

/**
 * The appVersion that a merged proposal wrote, as long as nothing else changed the chart: then it is right as it is, whatever
 * the rule asks for by now. A version that a person raised says nothing of the kind, since appVersion stays behind. With
 * `sha` only the application may have changed since the commit that the proposal names.
 */
export async function mergedAppVersion(
  chart: ChartSource,
  { rule }: AppVersionRule,
  appPaths: readonly string[],
  context: CommitContext,
): Promise<string | undefined> {
  const { appVersion } = chart.manifest
  if (appVersion === undefined || !MOVING.has(rule)) return undefined
  let isProposal = false
  for await (const one of touching(chart, appPaths, context)) {
    if (isProposal && one.commit === appVersion) return appVersion
    if (!one.paths.some((path) => isInside(chart, path))) continue
    if (!(await changesLikeBump(one, context))) return undefined
    if (!isProposal && !(await setsAppVersion(chart, one, context))) return undefined
    isProposal = true
    if (rule !== 'sha') return appVersion
  }
  return undefined
}

/** Whether a commit gave the chart the appVersion that it has now; its version is that of now as well. */
async function setsAppVersion(
  { path, manifest }: ChartSource,
  { commit, parent }: HistoryCommit,
  { git }: CommitContext,
): Promise<boolean> {
  if (parent === undefined) return false
  const file = posix.join(path, 'Chart.yaml')
  const at = async (one: ObjectId) => {
    const object = (await git.tree(one)).find((entry) => entry.path === file)?.object
    const blob = object === undefined ? undefined : (await git.blobs([object])).get(object)
    return blob && readChartYaml(Buffer.from(blob).toString(), file)
  }
  const [before, after] = [await at(parent), await at(commit)]
  const isNow = after?.version === manifest.version && after.appVersion === manifest.appVersion
  return isNow && before?.appVersion !== manifest.appVersion
}
