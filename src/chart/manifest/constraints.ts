import { ReleaseError } from '../../model/errors.ts'
import { compareHelmVersions, comparePreReleases, type HelmVersion, readHelmVersion } from './helm-version.ts'

/**
 * Constraints as Helm reads them (Masterminds/semver 3.4 and 3.5). The `semver` package's ranges differ in ways that
 * matter to real charts: a comma means "and" here, `=1.2` and `1.2` are ranges, `<=1.2` reaches to 1.2.9, `>1` means 2
 * and above, `!=` exists, `~0.0.0` allows everything above it and `^*` only 0.0.0, one pre-release in a group lets all
 * pre-releases of it in, and nothing else does. The accepted and rejected versions are recorded in
 * `__tests__/fixtures/constraints.jsonl`.
 */
type Constraint = readonly (readonly Term[])[]

export interface Term {
  readonly operator: string
  readonly bound: HelmVersion
  /** The first part that is open (`x`, `*` or left out). */
  readonly open?: 'major' | 'minor' | 'patch' | undefined
}

/** A term with its place in the text of its group. */
export interface WrittenTerm extends Term {
  readonly start: number
  readonly end: number
  /** Major, minor and patch as they are written; empty if left out. */
  readonly parts: readonly string[]
}

/** In bytes; older versions of Helm have no limits. */
const MAX_LENGTH = 512
const MAX_GROUPS = 32

// Go's `\s`, which is narrower than JavaScript's.
const BLANK = '[\\t\\n\\f\\r ]'
// That a `|` may occur in a number is a slip in Masterminds: the text after an open part is ignored.
const PART = '[0-9|xX*]+'
const LABELS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const VERSION = `v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${LABELS})?(?:\\+${LABELS})?`
const TERM = new RegExp(`(!=|>=|=>|<=|=<|~>|=|>|<|~|\\^)?${BLANK}*(${VERSION})`, 'y')
const BETWEEN = new RegExp(`${BLANK}*,${BLANK}*|${BLANK}+`, 'y')
const BLANKS = new RegExp(`${BLANK}*`, 'y')
const HYPHEN_RANGE = new RegExp(`${BLANK}*(${VERSION})${BLANK}+-${BLANK}+(${VERSION})${BLANK}*`, 'g')
/** Which of its groups is the second version: each version has four groups inside. */
const UPPER_BOUND = 6
/** Which of a term's groups is the major version. */
const FIRST_PART = 3

/** The versions on both sides of a group that is one hyphen range; `undefined` for any other group. */
export function hyphenRange(group: string): readonly [lower: string, upper: string] | undefined {
  const [match, ...more] = [...group.matchAll(HYPHEN_RANGE)]
  if (match?.[0] !== group || more.length > 0) return undefined
  return [match[1] ?? '', match[UPPER_BOUND] ?? '']
}

/**
 * Whether a version satisfies a constraint, as Helm would decide. A text that is not a version satisfies nothing. Fails
 * with `CONSTRAINT_INVALID` if Helm would refuse the constraint, for example an empty one.
 */
export function satisfies(version: string, constraint: string): boolean {
  const groups = parseConstraint(constraint)
  if (!groups) {
    throw new ReleaseError(
      'CONSTRAINT_INVALID',
      `${JSON.stringify(constraint.slice(0, 80))} is not a version constraint`,
    )
  }
  const parsed = readHelmVersion(version)
  return parsed !== undefined && groups.some((terms) => allHold(parsed, terms))
}

/** Whether Helm accepts the text as a constraint. */
export function isConstraint(text: string): boolean {
  return parseConstraint(text) !== undefined
}

function parseConstraint(text: string): Constraint | undefined {
  if (Buffer.byteLength(text) > MAX_LENGTH) return undefined
  const groups = withoutHyphens(text).split('||')
  if (groups.length > MAX_GROUPS) return undefined
  const terms = groups.map(parseGroup)
  return terms.every((group) => group !== undefined) ? terms : undefined
}

function withoutHyphens(text: string): string {
  // The first occurrence of that text is replaced, which is not always the one that was found; Helm does the same.
  return [...text.matchAll(HYPHEN_RANGE)].reduce(
    (rest, match) => rest.replace(match[0], () => `>= ${match[1]}, <= ${match[UPPER_BOUND]} `),
    text,
  )
}

/** The terms of one group, which contains neither `||` nor a hyphen range. */
export function parseGroup(text: string): readonly WrittenTerm[] | undefined {
  const terms: WrittenTerm[] = []
  for (let at = endOf(BLANKS, text, 0) ?? 0; ; ) {
    TERM.lastIndex = at
    const match = TERM.exec(text)
    const term = match && parseTerm(match)
    if (!term) return undefined
    const end = at + match[0].length
    terms.push({ ...term, start: at, end, parts: match.slice(FIRST_PART, FIRST_PART + 3).map((part = '') => part) })
    if (endOf(BLANKS, text, end) === text.length) return terms
    const next = endOf(BETWEEN, text, end)
    if (next === undefined) return undefined
    at = next
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? at + match[0].length : undefined
}

function parseTerm(match: RegExpExecArray): Term | undefined {
  const [, operator = '', version = '', major = '', minor = '', patch = '', pre = ''] = match
  const parts = [major, minor, patch]
  const openAt = parts.findIndex((part) => ['', 'x', 'X', '*'].includes(part))
  if (openAt < 0) return withBound(operator, version)
  const fixed = [0, 1, 2].map((index) => (index < openAt ? parts[index] : '0'))
  return withBound(operator, `${fixed.join('.')}${pre}`, (['major', 'minor', 'patch'] as const)[openAt])
}

function withBound(operator: string, text: string, open?: Term['open']): Term | undefined {
  const bound = readHelmVersion(text)
  return bound && { operator, bound, open }
}

function allHold(version: HelmVersion, terms: readonly Term[]): boolean {
  const allowsPreRelease = terms.some(({ bound }) => bound.pre !== '')
  if (version.pre !== '' && !allowsPreRelease) return false
  return terms.every((term) => holds(version, term))
}

/** Whether one term accepts a version, whatever else its group says about pre-releases. */
export function holds(version: HelmVersion, term: Term): boolean {
  const order = compareHelmVersions(version, term.bound)
  switch (term.operator) {
    case '!=':
      return differs(version, term)
    case '>':
      return isAbove(version, term)
    case '<':
      return order < 0
    case '>=':
    case '=>':
      return order >= 0
    case '<=':
    case '=<':
      return term.open === undefined ? order <= 0 : isWithin(version, term)
    case '^':
      return order >= 0 && isCompatible(version, term)
    case '~':
    case '~>':
      return order >= 0 && isClose(version, term)
    default:
      return term.open === undefined ? order === 0 : order >= 0 && isClose(version, term)
  }
}

function differs(version: HelmVersion, { bound, open }: Term): boolean {
  if (open === 'minor') return version.major !== bound.major
  if (open !== 'patch' || version.major !== bound.major || version.minor !== bound.minor) {
    return compareHelmVersions(version, bound) !== 0
  }
  return comparePreReleases(version.pre, bound.pre) !== 0
}

function isAbove(version: HelmVersion, { bound, open }: Term): boolean {
  if (open === 'minor') return version.major > bound.major
  if (open !== 'patch') return compareHelmVersions(version, bound) > 0
  return version.major > bound.major || (version.major === bound.major && version.minor > bound.minor)
}

function isWithin(version: HelmVersion, { bound, open }: Term): boolean {
  if (version.major !== bound.major) return version.major < bound.major
  return open === 'minor' || version.minor <= bound.minor
}

function isClose(version: HelmVersion, { bound, open }: Term): boolean {
  const isZero = bound.major === 0n && bound.minor === 0n && bound.patch === 0n
  if (isZero && open !== 'minor' && open !== 'patch') return true
  return version.major === bound.major && (open === 'minor' || version.minor === bound.minor)
}

function isCompatible(version: HelmVersion, { bound, open }: Term): boolean {
  if (version.major !== bound.major) return false
  if (bound.major > 0n || open === 'minor') return true
  if (version.minor !== bound.minor) return false
  return bound.minor > 0n || open === 'patch' || version.patch === bound.patch
}
