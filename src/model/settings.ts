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

export interface Settings {
  readonly mode: Setting<Mode>
  readonly charts: Setting<readonly string[]>
  readonly exclude: Setting<readonly string[]>
  /** Target addresses as written, e.g. `oci://ghcr.io/acme/charts`. */
  readonly targets: Setting<readonly string[]>
  readonly bump: Setting<BumpSetting>
  readonly zeroMajor: Setting<ZeroMajor>
  /** What happens with a version that was raised by hand, and less than its changes ask for. */
  readonly tooLow: Setting<'warn' | 'fail'>
  /** Whether `check` wants a changed chart to have a new version; else the release will give it one. */
  readonly requireBump: Setting<boolean>
  readonly appVersion: Setting<AppVersionRule>
  readonly appTagPattern: Setting<string>
  readonly commit: Setting<'push' | 'pull-request' | 'none'>
  /** Whether bumps are pushed as commits that GitHub signs; `undefined`: where the branch requires signed commits. */
  readonly verifiedCommits: Setting<boolean | undefined>
  /** Where notes go beside the summary and pull requests. */
  readonly releaseNotes: Setting<readonly NotesPlace[]>
  /** Empty: no tags. */
  readonly tagTemplate: Setting<string>
  readonly versionFromTag: Setting<boolean>
  readonly adopt: Setting<boolean>
  readonly sign: Setting<'keyless' | 'none'>
  /** Whether indexes are signed as well. */
  readonly signIndex: Setting<boolean>
  /** `undefined`: only public repositories. */
  readonly publicLog: Setting<boolean | undefined>
  /** Path of a file, or the JSON itself; `undefined`: by TUF. */
  readonly sigstoreSigningConfig: Setting<string | undefined>
  readonly sigstoreTrustedRoot: Setting<string | undefined>
  /** How long Sigstore may be away before the run fails, in milliseconds. */
  /** How long the run may take; each of its steps half of that. */
  readonly timeoutMs: Setting<number>
  readonly sigstoreTimeoutMs: Setting<number>
  readonly gpgPrivateKey: Setting<string | undefined>
  readonly gpgPassphrase: Setting<string | undefined>
  readonly registryUsername: Setting<string | undefined>
  readonly registryPassword: Setting<string | undefined>
  /** Hosts (host or host:port) that are spoken to in plain HTTP beside loopback. */
  readonly plainHttp: Setting<readonly string[]>
  /** Hosts of token servers that credentials may go to beside the registry's own domain. */
  readonly tokenRealms: Setting<readonly string[]>
  readonly helmVersion: Setting<string | undefined>
  readonly githubToken: Setting<string | undefined>
  readonly configFile: Setting<string>
  /** Folder from the workspace that released packages are left in; `undefined`: nowhere. */
  readonly packagesDir: Setting<string | undefined>
  readonly perChart: Readonly<Record<string, ChartSettings>>
  readonly dependencies: DependencySettings
  readonly trustedSigners: readonly TrustedSigner[]
  /** What was given and is not followed, in the files and variables of other tools. */
  readonly remarks: readonly Remark[]
}
