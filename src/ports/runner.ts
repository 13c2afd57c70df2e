// What the GitHub Actions runner gives a step and takes from it. Implemented in src/platform/runner; `Secrets` in
// src/platform/secrets, `Steps` in src/platform/process.

import type { ObjectId } from '../model/chart.ts'
import type { Location } from '../model/errors.ts'

/** The workflow's OIDC tokens. */
export interface IdentityProvider {
  /** Whether the job was given `id-token: write`. */
  readonly available: boolean
  /** A new token for `audience`, already added to `Secrets`. Fails with `OIDC_UNAVAILABLE`, `OIDC_FAILED`. */
  token(audience: string): Promise<string>
}

/** Values that must never be shown. */
export interface Secrets {
  /**
   * Registers a value with the runner's masker and with our own redaction (raw, base64, URL-encoded). Blank ones are
   * ignored; an ordinary word is not passed to the runner, which would drop every output that contains it.
   */
  add(value: string): void
  /** A sentence with every known secret replaced by `***`, ordinary words included. */
  redact(text: string): string
  /**
   * A name, reference or other value that programs read: like `redact`, but ordinary words stay, because they match by
   * chance.
   */
  redactData(text: string): string
}

export interface Annotation {
  readonly title?: string | undefined
  readonly at?: Location | undefined
}

/**
 * The log of the step. Any text may come from outside: implementations redact secrets and escape it, so that the runner
 * never takes it for a command.
 */
export interface Log {
  /** `isData`: a table or JSON for programs, whose values are already redacted (see `Secrets.redactData`). */
  info(text: string, options?: { readonly isData?: boolean }): void
  /** Shown only if step debugging is on. */
  debug(text: string): void
  notice(text: string, annotation?: Annotation): void
  warning(text: string, annotation?: Annotation): void
  error(text: string, annotation?: Annotation): void
  group<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The steps of a run: each is a group of the log and has a time limit. */
export interface Steps {
  /** The title of the step that is running, or ran last. */
  readonly current: string
  during<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The facts that the runner gives about this run; see `runnerFacts`. */
export interface RunnerFacts {
  /** Without a trailing slash, e.g. `https://github.com`. */
  readonly serverUrl: string
  readonly apiUrl: string
  /** e.g. `acme/charts`. */
  readonly repository: string
  /** e.g. `https://github.com/acme/charts`. */
  readonly repositoryUrl: string
  readonly owner: string
  /** e.g. `refs/heads/main`. */
  readonly ref: string
  readonly refType: 'branch' | 'tag' | 'other'
  /** e.g. `main` or `app-1.2.3`. */
  readonly refName: string
  /** The commit that started the run. */
  readonly sha: ObjectId
  readonly eventName: string
  readonly actor: string
  readonly runId: string
  readonly runUrl: string
  readonly workspace: string
  readonly runnerTemp: string
  readonly debugging: boolean
  /** Whether the files are those of a change that is not merged yet: pull requests and merge queues. */
  readonly isPullRequest: boolean
  /** The commit of the branch that a pull request or a merge queue targets. */
  readonly base?: ObjectId
  /** The name of that branch. */
  readonly baseBranch?: string
  /** The commit that the branch was at before the push that started the run. */
  readonly before?: ObjectId
  /**
   * Missing from the payloads of schedule and dispatch: then only the OIDC claim has it. `internal` counts as private.
   */
  readonly visibility?: 'public' | 'private' | 'internal'
  /** As the event has it, so as it was when the event happened. */
  readonly defaultBranch?: string
  /** Somebody started the run again, so the event may be long past. */
  readonly isRerun?: true
}

/** What a step hands to the runner besides its log. Values are redacted on the way out, and only values. */
export interface Runner {
  /** Sets an output; does nothing if the runner takes none. */
  setOutput(name: string, value: string): Promise<void>
  /** Appends Markdown to the job summary; what would exceed the runner's limit of 1 MiB is replaced by a sentence. */
  addSummary(markdown: string): Promise<void>
  /** Writes a file for later steps into a folder of this run under RUNNER_TEMP, and returns its absolute path. */
  saveFile(name: string, content: string): Promise<string>
}

/** The same for files that are not text. */
export interface FileKeeper {
  /** Writes bytes as they are into that folder, and returns the file's absolute path. */
  saveBytes(name: string, content: Uint8Array): Promise<string>
}
