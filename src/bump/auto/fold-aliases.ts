import type { Finding } from '../../model/finding.ts'

/**
 * A subchart may be used under several names, and its changes are found under each. They are reported once, with the
 * number of the others.
 */
export function foldAliases(findings: readonly Finding[]): readonly Finding[] {
  const groups = Map.groupBy(findings, keyOf)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length === 1) return group
    return [{ ...first, text: `${first.text} The same under ${group.length - 1} more of its names.` }]
  })
}

/** The same for every name of a subchart: the rule, the place in the subchart's file, and the path below its key. */
function keyOf(finding: Finding, index: number): string {
  const { rule, subject, at } = finding
  if (!at?.file.startsWith('charts/')) return String(index)
  const below = subject.slice(subject.lastIndexOf('.') + 1)
  return [rule, at.file, at.line, below].join('\n')
}
