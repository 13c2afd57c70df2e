import { withoutQuotes } from './quotes.ts'

/** Per message; the rest is not read. */
const MAX_LENGTH = 20_000
/** GitHub takes 256 characters for the title of a pull request. */
const MAX_LINE = 300
const MAX_PARTS = 200

/** What one commit said: its first line, and those of its other lines that are its own words. */
export interface Part {
  readonly header: string
  readonly body: readonly string[]
}

/** The number that GitHub gives to what it merged from a pull request. */
const NUMBER = / \(#\d{1,9}\)$/
/** With the title of the pull request two lines further down. */
const MERGE = /^Merge pull request #\d{1,9} from /
const ENTRY = /^\* (\S.*)$/
/** So GitHub lists pull requests in release notes: those are of other projects. */
const RELEASE_NOTE = / by @\S+ in https?:\/\/\S+$/
/** Below it GitHub lists the co-authors. */
const END = '---------'

/**
 * A message as its commits were written: the first line with its body, then what GitHub lists of the commits that it
 * squashed, oldest first. Only that list counts: it begins right below a first line that ends in the number of the pull
 * request, and each of its `* subject` lines has a blank line on both sides. Any other list is what somebody quotes.
 */
export function partsOf(message: string): readonly [Part, ...Part[]] {
  const [first = '', ...rest] = linesOf(message)
  const header = first.trim()
  const lines = withoutQuotes(rest)
  if (MERGE.test(header)) return [{ header: lines.find((line) => line !== '')?.trim() ?? '', body: [] }]
  const at = NUMBER.test(header) ? entriesIn(lines) : []
  const entries = at.map((start, index): Part => {
    return { header: subjectIn(lines[start] ?? ''), body: lines.slice(start + 1, at[index + 1]) }
  })
  return [{ header, body: lines.slice(0, at[0]) }, ...entries]
}

/** The first line of a message without the number that a pull request gave it. */
export function plainHeader(header: string): string {
  return header.trim().replace(NUMBER, '')
}

/** Where the list of squashed commits has its entries. */
function entriesIn(lines: readonly string[]): readonly number[] {
  const start = lines.findIndex((line) => line !== '')
  if (!ENTRY.test(lines[start] ?? '')) return []
  const end = lines.indexOf(END)
  const isBlank = (index: number) => (lines[index] ?? '') === ''
  return lines
    .flatMap((line, index) => (ENTRY.test(line) && isBlank(index - 1) && isBlank(index + 1) ? [index] : []))
    .filter((index) => (end === -1 || index < end) && !RELEASE_NOTE.test(lines[index] ?? ''))
    .slice(0, MAX_PARTS)
}

function subjectIn(line: string): string {
  return (ENTRY.exec(line)?.[1] ?? '').trim()
}

function linesOf(message: string): readonly string[] {
  return message
    .slice(0, MAX_LENGTH)
    .split(/\r?\n/)
    .map((line) => line.slice(0, MAX_LINE).trimEnd())
}
