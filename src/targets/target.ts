import type { ChartRef } from '../model/chart.ts'
import type { FileSigner } from '../model/signature.ts'
import type { OwnWrites, Target } from '../model/target.ts'
import type { Files } from '../ports/files.ts'
import type { Git } from '../ports/git.ts'
import type { GitHub } from '../ports/github.ts'
import type { Http } from '../ports/http.ts'
import type { Clock, Environment, Journal, Processes } from '../ports/process.ts'
import type { Log, RunnerFacts, Secrets } from '../ports/runner.ts'

export type { Target } from '../model/target.ts'

/** What the user set that targets need. */
export interface TargetSettings {
  /** Hosts (host or host:port) that are reached by plain HTTP, as loopback is. */
  readonly plainHttp: readonly string[]
  /** Hosts of token servers that registries may send credentials to beside their own domain. */
  readonly tokenRealms?: readonly string[]
  /** For the one OCI host of the run: the inputs are refused together with more. */
  readonly registryUsername?: string | undefined
  readonly registryPassword?: string | undefined
  /** The workflow's token, used for ghcr.io if nothing else is found. */
  readonly githubToken?: string | undefined
  /** Whether GitHub signs commits; `undefined`: if the branch requires it. */
  readonly verifiedCommits?: boolean | undefined
  /** Ask as anybody, whatever credentials there are. */
  readonly anonymous?: true
  /** Whether GitHub writes the text of releases. */
  readonly generateReleaseNotes?: boolean
  /** The git tag of a release; absent if the user wants none. */
  readonly tagOf?: (ref: ChartRef) => string | undefined
}

/** What a target works with. */
export interface TargetContext {
  readonly http: Http
  /** Another client that shares no connection with `http`, for reading back what was written. */
  readonly newHttp: () => Http
  readonly clock: Clock
  readonly files: Files
  readonly processes: Processes
  readonly environment: Environment
  readonly secrets: Secrets
  readonly log: Log
  readonly journal: Journal
  readonly git: Pick<Git, 'sideClone'>
  readonly github: GitHub
  /** The same for another repository of the server, with the token that is for it. */
  readonly elsewhere?: (repository: string) => Pick<TargetContext, 'git' | 'github'>
  readonly facts: Pick<RunnerFacts, 'serverUrl' | 'repository' | 'workspace'>
  readonly settings: TargetSettings
  /** Shared by targets that write and those that look from outside. */
  readonly ownWrites?: OwnWrites
  /** Signs each index; absent if indexes are not to be signed. */
  readonly indexSigner?: FileSigner
}

/** What a registry needs of it: neither git nor GitHub. */
export type RegistryContext = Omit<TargetContext, 'git' | 'github' | 'elsewhere' | 'facts' | 'journal' | 'indexSigner'>

/** A kind of place for charts: one folder beside this file and one line in `registry.ts`. */
export interface TargetDefinition {
  /** How its addresses start, e.g. `oci://`. */
  readonly scheme: string
  /** An address as an example, and one line on what it is, for the documentation. */
  readonly example: string
  readonly summary: string
  /** Whether it has an index.yaml. */
  readonly hasIndex: boolean
  /** Whether it makes a GitHub Release of each version in `own`, the repository of the workflow. */
  makesReleases?(address: string, own: string): boolean
  /** Reads an address without opening it, so that a wrong one is reported with all other settings. Fails with `TARGET_ADDRESS_INVALID`. */
  check(address: string): void
  /**
   * Opens a target without any request. Fails with `TARGET_ADDRESS_INVALID`.
   * `address` starts with `scheme`.
   */
  open(address: string, context: TargetContext): Target
}
