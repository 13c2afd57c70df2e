import { causesFor } from '../../chart/source/graph.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import { someOf } from '../../model/text.ts'
import type { ChartDecision } from './decision.ts'
import { versionLine } from './refusals.ts'

/** A chart depends on some of `failed` that can't be released. */
export function dependencyStopped(
  charts: ReadonlyMap<string, ChartSource>,
  path: string,
  failed: ReadonlySet<string>,
): ReleaseError {
  const nameOf = (one: string) => charts.get(one)?.manifest.name ?? one
  const causes = causesFor(charts, path, failed).map(nameOf)
  const which = causes.length === 1 ? 'which it depends on and which' : 'which it depends on and which all'
  const message = `${nameOf(path)} waits for ${causes.join(', ')}, ${which} can't be released.`
  const file = charts.get(path)?.dependencyFile.file
  return new ReleaseError('DEPENDENCY_STOPPED', message, {
    hint: `Fix ${causes.join(' and ')} first; the next run releases ${causes.length === 1 ? 'both' : 'all'}.`,
    ...(file !== undefined && { at: { file } }),
  })
}

/** A chart was raised, and what it packages of others is not released: the version that these have means other content. */
export function dependencyNotRaised(chart: ChartSource, waiting: readonly Waiting[]): ReleaseError {
  const { name, version } = chart.manifest
  const names = waiting.map(({ chart: { manifest } }) => `${manifest.name} ${manifest.version}`).join(', ')
  const what = `${name} ${version} would hold ${names} with content that is not released under that version`
  return new ReleaseError('DEPENDENCY_NOT_RAISED', `${what}.`, {
    hint: `${raiseFirst(waiting).replace(/^r/, 'R')}; then ${waiting.length === 1 ? 'both' : 'all'} are released.`,
    at: versionLine(chart),
  })
}

/** Charts in one sentence. */
const MAX_NAMED = 10

/** A chart that waits for a higher version. */
type Waiting = Pick<ChartDecision, 'chart' | 'requiredVersion'>

/** What to type for charts that wait. */
export function raiseFirst(waiting: readonly Waiting[]): string {
  const each = waiting.map(({ chart: { manifest }, requiredVersion = '' }) => {
    const enough = `to at least ${requiredVersion} (\`version\` in ${manifest.file})`
    return waiting.length === 1 ? `${manifest.name}, which it depends on, ${enough}` : `${manifest.name} ${enough}`
  })
  return `raise ${waiting.length === 1 ? '' : 'what it depends on: '}${someOf(each, MAX_NAMED)}`
}
