import { type Location, ReleaseError } from '../../model/errors.ts'
import { nearest } from '../table/nearest.ts'
import { quotedValue } from '../table/parse.ts'
import { configurable, inputTable } from '../table/table.ts'
import { configKeys } from './config-schema.ts'
import { type Issue, issueHint } from './issue-hints.ts'

export type Path = readonly PropertyKey[]

/** Where a value (or its key, if it is empty) and a key are in the file. */
export interface Places {
  readonly at: (path: Path) => Location
  readonly keyAt: (path: Path) => Location
  /** A number or a word as it stands in the file. */
  readonly written: (path: Path) => string | undefined
}

/** What zod found in `data`, as problems in the words of this action. */
export function issueProblems(issues: readonly Issue[], data: unknown, places: Places): readonly ReleaseError[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey([...issue.path, key], places))
      : [wrongValue(issue, valueAt(data, issue.path), places)],
  )
}

/** A path as a user would write it: `charts.app.bump`, `trusted-signers[0].issuer`. */
function keyPathText(path: Path): string {
  return path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`
    return words === '' ? String(key) : `${words}.${String(key)}`
  }, '')
}

function unknownKey(path: Path, places: Places): ReleaseError {
  const message = `\`${keyPathText(path)}\` is not a key of the config file.`
  return new ReleaseError('CONFIG_KEY_UNKNOWN', message, { hint: keyHint(path), at: places.keyAt(path) })
}

function keyHint(path: Path): string {
  const key = String(path.at(-1))
  const level =
    path.length === 1 || path[0] === 'defaults' || path[0] === 'dependencies' ? path[0] : `${String(path[0])}.*`
  const siblings = configKeys.get(path.length === 1 ? '' : String(level)) ?? []
  if (path.length === 1 && configurable.includes(key)) return `Put it under \`defaults:\`, as \`defaults.${key}\`.`
  if (path[0] === 'defaults' && Object.hasOwn(inputTable, key))
    return `Give \`${key}\` as an input of the step, under \`with:\`.`
  if (level === 'charts.*' && configurable.includes(key))
    return `All charts share it: put it under \`defaults:\`, as \`defaults.${key}\`.`
  const near = nearest(key, siblings)
  if (near !== undefined) return `Did you mean \`${near}\`?`
  return `Known here: ${siblings.map((sibling) => `\`${sibling}\``).join(', ')}.`
}

function wrongValue(issue: Issue, value: unknown, places: Places): ReleaseError {
  const name = issue.path.length === 0 ? 'The config file' : `\`${keyPathText(issue.path)}\` in the config file`
  const written = places.written(issue.path)
  const found = foundText(value, written)
  return new ReleaseError('CONFIG_VALUE_INVALID', `${name} is ${found}; allowed: ${allowedText(issue)}.`, {
    hint: issueHint(issue, { key: String(issue.path.at(-1)), value, written }),
    at: places.at(issue.path),
  })
}

function foundText(value: unknown, written: string | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a map'
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${written ?? value}`
  return typeof value === 'boolean' ? `\`${value}\`` : quotedValue(String(value))
}

const types: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    string: 'text',
    boolean: '`true`, `false`',
    array: 'a list',
    object: 'a map of keys',
    record: 'a map of keys',
  }),
)

function allowedText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types.get(issue.expected) ?? issue.expected
    case 'invalid_value':
      return issue.values.map((value) => `\`${String(value)}\``).join(', ')
    case 'too_small':
      return issue.origin === 'array' ? 'at least one entry' : 'text that is not empty'
    case 'invalid_format':
      return issue.path.at(-1) === 'issuer' ? 'an `https://` address' : 'a scheme such as `http`, without `://`'
    default:
      return 'see the documentation of this key'
  }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    data,
  )
}
