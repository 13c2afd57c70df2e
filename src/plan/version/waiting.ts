import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { JudgedChart, JudgedVersion } from '../decision/judged-chart.ts'
import { bumpForbidden, takenElsewhere } from '../decision/refusals.ts'
import { type Baseline, baselineOf } from '../published/baseline.ts'
import { freeVersion } from '../published/free-version.ts'
import { isOwnRelease } from '../published/own-release.ts'
import { releasedAbove } from '../published/released-above.ts'
import { blank, bumpFacts, refused } from './base-decision.ts'
import { type PlanContext, requiredBumpOf } from './plan-context.ts'
import type { BumpedDependency, RequiredBump } from './required-bump.ts'

/** What deciding about charts that wait needs in addition. */
export interface WaitingContext extends PlanContext {
  readonly sources: Sources
  /** Folders of charts that wait and whose changes are not looked at, since too many wait. */
  readonly unseen: ReadonlySet<string>
}

interface Because {
  readonly moved: readonly BumpedDependency[]
  /** Whether the judged version is known to hold other content. */
  readonly isOther: boolean
}

/** The lowest version to write, and what is known of how far that must be. */
interface Least {
  readonly version: string
  readonly required: RequiredBump | undefined
  readonly since: Baseline | undefined
  /** Why it is not known how far. */
  readonly unknown?: string
}

/**
 * A changed chart whose version only people raise: it waits, and says what to write. If what is published under its version is
 * not what this branch released, nobody can tell what a higher version would replace: that is refused.
 */
export async function waitForRaise(
  judgedChart: JudgedChart,
  context: WaitingContext,
  because: Because,
): Promise<ChartDecision> {
  const { chart, judged, desired } = judgedChart
  const { scope, sources } = context
  const why = judged.verdict.action === 'move' ? judged.verdict.reason : ''
  if (scope.kind === 'release-tag') return refused(chart, bumpForbidden(chart, why, scope), context)
  const least = await leastRaise(judgedChart, context, because)
  if (because.isOther && !(await isOwnRelease(chart, judged, { sources, context })))
    return refused(chart, takenElsewhere(chart, { enough: least.version, why }), context)
  const reason = `${changedWords(judgedChart, because)}, not released: ${raiseWords(least)}`
  const follows = because.moved.map(({ path }) => path)
  const known = waitingFacts(least)
  return { ...blank(chart, context), ...judged, desired, edits: {}, action: 'wait', ...known, reason, follows }
}

/** What the version must become at least, as fields of a decision. */
function waitingFacts({ version, required, since, unknown }: Least) {
  const facts = required && bumpFacts(required, since)
  return {
    ...facts,
    ...(unknown !== undefined && { level: undefined, levelReason: unknown }),
    requiredVersion: version,
  }
}

async function leastRaise(
  judgedChart: JudgedChart,
  context: WaitingContext,
  { moved, isOther }: Because,
): Promise<Least> {
  const { chart, judged } = judgedChart
  const since = isOther ? await baselineOf(chart, judged, context) : undefined
  const { required, unknown } = await howFar(judgedChart, moved, since, context)
  return {
    required,
    since,
    ...(unknown !== undefined && { unknown }),
    version: await nextFree(judgedChart, required, context),
  }
}

interface HowFar {
  readonly required: RequiredBump | undefined
  readonly unknown?: string
}

/** Nothing is released, so what can't be found out stops nothing. */
async function howFar(
  judgedChart: JudgedChart,
  moved: readonly BumpedDependency[],
  since: Baseline | undefined,
  context: WaitingContext,
): Promise<HowFar> {
  const guess = () => requiredBumpOf(judgedChart, undefined, moved, context)
  if (since === undefined) return { required: await guess() }
  if (context.unseen.has(judgedChart.chart.path)) return { required: await guess(), unknown: UNSEEN }
  try {
    return { required: await requiredBumpOf(judgedChart, since, moved, context) }
  } catch (error) {
    const why = asReleaseError(error).message.replace(/\.$/, '')
    return { required: await guess(), unknown: `how far could not be found out: ${why}` }
  }
}

const UNSEEN = 'how far was not looked at, since many charts wait'

/** A number that is free, above all that this branch has published. */
async function nextFree(
  { chart, desired, judged: { version } }: JudgedChart,
  required: RequiredBump | undefined,
  context: WaitingContext,
): Promise<string> {
  if (!required) return version
  const { numbering } = required
  const above = await releasedAbove(chart, version, context)
  const from = above === undefined ? {} : { from: numbering.next(above) }
  const free = await freeVersion(chart, desired, { numbering, other: version, ...from }, context)
  return free?.version ?? numbering.next(above ?? version)
}

function changedWords({ chart, desired, judged }: JudgedChart, { moved, isOther }: Because): string {
  if (!isOther) return `depends on ${moved.map(({ name }) => name).join(', ')}, which gets a new version`
  const { version, sightings } = judged
  const absent = sightings.filter(({ presence }) => presence.state === 'absent')
  if (absent.length === sightings.length) return `changed since the git tag of ${version}, which no target has`
  const lacking = absent.length === 0 ? '' : `, which ${absent.map(({ target }) => target.address).join(', ')} lacks`
  const only = isAppVersionAlone(chart, judged) ? ` (appVersion is to be ${desired.value ?? 'none'})` : ''
  return `changed since ${version}${lacking}${only}`
}

function isAppVersionAlone({ fingerprint }: ChartSource, { sightings }: JudgedVersion): boolean {
  return sightings.every(({ presence }) => presence.state !== 'present' || presence.fingerprint === fingerprint)
}

function raiseWords({ version, required, unknown }: Least): string {
  const raise = `raise the version to at least ${version}`
  if (unknown !== undefined) return `${raise}; ${unknown}`
  const { level, reason = '' } = required ?? {}
  return `${raise}${level === undefined ? '' : ` (${level})`}; ${reason}`
}
