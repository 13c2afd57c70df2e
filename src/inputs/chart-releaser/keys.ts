import type { Location } from '../../model/errors.ts'

/** What a setting of chart-releaser holds: text, or true and false. */
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

/** The key that a name in cr.yaml means: chart-releaser reads names in any case. */
export function keyOf(name: string): ChartReleaserKey | undefined {
  const plain = name.toLowerCase()
  if (plain === 'charts-repo-url' || plain === 'charts_repo_url') return 'charts-repo'
  return Object.hasOwn(chartReleaserKeys, plain) ? (plain as ChartReleaserKey) : undefined
}

/** One setting that somebody gave chart-releaser. */
export interface Entry {
  readonly key: ChartReleaserKey
  /** As written; of a switch `true` or `false`. */
  readonly value: string
  readonly from: From
}

/** Where a setting stands. */
export interface From {
  /** For messages: `sign` in cr.yaml, or `CR_SIGN`. */
  readonly words: string
  readonly at?: Location
}

/** Each setting once, as it holds. */
export type Entries = ReadonlyMap<ChartReleaserKey, Entry>

const SWITCH: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((word) => [word, 'false'] as const),
])

/** A switch as chart-releaser reads it (Go's strconv.ParseBool); `undefined` for other words. */
export function switchOf(text: string): 'true' | 'false' | undefined {
  return SWITCH.get(text)
}
