import type { Environment } from '../../ports/process.ts'
import type { Parser } from './parse.ts'

/** One input: what the documentation says of it, how it is read, and what holds where nobody gives it. */
export interface Definition<T> {
  readonly description: string
  /** The default in words, for the documentation. */
  readonly default: string
  readonly parse: Parser<T>
  /** The default; throws `INPUT_MISSING` where there is none. */
  readonly fallback: (environment: Environment) => T
  /** Its YAML type under `defaults:` of the config file; absent: an input only. */
  readonly config?: 'text' | 'list' | 'boolean'
  /** Its value is never shown. */
  readonly secret?: true
}

/** Checks the types of a definition and keeps that of its value. */
export function definition<T>(entry: Definition<T>): Definition<T> {
  return entry
}

export const nothing = (): undefined => undefined
