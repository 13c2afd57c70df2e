import type { OnSpan } from '../servers/span.ts'
import type { AuthOptions } from './access.ts'
import type { Fault } from './fault.ts'
import type { Store } from './store.ts'

export interface SeenRequest {
  readonly method: string
  /** With the query; tokens and passwords never stand there. */
  readonly path: string
}

export interface RegistryOptions {
  /** Whether the referrers API is there. Default true. */
  readonly referrers?: boolean
  /** Whether manifests with a subject are answered with `OCI-Subject`. Default: as `referrers`. */
  readonly ociSubject?: boolean
  /** Referrers are listed with the type of their config, as by ggcr. Default false. */
  readonly listsConfigType?: boolean
  readonly auth?: AuthOptions
  readonly latencyMs?: number
  readonly onSpan?: OnSpan | undefined
  /** Tags that can be written only once; `true` for all. */
  readonly immutableTags?: boolean | RegExp | ((repository: string, tag: string) => boolean)
  /** Which repositories are there, if a push makes none, as in ECR. */
  readonly exists?: (repository: string) => boolean
  /** Most tags in one answer. Default 1000. */
  readonly pageSize?: number
  /** ETags, If-Match and If-None-Match on manifests. Default false, as most registries. */
  readonly etags?: boolean
  /** Blobs are read from another origin, which refuses registry credentials, as object stores do. */
  readonly storage?: boolean
  /** Whether a manifest is found by `sha256-<hex>` as if that were its digest, as GitLab has it. */
  readonly digestAliases?: boolean
  /** Manifests with a `subject` are refused with this status, as by registries from before OCI 1.1. */
  readonly refusesSubject?: number
  readonly port?: number
  /** What it holds at the start. */
  readonly content?: Store
  /** Asked for every request: what shall go wrong with it. */
  readonly onRequest?: (request: SeenRequest) => Fault | undefined
  /** Told whenever a tag was written. */
  readonly onTag?: (repository: string, tag: string, digest: string) => void
}
