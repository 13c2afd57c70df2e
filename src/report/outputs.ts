import type { ReleaseError } from '../model/errors.ts'
import type { PlannedChart, ReleasePlan } from '../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../model/report.ts'
import { adviceOf } from './wording/advice.ts'

/** The outputs of the action, as the documentation describes them. */
export const outputDescriptions = {
  released: '`true` when this run published at least one chart version where it was not before, else `false`.',
  charts:
    'JSON: `{"schema":1,"charts":[…]}`, for each chart `name`, `path`, `version`, `previousVersion`, `appVersion`, `reason`, `digest`, `references`, `signed` and `result` (`released`, `unchanged`, `waiting` (changed, and `bump: manual` waits for a higher version), `completed`, `failed`, `skipped`, `planned`, `checked`). Each of `references` has `reference`, what a consumer types, and the `digest` that is signed; in a registry also `pinned` (`host/path@sha256:…`, of the manifest), in an index `repository` (the address for `helm repo add`; the digest is the archive’s); `buildProvenance` if how it was built is attested (`github` if GitHub has that, too, else `beside`); `wasThere` if consumers had it before this run, `wasRestored` if an index listed it and its archive was gone. With `"truncated":true` some are left out, unchanged ones first; all are in `report-file`.',
  plan: 'JSON: what the run decided for each chart and why, with the settings and their sources. With `"truncated":true` some charts are left out; all are in `plan-file`.',
  'pull-request':
    'Address of the pull request that holds the proposed version bumps (`commit: pull-request`), one per line; empty without one.',
  packages:
    'JSON: the archives that this run published and left in `packages-dir`, as paths from the workspace; `[]` without one.',
  'released-charts':
    'JSON: those entries of `charts` whose `result` is `released`, as a list for a matrix; `[]` if there are none. As many as fit; all are in `report-file`.',
  'held-back': 'Why a run that was to release only planned: its branch is none of `branches`. Empty otherwise.',
  'report-file': 'File with the whole report as JSON.',
  'plan-file': 'File with the whole plan as JSON; empty when the run ended before there was one.',
} as const

/** Outputs that only workflows of this action read. */
export const internalOutputs = {
  'handover-digest':
    'Digest of what the `build` part of a release hands over; empty otherwise, and with `mode: plan` and `mode: check`.',
} as const

/** All outputs of a job may have 1 MiB, an environment variable 128 KiB; each output stays below half of that. */
const MAX_BYTES = 60_000
const MAX_FINDINGS = 3

/** A problem as data. */
function problemData({ code, kind, message, hint, at }: ReleaseError) {
  return { code, kind, message, ...(hint !== undefined && { hint }), ...at }
}

function chartData(chart: ChartOutcome) {
  const { name, path, version, previousVersion, appVersion, reason, references, signed, result, problem } = chart
  return {
    ...{ name, path, version, previousVersion, appVersion, reason },
    digest: references[0]?.digest,
    ...{ references, signed, result },
    problem: problem && problemData(problem),
  }
}

/** The whole report as JSON, for `report-file`. */
export function reportJson(report: ReleaseReport): string {
  const { mode, heldBack, checks, identity, supersededBy, bumpCommit, pullRequests = [], packages } = report
  const whole = {
    ...{
      schema: 1,
      mode,
      charts: report.charts.map((chart) => ({ ...chartData(chart), notes: chart.notes })),
      problems: report.problems.map(problemData),
    },
    ...adviceData(report),
    ...{ heldBack, checks, packages, identity, supersededBy, bumpCommit },
    pullRequest: pullRequests.map(asData)[0],
    ...(pullRequests.length > 1 && { pullRequests: pullRequests.map(asData) }),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function asData({ number, url }: { readonly number: number; readonly url: string }) {
  return { number, url }
}

/** The report file has a field for each kind of advice; `notes` is absent if the run ended before there was a plan. */
function adviceData(report: ReleaseReport) {
  return {
    warnings: adviceOf(report, 'run').map(({ text }) => text),
    remarks: adviceOf(report, 'settings').map(({ text, at }) => ({ text, at })),
    notes: report.plan && adviceOf(report, 'chart').map(({ level, title, text, at }) => ({ level, title, text, at })),
  }
}

/** The whole plan as JSON, for `plan-file` and the log. */
export function planJson(plan: ReleasePlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

type OutputName = Exclude<keyof typeof outputDescriptions, 'report-file' | 'plan-file'> | keyof typeof internalOutputs

/** The outputs with values; the two files are added when they are written. */
export function outputsOf(report: ReleaseReport): Readonly<Record<OutputName, string>> {
  return {
    released: String(report.charts.some((chart) => chart.result === 'released')),
    charts: within(report.charts.map(chartData), ({ result }) => result !== 'unchanged', { schema: 1 }),
    plan: report.plan === undefined ? '' : planOutput(report.plan),
    'pull-request': (report.pullRequests ?? []).map(({ url }) => url).join('\n'),
    packages: listWithin(report.packages ?? []),
    'released-charts': listWithin(report.charts.filter(({ result }) => result === 'released').map(chartData)),
    'held-back': report.heldBack?.reason ?? '',
    'handover-digest': report.handover ?? '',
  }
}

/** As many whole items as fit; `report-file` has all of them. */
function listWithin<T>(items: readonly T[]): string {
  let room = MAX_BYTES
  return JSON.stringify(
    items.filter((item) => {
      room -= Buffer.byteLength(JSON.stringify(item)) + 1
      return room > 0
    }),
  )
}

function planOutput({ charts, settings, ...head }: ReleasePlan): string {
  const brief = charts.map(withFewFindings)
  const whole = within(brief, ({ action }) => action !== 'leave', { ...head, settings })
  // A setting may be a whole Sigstore configuration.
  return fits(whole) ? whole : within(brief, ({ action }) => action !== 'leave', { ...head, settings: {} })
}

/** The plan file has more of them; an output is read by the expressions of later steps. */
function withFewFindings(chart: PlannedChart): PlannedChart {
  const more = chart.findings.length + (chart.moreFindings ?? 0) - MAX_FINDINGS
  return more <= 0 ? chart : { ...chart, findings: chart.findings.slice(0, MAX_FINDINGS), moreFindings: more }
}

/**
 * `head` and the charts as compact JSON within the limit. If not all fit, `truncated` is set and those that matter
 * come first. The order stays.
 */
function within<T>(charts: readonly T[], matters: (chart: T) => boolean, head: object): string {
  const whole = JSON.stringify({ ...head, charts })
  if (fits(whole)) return whole
  let room = MAX_BYTES - Buffer.byteLength(JSON.stringify({ ...head, truncated: true, charts: [] }))
  const kept = new Set<T>()
  for (const chart of [...charts.filter(matters), ...charts.filter((one) => !matters(one))]) {
    const size = Buffer.byteLength(JSON.stringify(chart)) + 1
    if (size <= room) kept.add(chart)
    room -= kept.has(chart) ? size : 0
  }
  return JSON.stringify({ ...head, truncated: true, charts: charts.filter((chart) => kept.has(chart)) })
}

function fits(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_BYTES
}
