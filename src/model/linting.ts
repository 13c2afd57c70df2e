import type { Location } from './errors.ts'

/** The values files that a chart is linted with if nothing else is said, as chart-testing takes them. */
export const CI_VALUES = ['ci/*-values.yaml'] as const

/** How strictly a chart is linted: `strict` refuses what Helm warns of, `off` does not ask Helm. */
export type LintMode = 'on' | 'strict' | 'off'

/** How a chart is to be linted, as the settings say. */
export interface LintRule {
  readonly mode: LintMode
  /** Paths and globs of values files, from the chart's folder; absent: `CI_VALUES`. */
  readonly values?: readonly string[]
  /** Whether they are said for this chart alone, so that they are meant to match something. */
  readonly isOwn?: boolean
  /** Where the config file says so. */
  readonly valuesAt?: Location
  /** The Kubernetes version that templates are linted for; absent: Helm's own. */
  readonly kubeVersion?: string
  /** Whether charts in `charts/` that Chart.yaml does not name are accepted. */
  readonly acceptsUndeclared?: boolean
}

/** How one chart of one commit is linted. */
export interface Linting {
  readonly mode: LintMode
  readonly kubeVersion?: string
  readonly acceptsUndeclared?: boolean
  /** It is linted once with each; without any, with its own defaults. */
  readonly values: readonly ValuesFile[]
  /** Whether what is said for this chart alone matches no file. */
  readonly isUnmatched?: boolean
}

export interface ValuesFile {
  /** From the chart's folder. */
  readonly path: string
  /** Absent for the chart's own values.yaml, which Helm takes anyway. */
  readonly content?: Uint8Array
}
