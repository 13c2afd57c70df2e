import type { Environment } from '../../ports/process.ts'
import type { Parser } from './parse.ts'

/** Inputs by name, e.g. `app-version`. An empty one counts as not given, because GitHub cannot tell the two apart. */
export type Inputs = Readonly<Record<string, string | undefined>>

/** Everything about one input: documentation, type, parser, default, and who may see its value. */
export interface Definition<T> {
  readonly description: string
  /** The default in words, for the documentation. */
  readonly default: string
  readonly parse: Parser<T>
  /** The default; throws `INPUT_MISSING` if there is none. */
  readonly fallback: (environment: Environment, inputs: Inputs) => T
  /** Its YAML type under `defaults:` of the config file; absent if only a step can give it. */
  readonly config?: 'text' | 'list' | 'boolean'
  /**
   * Who may see its value. `plan`: it is listed among the effective settings of the plan. `messages`: only messages about
   * a wrong value quote it. `secret`: nobody; it is masked in the log and redacted from whatever the run writes.
   */
  readonly visibility: 'plan' | 'messages' | 'secret'
  /** Its value as the plan shows it; absent for plain text, switches and lists. */
  text?(value: T): string
  /** Whether only workflows of this action give it: it is in no documentation, and not in action.yml. */
  readonly isInternal?: true
  /** The expression that action.yml gives as its default, for a value that only the workflow knows. */
  readonly expression?: string
}

/** Checks a definition against the type of its value, and keeps that type. */
export function definition<T>(entry: Definition<T>): Definition<T> {
  return entry
}

export const nothing = (): undefined => undefined
