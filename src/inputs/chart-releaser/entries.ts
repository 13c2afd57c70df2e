import { type Location, ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import { quotedValue } from '../table/parse.ts'

/** The type of a chart-releaser setting: text, or `true` and `false`. */
export type KeyKind = 'text' | 'switch'

/**
 * The settings of chart-releaser up to 1.8, by their names in cr.yaml; the variable of `pages-branch` is
 * `CR_PAGES_BRANCH`. See https://github.com/helm/chart-releaser.
 */
export const chartReleaserKeys = {
  owner: 'text',
  'git-repo': 'text',
  'git-base-url': 'text',
  'git-upload-url': 'text',
  token: 'text',
  commit: 'text',
  remote: 'text',
  'package-path': 'text',
  'index-path': 'text',
  'pages-branch': 'text',
  'pages-index-path': 'text',
  'packages-with-index': 'switch',
  'charts-repo': 'text',
  push: 'switch',
  pr: 'switch',
  sign: 'switch',
  key: 'text',
  keyring: 'text',
  'passphrase-file': 'text',
  'release-name-template': 'text',
  'release-notes-file': 'text',
  'generate-release-notes': 'switch',
  'make-release-latest': 'switch',
  'skip-existing': 'switch',
} as const satisfies Readonly<Record<string, KeyKind>>

export type ChartReleaserKey = keyof typeof chartReleaserKeys

/** The key for a name in cr.yaml; chart-releaser ignores the case of names. */
export function keyOf(name: string): ChartReleaserKey | undefined {
  const plain = name.toLowerCase()
  if (plain === 'charts-repo-url' || plain === 'charts_repo_url') return 'charts-repo'
  return Object.hasOwn(chartReleaserKeys, plain) ? (plain as ChartReleaserKey) : undefined
}

/** One setting that is given to chart-releaser. */
export interface Entry {
  readonly key: ChartReleaserKey
  /** As written; a switch is `true` or `false`. */
  readonly value: string
  readonly from: EntrySource
}

/** Where a setting is given. */
export interface EntrySource {
  /** For messages: `sign` in cr.yaml, or `CR_SIGN`. */
  readonly words: string
  readonly at?: Location
}

/** Each setting once, with the value that applies. */
export type Entries = ReadonlyMap<ChartReleaserKey, Entry>

const SWITCH: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((word) => [word, 'false'] as const),
])

/** A switch as chart-releaser reads it (Go's strconv.ParseBool); `undefined` for other words. */
function switchOf(text: string): 'true' | 'false' | undefined {
  return SWITCH.get(text)
}

/** The settings that a file or the environment gives chart-releaser. */
export interface ReadEntries {
  readonly entries: readonly Entry[]
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

/** One setting, parsed by its type; `undefined` if it is empty, which to chart-releaser means the default. */
export function readEntry(key: ChartReleaserKey, text: string, from: EntrySource): Entry | ReleaseError | undefined {
  const value = text.trim()
  if (value === '') return undefined
  if (chartReleaserKeys[key] === 'text') return { key, value, from }
  const word = switchOf(value)
  if (word !== undefined) return { key, value: word, from }
  return refusal(from, `is ${quotedValue(value)}`, 'Allowed are `true` and `false`.')
}

/** A setting that cannot be followed and must not be ignored. `what` continues the sentence. */
export function refusal({ words, at }: EntrySource, what: string, hint: string): ReleaseError {
  return new ReleaseError('CHART_RELEASER_REFUSED', `${words} ${what}.`, { hint, at })
}

const VARIABLES: readonly (readonly [ChartReleaserKey, string])[] = [
  ...(Object.keys(chartReleaserKeys) as ChartReleaserKey[]).map(
    (key) => [key, `CR_${key.replaceAll('-', '_').toUpperCase()}`] as const,
  ),
  ['charts-repo', 'CR_CHARTS_REPO_URL'],
]

/**
 * The `CR_*` variables of the job that chart-releaser would read; other variables with that prefix are not its own.
 * Problems: `CHART_RELEASER_REFUSED`.
 */
export function readVariables(environment: Environment): ReadEntries {
  const read = VARIABLES.map(([key, name]) => readEntry(key, environment[name] ?? '', { words: `\`${name}\`` }))
  const problems = read.filter((one) => one instanceof ReleaseError)
  const entries = read.filter((one): one is Entry => one !== undefined && !(one instanceof ReleaseError))
  return { entries, remarks: [], problems }
}
