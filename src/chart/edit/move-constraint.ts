import { holds, hyphenRange, isConstraint, parseGroup, satisfies, type WrittenTerm } from '../manifest/constraints.ts'
import { type HelmVersion, readHelmVersion } from '../manifest/helm-version.ts'

/**
 * A constraint that accepts `version`, in the form that its author chose: operators, wildcards, the number of parts,
 * blanks and a leading `v` stay. Only the parts that reject the version change, and of several alternatives only the
 * last. The exact version if that can't be done (`!=`, a version that Helm can't read).
 */
export function moveConstraint(constraint: string, version: string): string {
  const to = readHelmVersion(version)
  if (!to || !isConstraint(constraint)) return version
  if (satisfies(version, constraint)) return constraint
  const start = constraint.includes('||') ? constraint.lastIndexOf('||') + 2 : 0
  const group = constraint.slice(start)
  // A pre-release is only accepted if a bound names one, which can't be combined with a wildcard.
  const moved = [false, true].map((isWhole) => constraint.slice(0, start) + moveGroup(group, to, isWhole))
  return moved.find((one) => isConstraint(one) && satisfies(version, one)) ?? version
}

function moveGroup(group: string, to: HelmVersion, isWhole: boolean): string {
  const range = hyphenRange(group)
  if (range) {
    const [lower, upper] = [moveGroup(`>=${range[0]}`, to, isWhole), moveGroup(`<=${range[1]}`, to, false)]
    return group.replace(range[0], () => lower.slice(2)).replace(/(\s-\s+)\S+/, (_, dash) => dash + upper.slice(2))
  }
  // From the end, so that the offsets before stay valid.
  return (parseGroup(group) ?? [])
    .toReversed()
    .reduce((text, term) => text.slice(0, term.start) + moveTerm(term, text, to, isWhole) + text.slice(term.end), group)
}

function moveTerm(term: WrittenTerm, group: string, to: HelmVersion, isWhole: boolean): string {
  const written = group.slice(term.start, term.end)
  const [head = ''] = /^[^\dxX*|]*/.exec(written) ?? []
  switch (term.operator) {
    case '!=':
      return written
    case '<':
      // Also for a pre-release of the bound itself: the release that it leads to must be accepted.
      return holds({ ...to, pre: '' }, term) ? written : head + above(term, to)
    case '<=':
    case '=<':
      return holds(to, term) ? written : head + asPrecise(term, to)
    case '>':
      return holds(to, term) ? written : `>=${versionText(to)}`
    case '':
    case '=':
      return isWhole && term.open ? asOperator[term.open] + versionText(to) : head + asPrecise(term, to)
    default:
      return isWhole ? head + versionText(to) : holds(to, term) ? written : head + asPrecise(term, to)
  }
}

/** An expression that accepts as much as a wildcard at this place. */
const asOperator = { major: '>=', minor: '^', patch: '~' } as const

function versionText({ major, minor, patch, pre }: HelmVersion): string {
  return `${major}.${minor}.${patch}${pre === '' ? '' : `-${pre}`}`
}

/** The version with as many parts as the author gave; `-0`, which lets all pre-releases in, stays. */
function asPrecise({ parts, open, bound }: WrittenTerm, to: HelmVersion): string {
  const isAllIn = bound.pre === '0'
  const label = isAllIn ? '-0' : to.pre === '' || open ? '' : `-${to.pre}`
  return numbers(parts, [to.major, to.minor, to.patch]) + label
}

/** The next bound above a version, of the same size as the old one: a major, a minor or a patch version. */
function above({ parts, open, bound }: WrittenTerm, { major, minor, patch }: HelmVersion): string {
  const label = bound.pre === '' ? '' : `-${bound.pre}`
  if (open === 'minor' || (bound.minor === 0n && bound.patch === 0n))
    return numbers(parts, [major + 1n, 0n, 0n]) + label
  if (open === 'patch' || bound.patch === 0n) return numbers(parts, [major, minor + 1n, 0n]) + label
  return numbers(parts, [major, minor, patch + 1n]) + label
}

function numbers(parts: readonly string[], values: readonly bigint[]): string {
  return parts
    .flatMap((part, index) => (part === '' ? [] : [/^\d+$/.test(part) ? String(values[index]) : part]))
    .join('.')
}
