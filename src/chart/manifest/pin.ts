import { isConstraint, parseGroup } from './constraints.ts'

/**
 * The version that a constraint pins: `1.2.3`, `v1.2.3` and `=1.2.3` allow one version, whatever is released later, while
 * `1.2`, `1.2.x` and `^1.2.3` are ranges. `undefined` for a range, and for what Helm would refuse.
 */
export function pinnedVersion(constraint: string): string | undefined {
  // A `|` in a number is a slip of Helm's parser.
  if (constraint.includes('|') || !isConstraint(constraint)) return undefined
  const [term, ...more] = parseGroup(constraint) ?? []
  if (!term || more.length > 0 || term.open !== undefined || !['', '='].includes(term.operator)) return undefined
  return constraint.slice(term.start, term.end).replace(/^=/, '').trim()
}
