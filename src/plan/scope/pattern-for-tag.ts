import picomatch from 'picomatch'

/**
 * The line of YAML with an `app-tag-pattern` that a tag and its like would match: `kyverno-chart-3.1.0` gives `kyverno-chart-*`.
 * `undefined` if the name holds what patterns or YAML read otherwise.
 */
export function patternLine(tag: string): string | undefined {
  if (!/^\w[\w./+-]*$/.test(tag)) return undefined
  const pattern = [starred(tag), tag].find((candidate) => picomatch.isMatch(tag, candidate))
  return pattern && `app-tag-pattern: ${pattern.startsWith('[') ? `'${pattern}'` : pattern}`
}

/** The version, or the number at the end, becomes a star; what is nothing but a version keeps a digit before it. */
function starred(tag: string): string {
  const at = /\d+\.\d/.exec(tag)?.index ?? /\d+$/.exec(tag)?.index ?? tag.length
  if (at === tag.length) return tag
  return at === 0 ? '[0-9]*' : `${tag.slice(0, at)}*`
}
