import type { ErrorCode } from '../model/error-codes.ts'
import { type Location, ReleaseError } from '../model/errors.ts'
import type { Setting } from '../model/settings.ts'
import type { Environment } from '../ports/process.ts'
import type { Definition } from './table/definition.ts'
import { type Parsed, type Raw, shown } from './table/parse.ts'

/** Where a raw value came from, for messages and for the plan. */
export interface Origin {
  readonly source: 'input' | 'config' | 'chart-releaser'
  /** As the user knows it: `bump`, `defaults.bump`, `charts.app.bump`; of chart-releaser in words: "`pr` in cr.yaml". */
  readonly name: string
  readonly at?: Location
}

export interface GivenValue {
  readonly raw: Raw
  readonly origin: Origin
}

/** Collects problems, so that a user sees all of them at once. */
export interface Problems {
  add(problem: ReleaseError): void
  readonly all: readonly ReleaseError[]
}

export function collectProblems(): Problems {
  const all: ReleaseError[] = []
  return { all, add: (problem) => void all.push(problem) }
}

/** The value that was given, judged; a bad one is added to `problems` and answered with `undefined`. */
export function parseGiven<T>(
  given: GivenValue,
  entry: Pick<Definition<T>, 'parse' | 'secret'>,
  problems: Problems,
): T | undefined {
  const parsed = entry.parse(given.raw)
  if ('value' in parsed) return parsed.value
  problems.add(refused(given, parsed, entry.secret === true))
  return undefined
}

/** The setting that holds: what was given, else the default. */
export function resolveSetting<T>(
  given: GivenValue | undefined,
  entry: Definition<T>,
  problems: Problems,
  environment: Environment,
): Setting<T> {
  if (given !== undefined) {
    const before = problems.all.length
    const value = parseGiven(given, entry, problems)
    // After a problem the value is never used: the caller throws.
    if (problems.all.length === before) return { value: value as T, source: given.origin.source }
  }
  try {
    return { value: entry.fallback(environment), source: 'default' }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    if (given === undefined) problems.add(error)
    return { value: undefined as T, source: 'default' }
  }
}

const told: Readonly<
  Record<Origin['source'], (name: string) => { readonly code: ErrorCode; readonly subject: string }>
> = {
  input: (name) => ({ code: 'INPUT_INVALID', subject: `The input \`${name}\`` }),
  config: (name) => ({ code: 'CONFIG_VALUE_INVALID', subject: `\`${name}\` in the config file` }),
  'chart-releaser': (name) => ({ code: 'CHART_RELEASER_REFUSED', subject: name }),
}

function refused(
  { raw, origin }: GivenValue,
  { allowed, hint, found }: Exclude<Parsed<unknown>, { value: unknown }>,
  secret: boolean,
): ReleaseError {
  const { code, subject } = told[origin.source](origin.name)
  const value = secret ? 'a value that is not shown' : (found ?? shown(raw))
  return new ReleaseError(code, `${subject} is ${value}; allowed: ${allowed}.`, { hint, at: origin.at })
}
