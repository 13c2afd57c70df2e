import type { ErrorCode } from '../../model/error-codes.ts'
import { type Location, ReleaseError } from '../../model/errors.ts'
import type { Setting, SettingSource } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import type { Definition, Inputs } from './definition.ts'
import { type Parsed, quotedValue, type Raw } from './parse.ts'

/** Where a raw value came from, for messages and for the plan. */
export interface Origin {
  readonly source: Exclude<SettingSource, 'default'>
  /** As the user knows it: `bump`, `defaults.bump`, `charts.app.bump`; of other files in words: "`pr` in cr.yaml". */
  readonly name: string
  readonly at?: Location
}

/** A value that somebody gave, before it is parsed. */
export interface GivenValue {
  readonly raw: Raw
  readonly origin: Origin
}

/** The value that the step gives an input; `undefined` for nothing, and for the token that action.yml adds. */
export function givenInput(inputs: Inputs, name: string): GivenValue | undefined {
  const raw = inputs[name]
  const isDefault = name === 'github-token' && raw === inputs['workflow-token']
  return raw === undefined || raw.trim() === '' || isDefault ? undefined : { raw, origin: { source: 'input', name } }
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

/** The parsed value; a wrong one becomes a problem and `undefined`. */
export function parseGiven<T>(
  given: GivenValue,
  entry: Pick<Definition<T>, 'parse'> & Partial<Pick<Definition<T>, 'visibility'>>,
  problems: Problems,
): T | undefined {
  const parsed = entry.parse(given.raw)
  if ('value' in parsed) return parsed.value
  problems.add(wrongValue(given, parsed, entry.visibility === 'secret'))
  return undefined
}

interface Context {
  readonly problems: Problems
  readonly environment: Environment
  readonly inputs: Inputs
}

/** The setting that applies: the given value, else the default. */
export function resolveSetting<T>(
  given: GivenValue | undefined,
  entry: Definition<T>,
  { problems, environment, inputs }: Context,
): Setting<T> {
  if (given !== undefined) {
    const before = problems.all.length
    const value = parseGiven(given, entry, problems)
    // After a problem the value is never used: the caller throws.
    if (problems.all.length === before) return { value: value as T, source: given.origin.source }
  }
  try {
    return { value: entry.fallback(environment, inputs), source: 'default' }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    if (given === undefined) problems.add(error)
    return { value: undefined as T, source: 'default' }
  }
}

interface Subject {
  readonly code: ErrorCode
  readonly subject: string
}

const subjectOf: Readonly<Record<Origin['source'], (name: string) => Subject>> = {
  input: (name) => ({ code: 'INPUT_INVALID', subject: `The input \`${name}\`` }),
  config: (name) => ({ code: 'CONFIG_VALUE_INVALID', subject: `\`${name}\` in the config file` }),
  'shared-config': (name) => ({ code: 'CONFIG_VALUE_INVALID', subject: name }),
  'chart-releaser': (name) => ({ code: 'CHART_RELEASER_REFUSED', subject: name }),
  'chart-testing': (name) => ({ code: 'CHART_TESTING_REFUSED', subject: name }),
}

function wrongValue(
  { raw, origin }: GivenValue,
  { allowed, hint, found }: Exclude<Parsed<unknown>, { value: unknown }>,
  isSecret: boolean,
): ReleaseError {
  const { code, subject } = subjectOf[origin.source](origin.name)
  const value = isSecret ? 'a value that is not shown' : (found ?? quotedValue(raw))
  return new ReleaseError(code, `${subject} is ${value}; allowed: ${allowed}.`, { hint, at: origin.at })
}
