import { versionsOnLine } from '../../bump/next-version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartRef } from '../../model/chart.ts'
import type { BumpLevel } from '../../model/settings.ts'
import { isAnyOnBranch } from '../history/reachable.ts'
import type { VersionContext } from './free-version.ts'
import { publishedVersions } from './target-state.ts'

/** How many newer versions, possibly from other branches, are inspected. */
const MAX_LOOKED_AT = 20

type LineContext = Pick<VersionContext, 'targets' | 'git' | 'commit'>

/**
 * The highest published version of the chart's line, which stands for Chart.yaml's own when bumps don't go to git;
 * `undefined` if that is Chart.yaml's own, or if none is published. With `level` all bumps moved by that.
 */
export function lastOnLine(
  chart: ChartSource,
  level: BumpLevel | undefined,
  context: LineContext,
): Promise<string | undefined> {
  return level === undefined ? highestOnLine(chart, context) : highestPublished(chart, level, context)
}

/** The highest version of the chart's line that any target shows; `undefined` if that is Chart.yaml's own, or none. */
async function highestPublished(
  chart: ChartSource,
  level: BumpLevel,
  context: Pick<VersionContext, 'targets'>,
): Promise<string | undefined> {
  const { name, version } = chart.manifest
  const [highest] = versionsOnLine(await publishedVersions(name, context), version, level)
  return highest === version ? undefined : highest
}

/**
 * The same if levels differ from release to release, so that the numbers don't tell which line a version is of: the
 * highest one that was packaged from a commit of this branch, or that is on Chart.yaml's own major.minor line.
 */
async function highestOnLine(chart: ChartSource, context: LineContext): Promise<string | undefined> {
  const { name, version } = chart.manifest
  const all = await publishedVersions(name, context)
  const close = versionsOnLine(all, version, 'patch')[0]
  for (const one of versionsOnLine(all, version, 'major').slice(0, MAX_LOOKED_AT)) {
    if (one === close) break
    if (await isOfThisBranch({ name, version: one }, context)) return one
  }
  return close === version ? undefined : close
}

/** By the commits that the targets record. */
async function isOfThisBranch(ref: ChartRef, { targets, git, commit }: LineContext): Promise<boolean> {
  const held = await Promise.all(targets.map((target) => target.find(ref, { signatures: false })))
  const commits = held.flatMap((one) => (one.state === 'present' ? (one.revision ?? []) : []))
  return isAnyOnBranch(new Set(commits), commit, git)
}
