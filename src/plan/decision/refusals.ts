import { posix } from 'node:path'
import { nextVersion } from '../../bump/next-version.ts'
import { compareVersions } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ErrorCode } from '../../model/error-codes.ts'
import type { Location } from '../../model/errors.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { PlannedChart } from '../../model/plan.ts'
import type { BumpLevel } from '../../model/settings.ts'
import type { Target } from '../../model/target.ts'
import type { Scope } from '../scope/scope.ts'
import { planProblem } from './decision.ts'
import type { JudgedVersion, Shipped } from './judged-chart.ts'

/** The version is taken by other content, and no bump is allowed. */
export function bumpForbidden(chart: ChartSource, reason: string, scope: Scope): ReleaseError {
  const { name, version } = chart.manifest
  if (scope.kind === 'release-tag') {
    return new ReleaseError('VERSION_TAKEN', `${name} can't be released by tag ${scope.tag}: ${reason}.`, {
      hint: 'A published version never changes: raise `version` in Chart.yaml and tag that.',
      at: versionLine(chart),
    })
  }
  return new ReleaseError('VERSION_TAKEN', `${name} ${version} can't be released with bump: none: ${reason}.`, {
    hint: 'Raise `version` in Chart.yaml, or let the action do it with `bump: patch`.',
    at: versionLine(chart),
  })
}

/** With `bump: manual`: what is published under the version is not what this branch released under it. */
export function takenElsewhere(
  chart: ChartSource,
  { enough, why }: { readonly enough: string; readonly why: string },
): ReleaseError {
  const { name, version } = chart.manifest
  const what = `what is published as ${name} ${version} is not what git packages at the commit that released it: ${why}`
  return new ReleaseError('VERSION_TAKEN', `${what}.`.replace(/^w/, 'W'), {
    hint: `If another branch or another tool published it, or git went back to an old version, write \`version: ${enough}\` to release what git has.`,
    at: versionLine(chart),
  })
}

/** The git tag that would claim the version is not a valid one; `why` comes from `refProblem`. */
export function untaggable(chart: ChartSource, tag: string, why: string): ReleaseError {
  return new ReleaseError('VERSION_UNTAGGABLE', `The git tag ${tag} can't be created: ${why}`, {
    hint: 'Change `version` in Chart.yaml or `tag-template`, or set `tag-template: none` to release without git tags.',
    at: versionLine(chart),
  })
}

/** The name is one that a target can't take, such as one with capital letters in a registry. */
export function unpublishable({ manifest }: ChartSource, targets: readonly Target[]): ReleaseError | undefined {
  for (const { nameProblem, address } of targets) {
    const why = nameProblem?.(manifest.name)
    if (why === undefined) continue
    const what = `${manifest.file} has the name ${JSON.stringify(manifest.name)}: it ${why}; so ${address} can't hold it`
    const { line, column } = manifest.nameSpan
    return new ReleaseError('CHART_NAME_INVALID', what, {
      hint: 'Rename the chart, or publish it only to targets with an index.',
      at: { file: manifest.file, line, column },
    })
  }
  return undefined
}

export function noFreeVersion(chart: ChartSource): ReleaseError {
  const { name, version } = chart.manifest
  return new ReleaseError(
    'VERSION_NONE_FREE',
    `No free version was found for ${name} after ${version}: 200 in a row are taken.`,
    {
      hint: 'Raise `version` in Chart.yaml to a number that is not published.',
      at: versionLine(chart),
    },
  )
}

export interface Squeezed {
  readonly level: BumpLevel | undefined
  readonly appVersion: string
  readonly after: string | undefined
  readonly below: Shipped
}

/** An earlier version of the application would be shipped by a chart that sorts above those with later ones. */
export function noRoomBelow(chart: ChartSource, { level, appVersion, after, below }: Squeezed): ReleaseError {
  const { name, version } = chart.manifest
  const from = after ?? version
  const what = `${name} with appVersion ${appVersion} must stay below ${below.version}, which ships ${below.appVersion}, and there is no free ${level === undefined ? '' : `${level} `}version after ${from}`
  const patch = nextVersion(from, 'patch')
  // A strategy that names versions has tried that one.
  const fits = level !== undefined && level !== 'patch' && compareVersions(patch, below.version) < 0
  const write = fits
    ? `If less than a ${level} version will do, write \`version: ${patch}\``
    : 'Write the `version` that it is to have'
  const hint = `${write} in Chart.yaml on the branch of this commit (a tag must then be on the new commit), or leave the chart out with \`exclude\`. With \`bump: auto\`, versions of the application leave room between them.`
  return new ReleaseError('VERSION_OUT_OF_ORDER', `${what}.`, { hint, at: versionLine(chart) })
}

/** The version was raised by hand, by less than what changed asks for. */
export function versionTooLow(
  chart: ChartSource,
  { enough, since, why }: { readonly enough: string; readonly since: string; readonly why: string },
): ReleaseError {
  const { name, version } = chart.manifest
  return new ReleaseError('VERSION_TOO_LOW', `${name} ${version} is too low after ${since}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart),
  })
}

/** The content changed and the version did not. */
export function versionNotRaised(
  chart: ChartSource,
  { enough, why }: { readonly enough: string; readonly why: string },
): ReleaseError {
  const { name, version } = chart.manifest
  return new ReleaseError('VERSION_NOT_RAISED', `${name} changed and is still ${version}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart),
  })
}

// Bytes that are gone, an index that may not be added to: the state is known, and must not be released to.
const KNOWN_STATES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'INDEX_ARCHIVE_MISSING',
  'INDEX_NOT_LOADABLE',
  'INDEX_NOT_UNDERSTOOD',
])

/** A target could not say what it holds, which never means "nothing". */
export function unknownState(chart: ChartSource, judged: JudgedVersion): ReleaseError {
  const unclear = judged.sightings.flatMap(({ presence }) => (presence.state === 'unknown' ? [presence.why] : []))
  const [first] = unclear
  if (first && (first.kind === 'trust' || KNOWN_STATES.has(first.code))) return first
  const { name } = chart.manifest
  const why = first?.message ?? ''
  return new ReleaseError(
    'TARGET_STATE_UNKNOWN',
    `Whether ${name} ${judged.version} is published is not known: ${why}`,
    {
      hint: first?.hint,
      at: first?.at,
      cause: first,
    },
  )
}

/** The line of Chart.yaml that most of them are about. */
export function versionLine({ manifest }: ChartSource): Location {
  return { file: manifest.file, line: manifest.versionSpan.line, column: manifest.versionSpan.column }
}

/** A chart that can't be read, as the plan shows it: nothing is known of it but its folder. */
export function unreadableChart({
  path,
  problem,
}: {
  readonly path: string
  readonly problem: ReleaseError
}): PlannedChart {
  return {
    path,
    name: posix.basename(path),
    type: 'application',
    action: 'refuse',
    currentVersion: '',
    version: '',
    fingerprint: '',
    reason: problem.message,
    evidence: [],
    findings: [],
    follows: [],
    problem: planProblem(problem),
  }
}
