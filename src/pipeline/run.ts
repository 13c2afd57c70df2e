import type { FetchDependency } from '../chart/dependencies/fetch-dependency.ts'
import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import type { Identity } from '../model/signature.ts'
import type { Target } from '../model/target.ts'
import type { OwnCommits } from '../plan/history/own-commits.ts'
import type { GitHub } from '../ports/github.ts'
import type { Helm } from '../ports/helm.ts'
import type { Platform } from '../ports/platform.ts'
import type { RunnerFacts, Steps } from '../ports/runner.ts'
import type { ProvenanceSigner } from '../provenance/provenance.ts'
import type { OurIdentity, SignatureVerifier, Signer } from '../signing/signer.ts'
import type { Checkout } from './checkout/checkout.ts'
import type { Progress } from './progress.ts'

/** Everything that one run works with; made once, never changed. */
export interface Run {
  readonly platform: Platform
  readonly steps: Steps
  readonly facts: RunnerFacts
  readonly checkout: Checkout
  readonly settings: Settings
  /** In the order the user gave: that is the order of promotion. */
  readonly targets: readonly Target[]
  readonly github: GitHub
  /** Found (or installed) at first use: an idle run needs no Helm. */
  readonly helm: () => Promise<Helm>
  readonly fetchDependency: FetchDependency
  /** Loaded and prepared at first use; `undefined` with `sign: none`. */
  readonly signing: () => Promise<Signing | undefined>
  /** Opened at first use; `undefined` without an OpenPGP key. */
  readonly provenance: () => Promise<ProvenanceSigner | undefined>
  readonly warn: (text: string) => void
  readonly ownCommits: OwnCommits
  /** Helm's archives by content, kept for this run. */
  readonly built: Map<string, Uint8Array>
  /** What was found out about charts that move, kept for this run. */
  readonly compared: Map<string, Promise<readonly Finding[]>>
  readonly progress: Progress
}

/** A signer that holds a certificate, and what its identity makes ours. */
export interface Signing {
  readonly signer: Signer
  readonly verifier: SignatureVerifier
  readonly identity: Identity
  readonly ours: OurIdentity
}

/** Addresses whose charts are this repository's own. */
export function ownRepositories(run: Pick<Run, 'targets'>): readonly string[] {
  return run.targets.flatMap(({ address, url }) =>
    [address, ...(url === undefined ? [] : [url])].map((one) => one.replace(/\/$/, '')),
  )
}

/** Git's own version never moves: by choice, or because a tag is checked out, which can't be pushed to. */
export function versionsStayOutOfGit(run: Run): boolean {
  const { refType, isPullRequest } = run.facts
  // A pull request is only planned, and as its branch will be.
  return run.settings.commit.value === 'none' || !(refType === 'branch' || isPullRequest)
}

/** How a step went: what goes on, and what failed, by chart folder. */
export interface Step<T> {
  readonly done: readonly T[]
  readonly failed: ReadonlyMap<string, ReleaseError>
}

/** For what a release can do without. */
export function warnUnlessBug(run: Pick<Run, 'warn'>, thrown: unknown): void {
  const problem = asReleaseError(thrown)
  if (problem.kind === 'bug') throw problem
  run.warn(problem.message)
}
