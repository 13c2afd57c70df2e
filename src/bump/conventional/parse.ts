import { CommitParser } from 'conventional-commits-parser'

/** Of one message; longer ones are no messages. */
const MAX_LENGTH = 20_000
const MAX_LINE = 200
const MAX_STATEMENTS = 200

/** One conventional line with what belongs to it. */
export interface Statement {
  /** In lower case, e.g. `feat`; empty where the line is not conventional. */
  readonly type: string
  readonly scopes: readonly string[]
  readonly subject: string
  /** The line as written. */
  readonly header: string
  readonly breaking: boolean
}

/** What a message takes back: a commit by its id, or by its first line. */
export interface Revert {
  readonly commit?: string
  readonly header: string
}

const HEADER = /^(\w+)(?:\(([^()]{1,200})\))?!?:\s+(\S.*)$/
/** Squashed commits are lists; prose that happens to hold a colon is not one of these. */
const TYPES = 'feat|fix|perf|refactor|docs|chore|build|ci|style|test|tests|revert'
const LISTED = new RegExp(`^\\s{0,4}(?:[*+-]\\s+)?((?:${TYPES})(?:\\([^()]{1,200}\\))?!?:\\s+\\S.*)$`, 'i')

const NOTHING = /(?!)/

const parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ['type', 'scope', 'subject'],
  breakingHeaderPattern: /^(\w+)(?:\(([^()]{1,200})\))?!:\s+(\S.*)$/,
  // The footers of https://www.conventionalcommits.org/en/v1.0.0/#specification, 12 and 16: upper case, with a colon.
  notesPattern: () => /^[\s*-]*(BREAKING[ -]CHANGE):\s+(.*)$/,
  // Looking for references is most of the parser's work, and nobody asks for them here.
  issuePrefixes: ['\u0000'],
  revertPattern: NOTHING,
  fieldPattern: NOTHING,
})

/**
 * The conventional lines of a message, its first line and those of squashed commits in its body, each with the footers
 * that follow it.
 */
export function statementsIn(message: string): readonly Statement[] {
  const [first = '', ...body] = linesOf(message)
  const parts = [[first]]
  for (const line of body) {
    const listed = parts.length < MAX_STATEMENTS ? LISTED.exec(line)?.[1] : undefined
    if (listed === undefined) parts.at(-1)?.push(line)
    else parts.push([listed])
  }
  return parts.flatMap((lines) => statement(lines.join('\n')) ?? [])
}

/** What a message takes back, in the words that Git and GitHub write; `undefined` for all others. */
export function revertIn(message: string): Revert | undefined {
  const text = message.slice(0, MAX_LENGTH)
  const quoted = /^(?:revert\s+"(.+)"|revert(?:\([^()]{1,200}\))?:\s+(.+))$/i.exec(plainHeader(text))
  const header = quoted?.[1] ?? quoted?.[2]
  if (header === undefined) return undefined
  const commit = /\bThis reverts commit ([0-9a-f]{7,64})\b/i.exec(text)?.[1]
  return { header: plainHeader(header), ...(commit !== undefined && { commit: commit.toLowerCase() }) }
}

function linesOf(message: string): readonly string[] {
  return message
    .slice(0, MAX_LENGTH)
    .split(/\r?\n/)
    .map((line) => line.slice(0, MAX_LINE))
}

/** The first line of a message without the number that a pull request gave it. */
export function plainHeader(message: string): string {
  return (linesOf(message)[0] ?? '').trim().replace(/ \(#\d{1,9}\)$/, '')
}

function statement(text: string): Statement | undefined {
  if (text.trim() === '') return undefined
  const { type, scope, subject, header, notes } = parser.parse(text)
  const breaking = notes.length > 0
  if (!type && !breaking) return undefined
  return {
    type: (type ?? '').toLowerCase(),
    scopes: (scope ?? '').split(/[,/\s]+/).filter((one) => one !== ''),
    subject: subject ?? '',
    header: header ?? '',
    breaking,
  }
}
