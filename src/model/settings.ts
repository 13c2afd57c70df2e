import type { Location } from './errors.ts'

/** How far a bump moves the version. */
export type BumpLevel = 'major' | 'minor' | 'patch'

/** The name of the strategy that decides which version a changed chart gets; `bump/registry.ts` knows them. */
export type BumpSetting = string

/** What breaks users before 1.0.0 moves this. */
export type ZeroMajor = 'minor' | 'major'

/** Where a value came from; the plan names it. `chart-releaser`: cr.yaml or a `CR_*` variable. */
export type SettingSource = 'input' | 'config' | 'chart-releaser' | 'default'

export interface Setting<T> {
  readonly value: T
  readonly source: SettingSource
}

/** `changelog`: CHANGELOG.md of the chart. `artifacthub`: the annotation that Artifact Hub shows. */
export type NotesPlace = 'changelog' | 'artifacthub'

/** Something worth telling about settings that were given, and no failure. */
export interface Remark {
  readonly text: string
  readonly at?: Location
}

/** How appVersion is decided. */
export type AppVersionRule =
  | { readonly rule: 'keep' }
  | { readonly rule: 'literal'; readonly value: string }
  | { readonly rule: 'sha' }
  | { readonly rule: 'tag' }
  /** The first place gives it; the others should say the same. */
  | { readonly rule: 'values'; readonly paths: readonly (readonly string[])[] }

/** What the config file says of one chart (by chart name or folder); absent fields follow the run's settings. */
export interface ChartSettings {
  readonly bump?: BumpSetting
  readonly zeroMajor?: ZeroMajor
  readonly appVersion?: AppVersionRule
  /** Globs from the repository root: commits that touch them count for `app-version: sha`. */
  readonly appPaths?: readonly string[]
  /** Foreign dependencies without a lock are resolved afresh. */
  readonly unlocked?: 'allow' | 'refuse'
  /** Where the config file says it, for the problem that no such chart is there. */
  readonly at?: Location
}

export interface DependencySettings {
  /** Schemes beside https, oci and file that dependencies may use, e.g. `http`. */
  readonly schemes: readonly string[]
  /** Hosts (host or host:port) on loopback or private addresses that dependencies may come from. */
  readonly privateHosts: readonly string[]
}

/** Whose signatures count as ours beside this repository's own workflows. */
export interface TrustedSigner {
  readonly issuer: string
  /** Exact SAN, or one that ends in `*` for a prefix. */
  readonly subject: string
}

/** What a run is for. `check` judges the versions of a change that is proposed. */
export type Mode = 'release' | 'plan' | 'check'
