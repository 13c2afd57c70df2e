import type { EvidenceNeed } from '../../bump/strategy.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { Settings } from '../../settings.ts'
import type { AppVersionContext } from '../app-version/app-version.ts'
import type { JudgedChart } from '../decision/judged-chart.ts'
import type { Baseline } from '../published/baseline.ts'
import type { VersionContext } from '../published/free-version.ts'
import type { OwnReleaseContext } from '../published/own-release.ts'
import { bumpOf, chartSettings, settingsOf, targetsOf, zeroMajorOf } from '../scope/chart-settings.ts'
import type { Scope } from '../scope/scope.ts'
import { type BumpedDependency, type EvidenceOf, type RequiredBump, requiredBump } from './required-bump.ts'

/** What planning reads of the settings, without those that a field of its context stands for. */
export type PlanSettings = Omit<Settings, 'tagTemplate' | 'adopt' | 'sign'>

export interface PlanContext extends VersionContext, AppVersionContext, OwnReleaseContext {
  readonly settings: PlanSettings
  readonly scope: Scope
  readonly evidenceOf: EvidenceOf
  /** What a proposed change is compared with if a target does not say what it holds; only `check` is content with that. */
  readonly proposedOn?: () => Promise<ObjectId | undefined>
}

/** The context as it is for one chart: its own targets, tags, signatures and other settings. */
export function contextOf<C extends PlanContext>(chart: ChartSource, context: C): C {
  const { settings } = context
  const { tagTemplate = context.tagTemplate, sign } = chartSettings(chart, settings)
  // Whether a version is high enough has nothing to do with who signed it.
  const signatures = sign === undefined ? context.signatures : sign !== 'none' && settings.mode !== 'check'
  return {
    ...context,
    ...{ tagTemplate, signatures, targets: targetsOf(chart, context.targets, settings) },
    ...(!signatures && { ownSignatures: undefined }),
    settings: settingsOf(chart, settings),
  }
}

/** Notes that are written down are made of commits. */
export function notesNeed({ settings }: Pick<PlanContext, 'settings'>): readonly EvidenceNeed[] {
  return settings.releaseNotes.length > 0 ? ['commits'] : []
}

/** `requiredBump` of a chart under its own settings. */
export function requiredBumpOf(
  { chart, desired }: JudgedChart,
  since: Baseline | undefined,
  moved: readonly BumpedDependency[],
  context: PlanContext,
): Promise<RequiredBump | undefined> {
  const { settings, evidenceOf, git, commit } = context
  const question = {
    setting: bumpOf(chart, settings).value,
    zeroMajor: zeroMajorOf(chart, settings),
    ...{ since, moved, appVersion: desired.value, also: notesNeed({ settings }) },
    committedAt: () => git.commitTime(commit),
  }
  return requiredBump(chart, question, evidenceOf)
}
