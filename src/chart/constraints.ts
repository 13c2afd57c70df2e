import { compare, type SemVer } from 'semver'
import { ReleaseError } from '../model/errors.ts'
import { parseVersion } from './version.ts'

/**
 * Constraints as Helm reads them (Masterminds/semver 3). The `semver` package's ranges differ where real charts would
 * notice: a comma means "and" here, `=1.2` and `1.2` are ranges, `<=1.2` reaches to 1.2.9, `>1` means 2 and above, `!=`
 * exists, `~0.0.0` allows everything above it and `^*` only 0.0.0, one pre-release in a group lets all pre-releases of
 * it in, and nothing else does.
 */
type Constraint = readonly (readonly Term[])[]

interface Term {
  readonly operator: string
  readonly bound: SemVer
  /** The first part that is open (`x`, `*` or left out). */
  readonly open?: 'major' | 'minor' | 'patch' | undefined
}

const MAX_LENGTH = 512
const MAX_GROUPS = 32

const PART = '(?:\\d+|[xX*])'
const LABEL = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const VERSION = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${LABEL})?(?:\\+${LABEL})?`
const OPERATOR = '(?:=|!=|>=|=>|<=|=<|>|<|~>|~|\\^)?'
const TERM = new RegExp(`(${OPERATOR})\\s*(${VERSION})`, 'y')
const HYPHEN_RANGE = new RegExp(`\\s*(${VERSION})\\s+-\\s+(${VERSION})\\s*`, 'g')

/**
 * Whether a version satisfies a constraint, as Helm would say. A version that is none satisfies nothing. Fails with
 * `CONSTRAINT_INVALID` where Helm would refuse the constraint, an empty one among them.
 */
export function satisfies(version: string, constraint: string): boolean {
  const groups = parseConstraint(constraint)
  if (!groups) {
    throw new ReleaseError('CONSTRAINT_INVALID', `${JSON.stringify(constraint.slice(0, 80))} is no version constraint`)
  }
  const parsed = parseVersion(version)
  return parsed !== undefined && groups.some((terms) => allHold(parsed, terms))
}

/** Whether Helm understands the text as constraint. */
export function isConstraint(text: string): boolean {
  return parseConstraint(text) !== undefined
}

function parseConstraint(text: string): Constraint | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const groups = text.replace(HYPHEN_RANGE, '>= $1, <= $2 ').split('||')
  if (groups.length > MAX_GROUPS) return undefined
  const terms = groups.map(parseGroup)
  return terms.every((group) => group !== undefined) ? terms : undefined
}

function parseGroup(text: string): readonly Term[] | undefined {
  const terms: Term[] = []
  const rest = text.trim()
  for (let at = 0; at < rest.length; ) {
    TERM.lastIndex = at
    const match = TERM.exec(rest)
    const term = match && parseTerm(match[1] ?? '', match[2] ?? '')
    if (!match || !term) return undefined
    terms.push(term)
    const after = rest.slice(at + match[0].length)
    // Blanks or one comma stand between two terms, and nothing after the last.
    const between = /^\s*(?:,\s*|\s)(?=\S)/.exec(after)?.[0] ?? ''
    if (after !== '' && between === '') return undefined
    at += match[0].length + between.length
  }
  return terms.length > 0 ? terms : undefined
}

function parseTerm(operator: string, text: string): Term | undefined {
  const [, numbers = '', pre = ''] = /^v?([^-+]*)(-[^+]*)?/.exec(text) ?? []
  const parts = numbers.split('.')
  const openAt = [0, 1, 2].find((index) => !/^\d+$/.test(parts[index] ?? ''))
  const fixed = [0, 1, 2].map((index) =>
    openAt !== undefined && index >= openAt ? '0' : String(BigInt(parts[index] ?? 0)),
  )
  const bound = parseVersion(`${fixed.join('.')}${pre}`)
  const open = openAt === undefined ? undefined : (['major', 'minor', 'patch'] as const)[openAt]
  return bound && { operator, bound, open }
}

function allHold(version: SemVer, terms: readonly Term[]): boolean {
  const allowsPreRelease = terms.some(({ bound }) => bound.prerelease.length > 0)
  if (version.prerelease.length > 0 && !allowsPreRelease) return false
  return terms.every((term) => holds(version, term))
}

function holds(version: SemVer, term: Term): boolean {
  const order = compare(version, term.bound)
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

function differs(version: SemVer, { bound, open }: Term): boolean {
  if (open === 'minor') return version.major !== bound.major
  if (open !== 'patch' || version.major !== bound.major || version.minor !== bound.minor) {
    return compare(version, bound) !== 0
  }
  return version.prerelease.join('.') !== bound.prerelease.join('.')
}

function isAbove(version: SemVer, { bound, open }: Term): boolean {
  if (open === 'minor') return version.major > bound.major
  if (open !== 'patch') return compare(version, bound) > 0
  return version.major > bound.major || (version.major === bound.major && version.minor > bound.minor)
}

function isWithin(version: SemVer, { bound, open }: Term): boolean {
  if (version.major !== bound.major) return version.major < bound.major
  return open === 'minor' || version.minor <= bound.minor
}

function isClose(version: SemVer, { bound, open }: Term): boolean {
  const isZero = bound.major === 0 && bound.minor === 0 && bound.patch === 0
  if (isZero && open !== 'minor' && open !== 'patch') return true
  return version.major === bound.major && (open === 'minor' || version.minor === bound.minor)
}

function isCompatible(version: SemVer, { bound, open }: Term): boolean {
  if (version.major !== bound.major) return false
  if (bound.major > 0 || open === 'minor') return true
  if (version.minor !== bound.minor) return false
  return bound.minor > 0 || open === 'patch' || version.patch === bound.patch
}
