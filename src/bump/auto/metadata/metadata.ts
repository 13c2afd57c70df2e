import { parseVersion } from '../../../chart/manifest/version.ts'
import type { ChartManifest } from '../../../model/chart.ts'
import type { Finding } from '../../../model/finding.ts'
import type { Json } from '../../../model/json.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'
import { kubeChange } from './kube-version.ts'

/** Fields with rules of their own, and those that describe the release itself. */
const OWN_RULES: ReadonlySet<string> = new Set([
  'name',
  'version',
  'apiVersion',
  'type',
  'kubeVersion',
  'appVersion',
  'dependencies',
  'engine',
])

/** Changes in Chart.yaml, except dependencies. */
export function metadataFindings({ old, now }: ChartPair): readonly Finding[] {
  const [was, is] = [old.chart.manifest, now.chart.manifest]
  if (!was || !is) return []
  return [...named(was, is), ...kinds(was, is), ...kubernetes(was, is), ...app(was, is), ...descriptions(was, is)]
}

function named(was: ChartManifest, is: ChartManifest): readonly Finding[] {
  if (was.name === is.name) return []
  const text = `The chart was called ${was.name} and is ${is.name}: nobody finds it under its old name, and names made from it change.`
  return [change({ level: 'major', rule: 'metadata/name', subject: 'name', text, was: was.name, is: is.name }, is)]
}

function kinds(was: ChartManifest, is: ChartManifest): readonly Finding[] {
  const findings: Finding[] = []
  if (was.apiVersion !== is.apiVersion) {
    const [level, text] =
      is.apiVersion === 'v2'
        ? (['major', 'apiVersion went from v1 to v2: Helm 2 no longer installs the chart.'] as const)
        : (['minor', 'apiVersion went from v2 to v1.'] as const)
    findings.push(
      change(
        { level, rule: 'metadata/api-version', subject: 'apiVersion', text, was: was.apiVersion, is: is.apiVersion },
        is,
      ),
    )
  }
  if (was.type !== is.type) {
    const text = `The chart was an ${was.type} and is a ${is.type}: it ${is.type === 'library' ? 'can no longer be installed' : 'is no longer taken for a library'}.`
    findings.push(
      change({ level: 'major', rule: 'metadata/type', subject: 'type', text, was: was.type, is: is.type }, is),
    )
  }
  return findings
}

function kubernetes(was: ChartManifest, is: ChartManifest): readonly Finding[] {
  const [before, after] = [fieldText(was.metadata.kubeVersion), fieldText(is.metadata.kubeVersion)]
  if (before === after) return []
  const about = { subject: 'kubeVersion', was: before || 'any', is: after || 'any' }
  const difference = kubeChange(before, after)
  if (!difference) {
    const text = 'kubeVersion changed, and one of the two is no constraint that Helm reads.'
    return [change({ ...about, level: 'patch', rule: 'metadata/kube-version-unread', text }, is)]
  }
  const { lost, won } = difference
  if (lost !== undefined) {
    const text = `kubeVersion no longer allows Kubernetes ${lost}, which it did.`
    return [change({ ...about, level: 'major', rule: 'metadata/kube-version-narrowed', text }, is)]
  }
  if (won === undefined) {
    const text = 'kubeVersion is written in another way and allows the same.'
    return [change({ ...about, level: 'patch', rule: 'metadata/kube-version-same', text }, is)]
  }
  const text = `kubeVersion allows Kubernetes ${won} too.`
  return [change({ ...about, level: 'minor', rule: 'metadata/kube-version-widened', text }, is)]
}

function app(was: ChartManifest, is: ChartManifest): readonly Finding[] {
  const [before = '', after = ''] = [was.appVersion, is.appVersion]
  if (before === after) return []
  const [older, newer] = [parseVersion(before), parseVersion(after)]
  const moved = older && newer && (older.major !== newer.major || older.minor !== newer.minor)
  const what = older && newer && older.major !== newer.major ? 'major' : 'minor'
  // Whether an application breaks its users is a matter for its own notes; other findings show the effect on the
  // chart's users.
  const text = moved
    ? `The application moved by a ${what} version. By itself that is no more than minor: its own notes say whether it breaks anybody.`
    : 'The application moved by a patch, or its versions have no order.'
  const about = { level: moved ? 'minor' : 'patch', rule: `metadata/app-version-${moved ? what : 'patch'}` } as const
  const at = { file: 'Chart.yaml', line: is.appVersionSpan?.line ?? is.versionSpan.line }
  return [createFinding({ ...about, subject: 'appVersion', text, was: before || 'none', is: after || 'none', at })]
}

function descriptions(was: ChartManifest, is: ChartManifest): readonly Finding[] {
  const keys = new Set([...Object.keys(was.metadata), ...Object.keys(is.metadata)])
  const changed = [...keys].filter((key) => !OWN_RULES.has(key) && jsonOf(was, key) !== jsonOf(is, key))
  if (changed.length === 0) return []
  const text = `Chart.yaml says something else about the chart: ${changed.join(', ')}.`
  return [change({ level: 'patch', rule: 'metadata/described', subject: changed.join(', '), text }, is)]
}

function jsonOf({ metadata }: ChartManifest, key: string): string {
  return JSON.stringify(metadata[key] ?? null)
}

function fieldText(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}

function change(details: Parameters<typeof createFinding>[0], { text, versionSpan }: ChartManifest): Finding {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${details.subject}:`))
  return createFinding({ ...details, at: { file: 'Chart.yaml', line: index < 0 ? versionSpan.line : index + 1 } })
}
