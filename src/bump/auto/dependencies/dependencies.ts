import { compareHelmVersions, readHelmVersion } from '../../../chart/manifest/helm-version.ts'
import type { Finding } from '../../../model/finding.ts'
import type { LoadedChart, LoadedDependency } from '../chart/load.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'

/** Changes in the charts that this one depends on. */
export function dependencyFindings({ old, now }: ChartPair): readonly Finding[] {
  const after = now.chart.dependencies
  const left = new Map(after.map((one) => [one.key, one]))
  const kept = old.chart.dependencies.flatMap((was) => {
    const is = left.get(was.key)
    if (!is) return [gone(was, old.chart, after)]
    left.delete(was.key)
    return moved(was, is, old.chart)
  })
  const before = new Set(old.chart.dependencies.map(({ name }) => name))
  return [...kept, ...[...left.values()].map((one) => added(one, before.has(one.name)))]
}

function gone(was: LoadedDependency, chart: LoadedChart, after: readonly LoadedDependency[]): Finding {
  const other = after.find(({ name }) => name === was.name)
  const at = { file: 'Chart.yaml', line: other?.line ?? 1 }
  const about = { subject: `dependencies.${was.key}`, was: dependencyText(was), at }
  if (other) {
    const text = `The values of the dependency ${was.name} stood under \`${was.key}\` and stand under \`${other.key}\` now.`
    return createFinding({ ...about, level: 'major', rule: 'dependencies/alias', text, is: dependencyText(other) })
  }
  if (isLibrary(was)) {
    const text = `The library ${was.key} is gone.`
    return createFinding({ ...about, level: 'patch', rule: 'dependencies/library', text })
  }
  if (!isExposed(was, chart)) {
    const text = `The dependency ${was.key} is gone; values.yaml offered nothing of it.`
    return createFinding({ ...about, level: 'minor', rule: 'dependencies/removed-hidden', text })
  }
  const text = `The dependency ${was.key} is gone, and with it what users set under \`${was.key}\`.`
  return createFinding({ ...about, level: 'major', rule: 'dependencies/removed', text })
}

function added(is: LoadedDependency, again: boolean): Finding {
  const text = again
    ? `The dependency ${is.name} is there under \`${is.key}\` too.`
    : `The dependency ${is.key} is new.`
  const at = { file: is.file, line: is.line }
  const isHidden = isLibrary(is)
  return createFinding({
    level: isHidden ? 'patch' : 'minor',
    rule: isHidden ? 'dependencies/library' : 'dependencies/added',
    subject: `dependencies.${is.key}`,
    text,
    is: dependencyText(is),
    at,
  })
}

function moved(was: LoadedDependency, is: LoadedDependency, chart: LoadedChart): readonly Finding[] {
  const at = { file: is.file, line: is.line }
  const about = { subject: `dependencies.${is.key}`, was: dependencyText(was), is: dependencyText(is), at }
  if (was.name !== is.name && isLibrary(was) && isLibrary(is)) {
    const text = `Under \`${is.key}\` stood the library ${was.name}, and now ${is.name}.`
    return [createFinding({ ...about, level: 'patch', rule: 'dependencies/library', text })]
  }
  if (was.name !== is.name) {
    const text = `Under \`${is.key}\` stood the chart ${was.name}, and now ${is.name}.`
    return [createFinding({ ...about, level: 'major', rule: 'dependencies/replaced', text })]
  }
  const [before, after] = [versionOf(was), versionOf(is)]
  if (!before || !after || compareHelmVersions(before, after) === 0) {
    if (was.version === is.version && was.repository === is.repository) return []
    const text = `The dependency ${is.key} is asked for in another way, and is what it was.`
    return [createFinding({ ...about, level: 'patch', rule: 'dependencies/asked', text })]
  }
  const what = `The dependency ${is.key} ${wentFrom(was, is)}`
  if (before.major !== after.major) {
    if (before.major > 0n && isExposed(was, chart)) {
      const text = `${what}, a major version, and its values are offered under \`${is.key}\`.`
      return [createFinding({ ...about, level: 'major', rule: 'dependencies/major', text })]
    }
    const text = `${what}; ${whyHidden(was, is, before.major)}.`
    return [createFinding({ ...about, level: 'minor', rule: 'dependencies/major-hidden', text })]
  }
  const level = before.minor === after.minor ? 'patch' : 'minor'
  return [createFinding({ ...about, level, rule: `dependencies/${level}`, text: `${what}.` })]
}

/** Why a major version of a dependency does not count as one. */
function whyHidden(was: LoadedDependency, is: LoadedDependency, before: bigint): string {
  if (before === 0n) return 'its version said that anything may change'
  if (was.chart && is.chart) return 'none of its values are offered'
  return 'it is not in charts/, so what that changes here is not known; none of its values are offered'
}

/** The effect of a library shows in the rendered output; its name and its values don't matter to users. */
function isLibrary({ chart }: LoadedDependency): boolean {
  return chart?.manifest?.type === 'library'
}

/** The packaged charts; if one is not available, a finding says what the comparison used instead. */
function wentFrom(was: LoadedDependency, is: LoadedDependency): string {
  if (was.resolved === undefined || is.resolved === undefined)
    return `is asked for as ${is.version} instead of ${was.version}`
  const step = `went from ${bare(was.resolved)} to ${bare(is.resolved)}`
  return was.chart && is.chart ? step : `${step} by the lock`
}

function bare(version: string): string {
  return version.replace(/^v|\+.*$/g, '')
}

/** Whether users can reach the values of a dependency: never those of a library. */
function isExposed(dependency: LoadedDependency, parent: LoadedChart): boolean {
  const { key, fields } = dependency
  if (isLibrary(dependency)) return false
  return parent.ownValues.entries.has(key) || fields.condition !== undefined || fields.tags !== undefined
}

/** The installed version, else the lowest that the constraint allows; both as Helm reads them. */
function versionOf({ resolved, version }: LoadedDependency) {
  const [least = ''] = /\d+(?:\.\d+){0,2}/.exec(version) ?? []
  for (const text of [resolved ?? '', least]) {
    const read = readHelmVersion(text)
    if (read) return read
  }
  return undefined
}

function dependencyText({ name, version, resolved, alias }: LoadedDependency): string {
  const at = resolved !== undefined && resolved !== version ? `${version} (${resolved})` : version
  return `${name} ${at}${alias === undefined ? '' : ` as ${alias}`}`.trim()
}
