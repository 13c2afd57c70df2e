import type { Location } from './errors.ts'
import type { LintMode } from './linting.ts'

/** Which half of a release a run is, where two jobs share it: one packages, the other signs and publishes. */
export type Part = 'build' | 'release'

/** How far a bump moves the version. */
export type BumpLevel = 'major' | 'minor' | 'patch'

/** The name of the strategy that decides which version a changed chart gets; `bump/registry.ts` knows them. */
export type BumpSetting = string

/** The level of a breaking change before 1.0.0. */
export type ZeroMajor = 'minor' | 'major'

/**
 * Where a value came from, for the plan. `shared-config`: the file of another repository that `config` names.
 * `chart-releaser`: cr.yaml or a `CR_*` variable. `chart-testing`: ct.yaml.
 */
export type SettingSource = 'input' | 'config' | 'shared-config' | 'chart-releaser' | 'chart-testing' | 'default'

/** A file of another repository at a commit. */
export interface SharedFile {
  /** e.g. `acme/.github`. */
  readonly repository: string
  readonly path: string
  /** All 40 digits. */
  readonly commit: string
}

export interface Setting<T> {
  readonly value: T
  readonly source: SettingSource
}

/** `changelog`: CHANGELOG.md of the chart. `artifacthub`: the annotation that Artifact Hub shows. */
export type NotesPlace = 'changelog' | 'artifacthub'

/** A non-fatal remark about the given settings. */
export interface Remark {
  readonly text: string
  readonly at?: Location
}

/** The label of a closed pull request with version bumps that keeps the next one from being opened. */
export const POSTPONE_LABEL = 'not now'

/** How appVersion is decided. */
export type AppVersionRule =
  | { readonly rule: 'keep' }
  | { readonly rule: 'literal'; readonly value: string }
  | { readonly rule: 'sha' }
  | { readonly rule: 'tag' }
  /** The first place gives it; the others should say the same. */
  | { readonly rule: 'values'; readonly paths: readonly (readonly string[])[] }

/** Whether charts are signed, and how. */
export type SignSetting = 'keyless' | 'none'

/** A setting of one chart as the config file has it, for the plan and for messages. */
export interface GivenSetting {
  readonly value: string
  readonly at: Location
}

/**
 * The settings of one chart in the config file; absent fields follow the settings of the run. A field that is also an input
 * is named as in `Settings`.
 */
export interface ChartSettings {
  readonly bump?: BumpSetting
  readonly zeroMajor?: ZeroMajor
  readonly appVersion?: AppVersionRule
  /** Globs from the repository root: commits that touch them count for `app-version: sha`. */
  readonly appPaths?: readonly string[]
  /** Whether external dependencies without a lock are resolved afresh. */
  readonly unlocked?: 'allow' | 'refuse'
  readonly lint?: LintMode
  readonly lintValues?: readonly string[]
  /** Where `lintValues` is in the config file. */
  readonly lintValuesAt?: Location
  readonly kubeVersion?: string
  /** Whether charts in `charts/` that Chart.yaml does not name are accepted. */
  readonly undeclaredSubcharts?: 'allow' | 'refuse'
  /** Addresses, as `targets` of the run. */
  readonly targets?: readonly string[]
  /** As the input; empty for no tags. */
  readonly tagTemplate?: string
  readonly sign?: SignSetting
  readonly releaseNotes?: readonly NotesPlace[]
  /** In the folder of the chart. */
  readonly releaseNotesFile?: string
  /** Where it is in the config file, for the warning that there is no such chart. */
  readonly at?: Location
  /** What is given, by the names of the keys. */
  readonly given?: Readonly<Record<string, GivenSetting>>
}

export interface DependencySettings {
  /** Schemes beside https, oci and file that dependencies may use, e.g. `http`. */
  readonly schemes: readonly string[]
  /** Hosts (host or host:port) on loopback or private addresses that dependencies may come from. */
  readonly privateHosts: readonly string[]
  /** Addresses of repositories by the names that charts use for them: `bitnami` for `@bitnami`. */
  readonly repositories?: ReadonlyMap<string, string>
}

/** An identity whose signatures count as ours, beside those of this repository's own workflows. */
export interface TrustedSigner {
  readonly issuer: string
  /** Exact SAN, or one that ends in `*` for a prefix. */
  readonly subject: string
}

/** What a run is for. `check` checks the versions of a proposed change. */
export type Mode = 'release' | 'plan' | 'check'

/** What runs over all charts ask of settings. */
export interface PerChartValues {
  readonly targets: readonly string[]
  readonly sign: SignSetting
  /** From the config file, by chart name, folder or glob. */
  readonly perChart: Readonly<Record<string, ChartSettings>>
}

/** Every address that a chart may be published to: those of the run, and then others of single charts. */
export function everyTarget({ targets, perChart }: Pick<PerChartValues, 'targets' | 'perChart'>): readonly string[] {
  return [...new Set([...targets, ...Object.values(perChart).flatMap((own) => own.targets ?? [])])]
}

/** Whether any chart may be signed. */
export function signsAnything({ sign, perChart }: Pick<PerChartValues, 'sign' | 'perChart'>): boolean {
  return sign !== 'none' || Object.values(perChart).some((own) => own.sign !== undefined && own.sign !== 'none')
}
