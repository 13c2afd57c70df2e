import { isGap, type Scanner, skipBlanks } from './scanner.ts'
import { broken, textOf } from './source.ts'

const NAME = /^[A-Za-z0-9_-]+$/

/** Passes over `&name`, and the blanks behind it, and keeps the name. */
export function takeAnchor(s: Scanner): void {
  s.anchors.add(takeName(s))
  s.pos = skipBlanks(s, s.pos)
}

/** Passes over `*name`. */
export function takeAlias(s: Scanner): void {
  const { pos: start } = s
  const name = takeName(s)
  if (!s.anchors.has(name)) throw broken(s, start, `uses *${name}, which no anchor before it names`)
  s.aliases += 1
}

function takeName(s: Scanner): string {
  const start = s.pos + 1
  let end = start
  while (!isGap(s, end) && !isFlowIndicator(s, end)) end++
  const name = textOf(s.bytes, start, end)
  if (!NAME.test(name)) throw broken(s, s.pos, 'has an anchor or alias without a name that every reader takes')
  s.pos = end
  return name
}

/** `,`, `[`, `]`, `{` or `}`. */
export function isFlowIndicator(s: Scanner, at: number): boolean {
  const byte = s.bytes[at]
  return byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d
}
