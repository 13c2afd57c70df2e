interface Line {
  readonly indent: number
  readonly key: string
  /** Whether keys can be below it: it has no value on its line, or an empty one. */
  readonly isOpen: boolean
}

const KEY = /^( *)(- +)?(?:"([^"]{1,100})"|'([^']{1,100})'|([\w./-]{1,100})):(?=[ \t\r]|$)/
const COMMENT = /^( *)#( *)(.*)$/
const MAX_LINES = 20_000

/**
 * The keys that values.yaml offers in comments, by their whole paths (joined by a line break; items of lists are left out of them), with
 * their lines. How deep a comment is meant to be is not certain: `#`, `# ` or neither may stand for its indentation, so a key can have several paths.
 */
export function commentedKeys(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const real: Line[] = []
  let block: Line[] = []
  for (const [index, line] of text.split('\n').slice(0, MAX_LINES).entries()) {
    const comment = COMMENT.exec(line)
    if (!comment) {
      if (line.trim() !== '') block = []
      push(real, keyIn(line))
      continue
    }
    const [, before = '', blanks = '', rest = ''] = comment
    const key = keyIn(`${before} ${blanks}${rest}`)
    if (!key) continue
    for (const indent of new Set([key.indent, key.indent - 1, key.indent - Math.min(blanks.length, 1) - 1])) {
      for (const path of pathsOf({ ...key, indent }, real, block)) if (!found.has(path)) found.set(path, index + 1)
    }
    push(block, key)
  }
  return found
}

function keyIn(line: string): Line | undefined {
  const found = KEY.exec(line)
  const [whole = '', blanks, dash = '', double, single, plain] = found ?? []
  if (blanks === undefined) return undefined
  const isOpen = /^\s*(?:\{\s*\}|\[\s*\])?\s*(?:#.*)?$/.test(line.slice(whole.length))
  return { indent: blanks.length + dash.length, key: double ?? single ?? plain ?? '', isOpen }
}

function push(stack: Line[], line: Line | undefined): void {
  if (!line) return
  while ((stack.at(-1)?.indent ?? -1) >= line.indent) stack.pop()
  stack.push(line)
}

/** Below the keys around it in its own block of comments, or below those of values.yaml. */
function pathsOf(line: Line, real: readonly Line[], block: readonly Line[]): readonly string[] {
  const outer = keysAbove(real, line.indent)
  const around = keysAbove(real, block[0]?.indent ?? line.indent)
  return [...new Set([join([...around, ...keysAbove(block, line.indent), line.key]), join([...outer, line.key])])]
}

function keysAbove(lines: readonly Line[], indent: number): readonly string[] {
  return lines.filter((line) => line.isOpen && line.indent < indent).map(({ key }) => key)
}

function join(path: readonly string[]): string {
  return path.join('\n')
}
