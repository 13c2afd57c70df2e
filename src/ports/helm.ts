// The helm program: lint, package and template. Implemented in src/platform/helm.

/** The result of `helm lint` for one chart. */
export interface Linted {
  readonly failed: boolean
  /** Its `[ERROR]` and `[WARNING]` lines, raw text from outside. */
  readonly messages: readonly string[]
  /** Set if a limit of ours ended Helm. */
  readonly isStopped?: true
}

export interface LintOptions {
  /** Path of a values file, over the chart's own defaults. */
  readonly values?: string
  /** Whether a warning is a failure. */
  readonly strict?: boolean
  /** The Kubernetes version that templates ask for. */
  readonly kubeVersion?: string
}

export interface TemplateOptions {
  /** A values file's text, over the chart's own defaults. */
  readonly values?: string
  /** As `helm upgrade` renders it instead of `helm install`. */
  readonly isUpgrade?: boolean
  /** After this the process group is killed. Default 20 s. */
  readonly timeoutMs?: number
}

/** The result of `helm template`: the chart's documents, or why there are none. */
export type Templated =
  | { readonly manifests: string }
  | {
      /** Helm's own words, raw text from outside; or what stopped it. */
      readonly failed: string
      /**
       * Whether a limit of ours, or something outside, ended Helm, so that the failure says nothing about the chart's
       * values.
       */
      readonly stopped: boolean
    }

/**
 * The real Helm, in a private home, without plugins, tokens or the caller's environment. It never has to fetch
 * anything.
 */
export interface Helm {
  /** e.g. `4.1.4`. */
  readonly version: string
  /**
   * Lints many chart folders in one process, all in the same way; the result has an entry for every folder. Fails with
   * `HELM_TOO_OLD` if Helm does not know an option.
   */
  lint(folders: readonly string[], options?: LintOptions): Promise<ReadonlyMap<string, Linted>>
  /**
   * Packages many chart folders; archives by folder, and Helm's message for those that failed. One process if all
   * succeed; otherwise the failed ones are found one by one.
   */
  package(folders: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | { readonly failed: string }>>
  /**
   * `helm template` of a chart folder, as the release `release-name` in the namespace `release-namespace`: no cluster,
   * no network, bounded in time, memory and output.
   */
  template(folder: string, options?: TemplateOptions): Promise<Templated>
}
