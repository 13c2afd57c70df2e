import { dependentsOf } from '../chart/graph.ts'
import { isByFolder } from '../chart/local-dependencies.ts'
import type { ChartSource, Sources } from '../chart/source.ts'
import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import type { BumpLevel, BumpSetting, ChartSettings, Setting, Settings } from '../model/settings.ts'
import { sideBySide } from '../model/settle.ts'
import { type AppVersionContext, type DesiredAppVersion, desiredAppVersion } from './app-version.ts'
import { letDependentsFollow } from './follow.ts'
import {
  type FreeVersion,
  freeVersion,
  highestPublished,
  type Judged,
  judge,
  type VersionContext,
} from './free-version.ts'
import type { Intent } from './intent.ts'
import { doubledNames } from './references.ts'
import { bumpForbidden, dependencyStopped, noFreeVersion, unknownState, untaggable } from './refusals.ts'
import type { Scope } from './scope.ts'
import { refProblem, tagOf } from './tag-template.ts'

/** Requests under way at once while planning. */
const CHARTS_AT_ONCE = 32

export interface PlanContext extends VersionContext, AppVersionContext {
  readonly settings: Settings
  readonly scope: Scope
}

/** A chart that can't be read, with the reason. */
export interface Unreadable {
  readonly path: string
  readonly problem: ReleaseError
}

export interface Planned {
  readonly intents: readonly Intent[]
  readonly unreadable: readonly Unreadable[]
}

/**
 * Decides for every chart in `folders` by comparing its content with what the targets hold. Nothing is changed; a chart's
 * own problem is part of its intent and stops only what depends on it.
 */
export async function planCharts(sources: Sources, folders: readonly string[], context: PlanContext): Promise<Planned> {
  const unreadable = folders.flatMap((path) => {
    const problem = sources.problems.get(path)
    // A release tag that names a chart is about that chart alone.
    return problem && context.scope.kind !== 'release-tag' ? [{ path, problem }] : []
  })
  const all = folders.flatMap((path) => sources.charts.get(path) ?? [])
  const charts = inScope(all, context.scope)
  // Also of those that a release tag leaves out: it can't say which of two charts of one name it means.
  const doubled = doubledNames(all)
  const first = await sideBySide(charts, CHARTS_AT_ONCE, async (chart) => {
    const problem = doubled.get(chart.path)
    return problem ? refused(chart, problem, context) : intentFor(chart, context)
  })
  const followed = await letDependentsFollow(sources.charts, first, {
    // Where git stays, so does the lock that names a published version.
    follows: (local) => !context.gitStays || isByFolder(local),
    bump: (intent, because) =>
      bumped(intent.chart, intent.desired, context, {
        reason: `it depends on ${because.map((path) => sources.charts.get(path)?.manifest.name ?? path).join(', ')}`,
        follows: because,
      }).catch((error: unknown) => refused(intent.chart, asReleaseError(error), context)),
  })
  const claimable = followed.map((intent) => withTag(intent, context))
  return { intents: stopDependents(sources, claimable), unreadable }
}

/** A version whose git tag git would refuse can't be claimed, and would take the tags of other charts along. */
function withTag(intent: Intent, context: PlanContext): Intent {
  if (intent.action !== 'publish' && intent.action !== 'bump') return intent
  const { chart, version } = intent
  const tag = tagOf(context.settings.tagTemplate.value, { name: chart.manifest.name, version })
  const problem = tag === undefined ? undefined : refProblem(tag)
  return problem === undefined ? intent : refused(chart, untaggable(chart, tag ?? '', problem), context)
}

function inScope(charts: readonly ChartSource[], scope: Scope): readonly ChartSource[] {
  if (scope.kind === 'nothing') return []
  return scope.kind === 'all' ? charts : charts.filter((chart) => chart.path === scope.path)
}

async function intentFor(chart: ChartSource, context: PlanContext): Promise<Intent> {
  try {
    const own = chartSettings(chart, context.settings)
    const rule = own.appVersion ?? context.settings.appVersion.value
    const desired = await desiredAppVersion(chart, rule, own.appPaths ?? [], context)
    const judged = await judge(chart, await versionAtHand(chart, context), desired, context)
    if (judged.verdict.action === 'move')
      return await bumped(chart, desired, context, { reason: judged.verdict.reason, other: judged.version })
    return fromVerdict(chart, judged, desired, context)
  } catch (error) {
    return refused(chart, asReleaseError(error), context)
  }
}

/**
 * The version that is compared. With `commit: none` git's own never moves, so the highest published one of its line stands
 * for it; but not on a tag, which may stand on an old commit.
 */
async function versionAtHand(chart: ChartSource, context: PlanContext): Promise<string> {
  const { scope, settings } = context
  if (scope.kind === 'release-tag') return scope.version
  const bump = bumpOf(chart, context).value
  const isFollowed = settings.commit.value === 'none' && bump !== 'none' && !(scope.kind === 'all' && scope.tag)
  const highest = isFollowed ? await highestPublished(chart, bump, context) : undefined
  return highest ?? chart.manifest.version
}

/** A version that needs no other number: taken as it is, with the edits that git lacks. */
function fromVerdict(chart: ChartSource, judged: Judged, desired: DesiredAppVersion, context: PlanContext): Intent {
  const { verdict } = judged
  if (verdict.action === 'unknown') return refused(chart, unknownState(chart, judged), context)
  const appVersion = appVersionFor(chart, judged, desired)
  const edits = {
    ...(judged.version !== chart.manifest.version && { version: judged.version }),
    ...(appVersion !== undefined && appVersion !== chart.manifest.appVersion && { appVersion }),
  }
  const action = verdict.action === 'move' ? 'refuse' : verdict.action
  return { ...blank(chart, context), ...judged, action, reason: verdict.reason, desired, edits }
}

/** What is published already says it; a package of another tool was compared with git as it stands. */
function appVersionFor({ manifest }: ChartSource, { sightings }: Judged, desired: DesiredAppVersion) {
  for (const { presence, evidence } of sightings) {
    if (presence.state !== 'present' || evidence.state === 'other') continue
    return presence.fingerprint === undefined ? manifest.appVersion : presence.appVersion
  }
  return desired.value
}

interface Because {
  readonly reason: string
  /** The version that is known to hold other content. */
  readonly other?: string
  readonly follows?: readonly string[]
}

async function bumped(
  chart: ChartSource,
  desired: DesiredAppVersion,
  context: PlanContext,
  { reason, other, follows = [] }: Because,
): Promise<Intent> {
  const bump = bumpOf(chart, context)
  if (bump.value === 'none' || context.scope.kind === 'release-tag') {
    return refused(chart, bumpForbidden(chart, reason, context.scope), context)
  }
  const free = await freeVersion(chart, desired, { level: bump.value as BumpLevel, other }, context)
  if (!free) return refused(chart, noFreeVersion(chart), context)
  const intent = fromVerdict(chart, free, desired, context)
  if (intent.action === 'refuse') return intent
  // With `commit: none` the number lives on the targets only; what is there already needs nothing.
  const settled = context.gitStays && intent.action !== 'publish' && follows.length === 0
  return {
    ...intent,
    action: settled ? intent.action : 'bump',
    reason: settled ? intent.reason : `${reason}; next free ${bump.value} version is ${free.version}${skipped(free)}`,
    edits: { ...intent.edits, version: free.version },
    follows,
  }
}

function skipped({ taken }: FreeVersion): string {
  if (taken.length === 0) return ''
  return ` (${taken.length === 1 ? `${taken[0]} is` : `${taken[0]} to ${taken.at(-1)} are`} taken by other content)`
}

/** "A failed chart stops its dependents, nobody else." */
function stopDependents(sources: Sources, intents: readonly Intent[]): readonly Intent[] {
  const failed = intents.filter((intent) => intent.action === 'refuse').map((intent) => intent.chart.path)
  const stopped = dependentsOf(sources.charts, failed)
  return intents.map((intent) => {
    if (!stopped.has(intent.chart.path) || intent.action === 'leave' || intent.action === 'refuse') return intent
    const problem = dependencyStopped(intent.chart)
    return { ...intent, action: 'refuse', reason: problem.message, problem, edits: {} }
  })
}

function blank(chart: ChartSource, context: PlanContext): Pick<Intent, 'chart' | 'bump' | 'follows'> {
  const bump = bumpOf(chart, context)
  return { chart, bump: { level: bump.value, source: bump.source }, follows: [] }
}

function refused(chart: ChartSource, problem: ReleaseError, context: PlanContext): Intent {
  const { version } = chart.manifest
  const desired = { evidence: false }
  return {
    ...blank(chart, context),
    action: 'refuse',
    version,
    reason: problem.message,
    problem,
    desired,
    sightings: [],
    edits: {},
  }
}

function bumpOf(chart: ChartSource, { settings }: PlanContext): Setting<BumpSetting> {
  const own = chartSettings(chart, settings).bump
  return own === undefined ? settings.bump : { value: own, source: 'config' }
}

/** What the config file says of a chart, by its name or its folder. */
export function chartSettings(chart: ChartSource, settings: Settings): ChartSettings {
  return settings.perChart[chart.manifest.name] ?? settings.perChart[chart.path] ?? {}
}
