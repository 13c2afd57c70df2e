import type { ChartManifest, Dependency, Lock } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { IgnoreRule } from './helmignore.ts'
import type { SourceFile, Tree } from './tree.ts'

/** A dependency that is a chart of this repository. */
export interface LocalDependency {
  /** Its index among the chart's dependencies. */
  readonly index: number
  readonly dependency: Dependency
  /** Folder of the chart it names, from the repository root. */
  readonly path: string
}

/** One chart folder at one commit: everything that planning and packaging need. */
export interface ChartSource {
  readonly path: string
  readonly manifest: ChartManifest
  readonly dependencies: readonly Dependency[]
  /** Chart.yaml, or requirements.yaml for apiVersion v1. */
  readonly dependencyFile: { readonly file: string; readonly text: string }
  readonly lock?: Lock
  /** The files that Helm would package, without the folders of local dependencies inside the chart. */
  readonly files: readonly SourceFile[]
  readonly local: readonly LocalDependency[]
  readonly fingerprint: string
  /** Parts that git has and whose absence users would notice, with the rule of .helmignore that leaves them out. */
  readonly leftOut?: readonly LeftOut[]
}

export interface LeftOut extends IgnoreRule {
  /** From the chart's folder. */
  readonly path: string
}

/** All charts that were requested at one commit, and the charts of the repository that they depend on. */
export interface Sources {
  readonly tree: Tree
  readonly charts: ReadonlyMap<string, ChartSource>
  /** Why a folder's chart can't be read, by folder. */
  readonly problems: ReadonlyMap<string, ReleaseError>
}

/** An address that this repository publishes to. */
export interface OwnRepository {
  /** Without a slash at the end. */
  readonly address: string
  /** Whether it is where a chart of this repository is published. */
  readonly holds: (chart: { readonly name: string; readonly path: string }) => boolean
}
