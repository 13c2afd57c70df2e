import type { ObjectId } from '../model/chart.ts'
import type { Location } from '../model/errors.ts'

/** The workflow's OIDC tokens. */
export interface IdentityProvider {
  /** Whether the job was given `id-token: write`. */
  readonly available: boolean
  /** A new token for `audience`, already told to the log as a secret. Fails with `OIDC_UNAVAILABLE`, `OIDC_FAILED`. */
  token(audience: string): Promise<string>
}

/** Values that must never be shown. */
export interface Secrets {
  /**
   * Makes a value known to the runner's masker and to our own redaction (raw, base64, URL-encoded). Blank ones are ignored;
   * an ordinary word is not told to the runner, which would drop every output that holds it.
   */
  add(value: string): void
  /** A sentence with every known secret replaced by `***`, ordinary words among them. */
  redact(text: string): string
  /** A name, reference or other value that programs read: as `redact`, but ordinary words stay, for they are chance. */
  redactData(text: string): string
}

export interface Annotation {
  readonly title?: string | undefined
  readonly at?: Location | undefined
}

/**
 * The log of the step. Every text may come from outside: implementations escape it, so that nothing in it commands the
 * runner, and redact secrets.
 */
export interface Log {
  /** `isData`: a table or JSON whose values were redacted, which programs may read (see `Secrets.redactData`). */
  info(text: string, options?: { readonly isData?: boolean }): void
  /** Shown only with step debugging on. */
  debug(text: string): void
  notice(text: string, annotation?: Annotation): void
  warning(text: string, annotation?: Annotation): void
  error(text: string, annotation?: Annotation): void
  group<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The steps that a run goes through: each is a group of the log, and ends in time. */
export interface Steps {
  /** The title of the step that runs, or ran last. */
  readonly current: string
  during<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** What the runner says about this run; see `runnerFacts`. */
export interface RunnerFacts {
  /** Without a slash at the end, e.g. `https://github.com`. */
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
  /** Files of a change that is not merged yet: pull requests and merge queues. */
  readonly isPullRequest: boolean
  /** The commit of the branch that a pull request or a merge queue is for. */
  readonly base?: ObjectId
  /** The name of that branch. */
  readonly baseBranch?: string
  /** Where the branch stood before the push that started the run. */
  readonly before?: ObjectId
  /** Missing in the payloads of schedule and dispatch: then only the OIDC claim knows. `internal` counts as private. */
  readonly visibility?: 'public' | 'private' | 'internal'
  readonly defaultBranch?: string
}

/** What the runner takes from a step beside its log. Values in it are redacted on the way out, and nothing but values. */
export interface Runner {
  /** Sets an output; does nothing where the runner takes none. */
  setOutput(name: string, value: string): Promise<void>
  /** Appends Markdown to the job summary; what would go over the runner's limit of 1 MiB is left out with a sentence. */
  addSummary(markdown: string): Promise<void>
  /** Writes a file for later steps into a folder of this run under RUNNER_TEMP, and returns its absolute path. */
  saveFile(name: string, content: string): Promise<string>
}
