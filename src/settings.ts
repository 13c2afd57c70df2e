import type { InputSources, InputValues } from './inputs/table/table.ts'
import type { Location } from './model/errors.ts'
import type { ReleasePlan } from './model/plan.ts'
import type { ChartSettings, DependencySettings, Remark, TrustedSigner } from './model/settings.ts'

/** The settings of a run: the value of each input, by its name in camel case, and what only a file can say. */
export interface Settings extends InputValues {
  /** From the config file, by chart name, folder or glob; `settingsOf` reads it for one chart. */
  readonly perChart: Readonly<Record<string, ChartSettings>>
  readonly dependencies: DependencySettings
  /** Where `lintValues` is in the config file. */
  readonly lintValuesAt?: Location
  readonly trustedSigners: readonly TrustedSigner[]
  /** What was given in the files and variables of other tools, and is not followed. */
  readonly remarks: readonly Remark[]
  /** Where the value of each input came from. */
  readonly sources: InputSources
  /** The inputs that decide what is released, by their names, as the plan shows them. */
  readonly effective: ReleasePlan['settings']
}
