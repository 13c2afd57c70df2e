import type { InputSettings } from './inputs/table/table.ts'
import type { ReleasePlan } from './model/plan.ts'
import type { ChartSettings, DependencySettings, Remark, TrustedSigner } from './model/settings.ts'

/** The settings of a run: one per input, by its name in camel case, and what only a file can say. */
export interface Settings extends InputSettings {
  /** From the config file, by chart name or folder. */
  readonly perChart: Readonly<Record<string, ChartSettings>>
  readonly dependencies: DependencySettings
  readonly trustedSigners: readonly TrustedSigner[]
  /** What was given in the files and variables of other tools, and is not followed. */
  readonly remarks: readonly Remark[]
  /** What the plan shows of the inputs, by their names. */
  readonly effective: ReleasePlan['settings']
}
