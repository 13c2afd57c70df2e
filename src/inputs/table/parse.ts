import semver from 'semver'
import { cut, showInvisible } from '../../model/text.ts'
import { nearest } from './nearest.ts'

/** A value before parsing: text of an input, or a YAML value of the config file. */
export type Raw = string | boolean | readonly string[]

/** Either the value, or what is wrong with it. */
export type Parsed<T> =
  | { readonly value: T }
  /** `allowed` completes "allowed: …"; `found` is the wrong part, if that is less than the whole. */
  | { readonly allowed: string; readonly hint?: string | undefined; readonly found?: string }

export interface Parser<T> {
  (raw: Raw): Parsed<T>
  /** All that it accepts, if it accepts nothing but some words. */
  readonly words?: readonly string[]
}

const MAX_ITEMS = 1000

/** A value as messages show it: in quotes, on one line, cut at 80 characters. */
export function quotedValue(raw: Raw): string {
  return cut(showInvisible(JSON.stringify(typeof raw === 'string' ? raw.trim() : raw)), 80)
}

/** Trimmed text; `check` returns what is allowed if it refuses it. */
export function text(check: (value: string) => string | undefined = () => undefined): Parser<string> {
  return (raw) => {
    if (typeof raw !== 'string') return { allowed: 'text' }
    const allowed = check(raw.trim())
    return allowed === undefined ? { value: raw.trim() } : { allowed }
  }
}

/** One of some words. */
export function oneOf<const T extends string>(words: readonly T[]): Parser<T> {
  const allowed = words.map((word) => `\`${word}\``).join(', ')
  const parse = (raw: Raw): Parsed<T> => {
    const given = typeof raw === 'string' ? raw.trim() : ''
    const word = words.find((known) => known === given)
    if (word !== undefined) return { value: word }
    const near = nearest(given, words)
    return { allowed, hint: near === undefined ? undefined : `Did you mean \`${near}\`?` }
  }
  return Object.assign(parse, { words })
}

/** YAML 1.2 core booleans, as the toolkit's `getBooleanInput` reads them. */
export function boolean(raw: Raw): Parsed<boolean> {
  if (typeof raw === 'boolean') return { value: raw }
  if (typeof raw === 'string' && /^(true|True|TRUE)$/.test(raw.trim())) return { value: true }
  if (typeof raw === 'string' && /^(false|False|FALSE)$/.test(raw.trim())) return { value: false }
  return { allowed: '`true`, `false`', hint: meantBoolean(String(raw).trim()) }
}

/** One entry per line; blank lines and lines that start with `#` are dropped. Each entry is parsed by `item`. */
export function list<T extends string>(item: Parser<T>): Parser<readonly T[]> {
  return (raw) => {
    if (typeof raw === 'boolean') return { allowed: 'a list' }
    const entries = typeof raw === 'string' ? lines(raw) : raw
    if (entries.length === 0) return { allowed: 'at least one entry' }
    if (entries.length > MAX_ITEMS)
      return { allowed: `at most ${MAX_ITEMS} entries`, found: `${entries.length} entries` }
    const values: T[] = []
    for (const entry of entries) {
      const parsed = item(entry)
      if (!('value' in parsed)) return { found: quotedValue(entry), ...parsed }
      if (values.includes(parsed.value)) return { allowed: 'each entry once', found: `${quotedValue(entry)} twice` }
      values.push(parsed.value)
    }
    return { value: values }
  }
}

function meantBoolean(given: string): string | undefined {
  if (/^(?:yes|y|on|1)$/i.test(given)) return 'Write `true`.'
  return /^(?:no|n|off|none|0)$/i.test(given) ? 'Write `false`.' : undefined
}

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const

/** A number and a unit, `90s`, `10m` or `1h`, between one second and six hours; in milliseconds. */
export function duration(raw: Raw): Parsed<number> {
  const allowed = 'a number and a unit, such as `90s`, `10m` or `1h`, from one second to six hours'
  const parts = typeof raw === 'string' ? /^(\d{1,6})\s?([smh])$/.exec(raw.trim()) : null
  const unit = parts?.[2]
  if (unit !== 's' && unit !== 'm' && unit !== 'h') return { allowed }
  const milliseconds = Number(parts?.[1]) * UNITS[unit]
  return milliseconds < UNITS.s || milliseconds > 6 * UNITS.h ? { allowed } : { value: milliseconds }
}

/** A whole Helm version, without `v`. */
export function helmVersion(raw: Raw): Parsed<string> {
  const allowed = 'a whole version from 3.8.0 on, such as `3.22.0` or `v4.3.0`'
  const version = typeof raw === 'string' ? raw.trim().replace(/^v/, '') : ''
  return semver.valid(version) === version && semver.gte(version, '3.8.0') ? { value: version } : { allowed }
}

/** Glob of folders, from the repository root; a leading `./` and a trailing `/` are dropped. */
export const folderGlob: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim() : ''
  const glob = given.replace(/^(\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
  const allowed = 'globs of folders inside the repository, from its root, with `/`'
  if (given.startsWith('!')) return { allowed, hint: `Put \`${given.slice(1)}\` under \`exclude\`.` }
  const outside = glob === '' || glob.startsWith('/') || /(^|\/)\.\.(\/|$)/.test(glob) || glob.includes('\\')
  return outside ? { allowed } : { value: glob }
}

/** Whether a path is a folder below the repository root, other than `.git`. */
export function isFolderInside(path: string): boolean {
  const segments = path
    .replace(/^(\.\/)+/, '')
    .replace(/\/+$/, '')
    .split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return segments.every((segment) => /^(?!\.{1,2}$|\.git$)[^\\:\x00-\x1f\x7f]{1,200}$/i.test(segment))
}

/** A folder below the repository root; a leading `./` and a trailing `/` are dropped. */
export const folderInside: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim() : ''
  if (!isFolderInside(given)) return { allowed: 'a folder inside the repository, such as `.cr-release-packages`' }
  return { value: given.replace(/^(\.\/)+/, '').replace(/\/+$/, '') }
}

/** `host` or `host:port`, in lower case. */
export const host: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim().toLowerCase() : ''
  const valid = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(given)
  return valid
    ? { value: given }
    : { allowed: 'hosts such as `registry.internal` or `localhost:5000`, without scheme or path' }
}

function lines(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
