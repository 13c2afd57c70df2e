import type { BuildContext } from '../chart/package/build.ts'
import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import type { Identity } from '../model/signature.ts'
import type { Target } from '../model/target.ts'
import type { OwnCommits } from '../plan/history/own-commits.ts'
import { isSigned, type NamedChart } from '../plan/plan.ts'
import type { GitHub } from '../ports/github.ts'
import type { Helm } from '../ports/helm.ts'
import type { Platform } from '../ports/platform.ts'
import type { RunnerFacts, Steps } from '../ports/runner.ts'
import type { ProvenanceSigner } from '../provenance/provenance.ts'
import type { Settings } from '../settings.ts'
import type { OurIdentity, SignatureInspector, SignatureVerifier, Signer } from '../signing/signer.ts'
import type { RepositoryView } from '../verification/published/in-repository.ts'
import type { Checkout } from './checkout/checkout.ts'
import type { Relay } from './handover/relay.ts'
import type { History } from './history.ts'
import type { Recognition } from './publish/open-sigstore.ts'
import type { ReleaseTags } from './release-tags.ts'

/** Everything that one run works with; made once, never changed. */
export interface Run {
  readonly platform: Platform
  readonly steps: Steps
  readonly facts: RunnerFacts
  readonly checkout: Checkout
  readonly settings: Settings
  /** In the order the user gave: that is the order of promotion. */
  readonly targets: readonly Target[]
  /** The same place for those who know nothing of this run; `undefined` if nobody can look at it over the network. */
  readonly outside: (target: Target) => OutsideTarget | undefined
  readonly github: GitHub
  /** Found (or installed) at first use: an idle run needs no Helm. */
  readonly helm: () => Promise<Helm>
  /** What packaging works with; finds Helm at first use. */
  readonly buildContext: () => Promise<BuildContext>
  /** Loaded and prepared at first use; `undefined` if no chart is signed. See `signingOf`. */
  readonly signing: () => Promise<Signing | undefined>
  /** Tells our signatures from those of others; `undefined` if they don't matter, or the job has no identity. */
  readonly recognition: Recognition | undefined
  /** Opened at first use; `undefined` without an OpenPGP key. */
  readonly provenance: () => Promise<ProvenanceSigner | undefined>
  readonly warn: (text: string) => void
  /** Learns which charts there are. */
  readonly releaseTags: Pick<ReleaseTags, 'know' | 'remember'>
  readonly ownCommits: OwnCommits
  readonly history: History
  /** Absent if this run is a whole release. */
  readonly relay?: Relay
}

/**
 * What a step takes of a run: `Uses<'warn', 'git' | 'log', 'commit'>` has a field of the run, two parts of its platform and a
 * setting. A step can do no more than what it names, and a test gives it just that.
 */
export type Uses<
  R extends keyof Run = never,
  P extends keyof Platform = never,
  S extends keyof Settings = never,
> = Pick<Run, R> &
  ([P] extends [never] ? unknown : { readonly platform: Pick<Platform, P> }) &
  ([S] extends [never] ? unknown : { readonly settings: Pick<Settings, S> })

/** A target as others get it, through connections that share nothing with those that wrote. */
export type OutsideTarget = OutsideRegistry | OutsideSite

export interface OutsideRegistry {
  /** Without credentials. */
  readonly anybody: Target
  /** With the credentials of the run. */
  readonly member: Target
}

export interface OutsideSite {
  /** As `helm repo add` takes it, without a slash at the end. */
  readonly url: string
  /** Without credentials; each with an index of its own. */
  open(): RepositoryView
}

/** A signer that holds a certificate, and what its identity makes ours. */
export interface Signing {
  readonly signer: Signer
  readonly verifier: SignatureVerifier
  /** Judges as a consumer does, who knows no signature beforehand. */
  readonly inspector: SignatureInspector
  readonly identity: Identity
  readonly ours: OurIdentity
}

/** The signer for one chart; `undefined` if that is not signed. */
export async function signingOf(
  run: Uses<'signing', never, 'sign' | 'perChart'>,
  chart: NamedChart,
): Promise<Signing | undefined> {
  return isSigned(chart, run.settings) ? run.signing() : undefined
}

/** What decides whether git gets new versions. */
export type VersionsInGit = Uses<never, never, 'commit'> & {
  readonly facts: Pick<RunnerFacts, 'refType' | 'isPullRequest'>
}

/** Git's own version never moves: by choice, or because a tag is checked out, which can't be pushed to. */
export function versionsStayOutOfGit(run: VersionsInGit): boolean {
  const { refType, isPullRequest } = run.facts
  // A pull request is only planned, and as its branch will be.
  return run.settings.commit === 'none' || !(refType === 'branch' || isPullRequest)
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
