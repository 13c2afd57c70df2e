import { nextVersion, reaches } from '../../bump/next-version.ts'
import { needsOf } from '../../bump/registry.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { Intent } from '../decision/decision.ts'
import { bumpForbidden, versionTooLow } from '../decision/refusals.ts'
import { type Baseline, releaseBefore, versionBefore } from '../published/baseline.ts'
import { releasedAbove } from '../published/released-above.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import {
  blank,
  fromVerdict,
  inWords,
  notesNeed,
  type Open,
  type PlanContext,
  refused,
  weighChart,
  weightOf,
} from './bump.ts'
import { isMildlyLow, type Moved } from './required-level.ts'

/**
 * A version that nobody holds yet, raised by hand or by a merged proposal: it is kept, and held against what changed since the
 * release before. Under a fixed level only `check` does that, for it costs requests; notes are made of it in any case.
 */
export async function byHand(open: Open, moved: readonly Moved[], context: PlanContext): Promise<Intent> {
  const { chart, judged } = open
  const { value: setting } = bumpOf(chart, context.settings)
  const kept = fromVerdict(open, context)
  if (judged.sightings.some(({ evidence }) => evidence.state !== 'absent')) return kept
  const intent = await compared(kept, context)
  const isCheck = context.settings.mode.value === 'check'
  const isHeld = setting !== 'none' && (isCheck || needsOf(setting).length > 0)
  const isNoted = setting !== 'none' && notesNeed(context).length > 0
  if (!isHeld && !isNoted) return isCheck ? intent : { ...intent, previous: await previousOf(open, context) }
  const since = await releaseBefore(chart, judged.version, context)
  if (!since) return intent
  const told = { ...intent, previous: since.version }
  if (isHeld) return held(open, told, since, { moved, context })
  return { ...told, found: (await weighChart(open, since, moved, context))?.found }
}

/** With the higher version that this branch has published; without tags that would cost a request for every chart. */
async function compared(intent: Intent, context: PlanContext): Promise<Intent> {
  if (context.gitStays || context.tagTemplate === '' || intent.action !== 'publish') return intent
  const below = await releasedAbove(intent.chart, intent.version, context)
  return below === undefined ? intent : { ...intent, below }
}

/** It is only reported, so a target that can't list its versions holds nothing up. */
function previousOf({ chart, judged }: Open, context: PlanContext): Promise<string | undefined> {
  return versionBefore(chart, judged.version, context).catch(() => undefined)
}

interface Holding {
  readonly moved: readonly Moved[]
  readonly context: PlanContext
}

async function held(open: Open, intent: Intent, since: Baseline, { moved, context }: Holding): Promise<Intent> {
  const { chart, judged } = open
  const weighed = await weighChart(open, since, moved, context)
  if (!weighed) return intent
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = weighed.because ? inWords(intent.reason, setting, weighed) : intent.reason
  const told = { ...intent, ...weightOf(weighed, since), reason }
  if (reaches(since.version, judged.version, weighed.level)) return told
  const enough = nextVersion(since.version, weighed.level)
  const { mode, tooLow } = context.settings
  if (mode.value === 'check' || tooLow.value === 'warn' || isMildlyLow(weighed)) return { ...told, enough }
  return {
    ...refused(chart, versionTooLow(chart, { enough, since: since.version, why: weighed.reason }), context),
    ...weightOf(weighed, since),
  }
}

/**
 * For a proposed change whose targets don't tell what they hold: the chart is compared with the one it is based on.
 * `undefined` where that is no way, since this is no `check` or the base is not known.
 */
export async function againstBase(
  open: Open,
  moved: readonly Moved[],
  context: PlanContext,
): Promise<Intent | undefined> {
  const { chart, desired } = open
  const commit = await context.proposedOn?.()
  if (commit === undefined) return undefined
  const { charts } = await readSources(context.git, commit, [chart.path], context)
  const base = charts.get(chart.path)?.manifest
  const kept = { ...blank(chart, context), version: chart.manifest.version, desired, sightings: [], edits: {} }
  if (!base) return { ...kept, action: 'publish', reason: `${chart.manifest.version} is new with this change` }
  const isSame =
    charts.get(chart.path)?.fingerprint === chart.fingerprint &&
    (!desired.evidence || desired.value === base.appVersion)
  if (isSame && moved.length === 0) return { ...kept, action: 'leave', reason: 'it is as on the base of this change' }
  const since: Baseline = { version: base.version, published: [], commit }
  if (base.version !== chart.manifest.version) {
    const reason = `${chart.manifest.version} is new with this change`
    return held(open, { ...kept, action: 'publish', reason }, since, { moved, context })
  }
  const weighed = await weighChart(open, since, moved, context)
  if (!weighed)
    return refused(chart, bumpForbidden(chart, 'its content changes with this change', context.scope), context)
  const version = nextVersion(base.version, weighed.level)
  const { value: setting } = bumpOf(chart, context.settings)
  const reason = inWords(`its content is another than that of ${base.version} on the base`, setting, weighed)
  return { ...kept, ...weightOf(weighed, since), action: 'bump', version, reason, edits: { version } }
}
