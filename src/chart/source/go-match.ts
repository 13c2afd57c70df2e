/**
 * Go's `filepath.Match` (https://pkg.go.dev/path/filepath#Match), which is not the glob of git or of a shell: no `**`,
 * a negated class matches `/` too, and a star stops at the first place where the rest fits.
 */
export type GoMatch = (name: string) => boolean | 'bad pattern'

type Item =
  | { readonly kind: 'literal'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }

interface Chunk {
  readonly star: boolean
  /** `undefined` for a malformed pattern: Go reports it only when it gets there. */
  readonly items: readonly Item[] | undefined
}

/** A pattern that is ready to match names. */
export function goMatch(pattern: string): GoMatch {
  const chunks = [...splitChunks([...pattern])].map(({ star, text }) => ({ star, items: readItems(text) }))
  return (name) => matchChunks(chunks, [...name])
}

function matchChunks(chunks: readonly Chunk[], name: readonly string[]): boolean | 'bad pattern' {
  let at = 0
  for (const [index, { star, items }] of chunks.entries()) {
    if (items === undefined) return 'bad pattern'
    if (star && items.length === 0) return !name.includes('/', at)
    const isLast = index === chunks.length - 1
    const fits = (start: number) => {
      const end = matchItems(items, name, start)
      return end !== undefined && (!isLast || end === name.length)
    }
    let start = at
    while (!fits(start)) {
      if (!star || start >= name.length || name[start] === '/') return false
      start += 1
    }
    at = start + items.length
  }
  return at === name.length
}

/** Each item takes one character, so the end is known; `undefined` if one does not fit. */
function matchItems(items: readonly Item[], name: readonly string[], start: number): number | undefined {
  const end = start + items.length
  if (end > name.length) return undefined
  return items.every((item, index) => matchItem(item, name[start + index] ?? '')) ? end : undefined
}

function matchItem(item: Item, character: string): boolean {
  if (item.kind === 'literal') return item.character === character
  if (item.kind === 'any') return character !== '/'
  const code = codeOf(character)
  return item.ranges.some(([low, high]) => codeOf(low) <= code && code <= codeOf(high)) !== item.negated
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function* splitChunks(
  pattern: readonly string[],
): Generator<{ readonly star: boolean; readonly text: readonly string[] }> {
  let at = 0
  while (at < pattern.length) {
    const star = pattern[at] === '*'
    while (pattern[at] === '*') at += 1
    const start = at
    for (let inClass = false; at < pattern.length && (inClass || pattern[at] !== '*'); at += 1) {
      if (pattern[at] === '\\' && at + 1 < pattern.length) at += 1
      else if (pattern[at] === '[') inClass = true
      else if (pattern[at] === ']') inClass = false
    }
    yield { star, text: pattern.slice(start, at) }
  }
}

function readItems(text: readonly string[]): readonly Item[] | undefined {
  const items: Item[] = []
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? ''
    if (character === '[') {
      const read = readClass(text, at + 1)
      if (!read) return undefined
      items.push(read.item)
      at = read.next
      continue
    }
    const literal = character === '\\' ? text[at + 1] : character
    if (literal === undefined) return undefined
    items.push(character === '?' ? { kind: 'any' } : { kind: 'literal', character: literal })
    at += character === '\\' ? 2 : 1
  }
  return items
}

function readClass(text: readonly string[], start: number): { readonly item: Item; readonly next: number } | undefined {
  const negated = text[start] === '^'
  const ranges: (readonly [string, string])[] = []
  let at = negated ? start + 1 : start
  while (ranges.length === 0 || text[at] !== ']') {
    const low = readBound(text, at)
    if (!low) return undefined
    const high = text[low.next] === '-' ? readBound(text, low.next + 1) : low
    if (!high) return undefined
    ranges.push([low.character, high.character])
    at = high.next
  }
  return { item: { kind: 'class', negated, ranges }, next: at + 1 }
}

function readBound(
  text: readonly string[],
  at: number,
): { readonly character: string; readonly next: number } | undefined {
  if (text[at] === '-' || text[at] === ']') return undefined
  const place = text[at] === '\\' ? at + 1 : at
  const character = text[place]
  // A class must continue after each of its bounds, if only with its end.
  return character === undefined || place + 1 >= text.length ? undefined : { character, next: place + 1 }
}
