/** One registry, or one program that is run as a registry: what users must know of it, and how its refusals are explained. */
export interface Registry {
  /** e.g. `Docker Hub`. */
  readonly name: string
  /** Its hosts, if they tell. Only words depend on this, and never what is done. */
  readonly hosts?: RegExp
  /** Whether others run it, too, under names of their own. */
  readonly anywhere?: true
  /** How a target is written, e.g. `oci://ghcr.io/<owner>/charts`. */
  readonly target: string
  /** Steps of a workflow before ours, as YAML; empty if none is needed. */
  readonly login: string
  /** What else is to be known about the login. */
  readonly loginNote: string
  /** What the path of a target stands for, and what must be there before the first push. */
  readonly names: string
  /** How it lists signatures. It is asked in each run. */
  readonly referrers: string
  /** What hides versions from clients that list tags, and how to change that. */
  readonly lists?: string
  /** How tags are made immutable. */
  readonly immutability: string
  /** How tags that start with `sha256-`, under which signatures lie, are left out of that, or that they can't be. */
  readonly signatureTags?: string
  /** What to do without credentials. */
  readonly noCredentials?: string
  /** What to do about credentials that do not allow a push, if the answer says nothing more. */
  readonly denied?: string
  /** What to do if something on the path of a repository is not there. */
  readonly missing?: (path: string) => string
  readonly refusals: readonly Refusal[]
  /** A token server outside its own domain that credentials may go to. */
  readonly tokenServer?: { readonly registry: RegExp; readonly realm: RegExp }
  /** Its own credential helpers, and how the variables start that they need. */
  readonly helpers?: { readonly names: readonly string[]; readonly variables: readonly string[] }
}

/** An answer that says more than its status. */
export interface Refusal {
  /** As it was seen, with `…` for what differs: for the documentation and the tests. */
  readonly said: string
  /** Tried on code and message, `DENIED: …`. */
  readonly pattern: RegExp
  /** Only with these statuses; any if absent. */
  readonly statuses?: readonly number[]
  /** What to click or type. */
  readonly hint: string | ((path: string) => string)
}

/** The first part of a repository's path. */
export const firstOf = (path: string): string => path.split('/')[0] ?? path
