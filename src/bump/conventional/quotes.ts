/** In the place of a quoted line: neither blank, nor anything that a commit says. */
const QUOTED = '>'

const FENCE = /^\s*(`{3,}(?!.*`)|~{3,})/
/** What tools fold release notes into, e.g. Renovate's `<details>`; in the middle of a sentence it opens nothing. */
const FOLD = /^[\s>*+-]*<.*?(details|blockquote|pre|table|!--)/i
/** Git leaves the names of files that were in conflict below a line like a heading. */
const HEADING = /^(?:#{1,6} (?!Conflicts:)|={3,}\s*$)/

interface Open {
  /** How many more of the same a line opens, and how many it closes. */
  readonly opens: RegExp
  readonly closes: RegExp
  depth: number
}

/**
 * The lines of a message with a mark in the place of those that are quoted, as Markdown has it: code in fences, `>`, folded
 * HTML, and all that stands below a heading, since commits have none, and descriptions and release notes do. What is
 * opened and never closed lasts to the end.
 */
export function withoutQuotes(lines: readonly string[]): readonly string[] {
  let open: Open | undefined
  let isBelowHeading = false
  return lines.map((line) => {
    isBelowHeading ||= open === undefined && HEADING.test(line)
    const isInside = open !== undefined
    open = after(line, open ?? openedBy(line))
    return isInside || open !== undefined || isBelowHeading || /^\s*[<>]/.test(line) ? QUOTED : line
  })
}

/** What is still open below a line. */
function after(line: string, open: Open | undefined): Open | undefined {
  if (open === undefined) return undefined
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0
  open.depth += count(open.opens) - count(open.closes)
  return open.depth > 0 ? open : undefined
}

function openedBy(line: string): Open | undefined {
  const fence = FENCE.exec(line)?.[1]
  // Only the line that opens it can be taken for one that closes it.
  if (fence !== undefined) return { ...fenceOf(fence), depth: /^\s*[`~]+\s*$/.test(line) ? 2 : 1 }
  const tag = FOLD.exec(line)?.[1]?.toLowerCase()
  if (tag === undefined) return undefined
  if (tag === '!--') return { opens: /<!--/g, closes: /-->/g, depth: 0 }
  return { opens: new RegExp(`<${tag}\\b`, 'gi'), closes: new RegExp(`</${tag}\\b`, 'gi'), depth: 0 }
}

function fenceOf(fence: string): Pick<Open, 'opens' | 'closes'> {
  return { opens: /(?!)/g, closes: new RegExp(`^\\s*\\${fence[0]}{${fence.length},}\\s*$`, 'g') }
}
