import { CommitParser } from 'conventional-commits-parser'
import { type Part, plainHeader } from './parts.ts'

/** One conventional line with what belongs to it. */
export interface Statement {
  /** In lower case, e.g. `feat`; empty if the line is not conventional. */
  readonly type: string
  readonly scopes: readonly string[]
  /** The line as written. */
  readonly header: string
  readonly breaking: boolean
}

/** What a commit takes back: a commit by its id, or by its first line. */
export interface Revert {
  readonly commit?: string
  readonly header: string
}

const HEADER = /^(\w+)(?:\(([^()]{1,200})\))?!?:\s+(\S.*)$/

const NOTHING = /(?!)/

const parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ['type', 'scope', 'subject'],
  breakingHeaderPattern: /^(\w+)(?:\(([^()]{1,200})\))?!:\s+(\S.*)$/,
  // The footers of https://www.conventionalcommits.org/en/v1.0.0/#specification, 12 and 16: upper case, with a colon.
  notesPattern: () => /^(BREAKING[ -]CHANGE):\s+(.*)$/,
  // Looking for references is most of the parser's work, and nobody asks for them here.
  issuePrefixes: ['\u0000'],
  revertPattern: NOTHING,
  fieldPattern: NOTHING,
})

/** What one commit says by its first line and its footers; `undefined` for what is not conventional. */
export function statementOf({ header: line, body }: Part): Statement | undefined {
  if (line === '') return undefined
  const { type, scope, header, notes } = parser.parse([line, '', ...breakingIn(body)].join('\n'))
  const breaking = notes.length > 0
  if (!type && !breaking) return undefined
  return {
    type: (type ?? '').toLowerCase(),
    scopes: (scope ?? '').split(/[,/\s]+/).filter((one) => one !== ''),
    header: header ?? '',
    breaking,
  }
}

/** `token: value` or `token #value`, as trailers are written, see items 8 to 10 of the specification. */
const FOOTER = /^(?:BREAKING CHANGE|[A-Za-z][\w-]*)(?:: | #)/

/** A footer begins a paragraph or follows another one, at the very left: a list that quotes one is not the commit's own. */
function breakingIn(body: readonly string[]): readonly string[] {
  return body.filter((line, index) => {
    const above = body[index - 1] ?? ''
    return /^BREAKING[ -]CHANGE:/.test(line) && (above === '' || FOOTER.test(above))
  })
}

const TAKEN_BACK = /^(?:revert\s+"(.+)"|revert(?:\([^()]{1,200}\))?:\s+(.+))$/i
/** Git's own words for the revert of a revert. */
const REAPPLIED = /^reapply\s+"(.+)"$/i
const BY_ID = /\bThis reverts commit ([0-9a-f]{7,64})\b/i

/** What a commit takes back, in the words that Git and GitHub write; `undefined` for all others. */
export function revertIn({ header, body }: Part): Revert | undefined {
  const line = plainHeader(header)
  const again = REAPPLIED.exec(line)?.[1]
  const quoted = again === undefined ? TAKEN_BACK.exec(line) : undefined
  const meant = again === undefined ? (quoted?.[1] ?? quoted?.[2]) : `Revert "${again}"`
  if (meant === undefined) return undefined
  const commit = body.flatMap((one) => BY_ID.exec(one)?.[1] ?? [])[0]
  return { header: plainHeader(meant), ...(commit !== undefined && { commit: commit.toLowerCase() }) }
}
