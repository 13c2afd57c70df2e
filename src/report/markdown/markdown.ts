import type { ReleaseNote } from '../../model/report.ts'
import { cut, showInvisible } from '../../model/text.ts'
import { notesMarkdown } from '../../notes/markdown.ts'

/** Keeps two characters apart without showing anything: GitHub then sees neither a mention nor an address. */
const WORD_JOINER = '\u2060'

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/**
 * Text from outside as one line of Markdown prose or as a table cell: it shows as it is and is nothing but text. No markup, no
 * HTML, no cell or line of its own, no mention, issue reference or link. At most `limit` characters of it.
 */
export function prose(text: string, limit = 500): string {
  return asLine(text, limit)
    .replace(/[\\`*_{}[\]()#!|~^$=]/g, '\\$&')
    .replace(/[&<>]/g, (character) => entities.get(character) ?? character)
    .replace(/^[-+]|(?<=^\d+)[.)](?=\s|$)/, '\\$&')
    .replace(/[@#]|:(?=\/)|www(?=\.)|(?<=gh)-(?=\d)|(?<=mailto|xmpp):/gi, `$&${WORD_JOINER}`)
}

const PLAIN_CODE = /^[\w.+/@:=,?*(){}'"%;-]+(?: [\w.+/@:=,?*(){}'"%;-]+)*$/

/** Text from outside as inline code, to be copied as it is: nothing invisible is put into it. Also works in table cells. */
export function code(text: string, limit = 200): string {
  const line = asLine(text, limit)
  if (line === '') return ''
  // Backticks if they can't fail, else HTML with all punctuation as entities.
  if (PLAIN_CODE.test(line)) return `\`${line}\``
  return `<code>${line.replace(/[!-,.:-@[-`{-~]|(?<=ww)w/gi, (character) => `&#${character.charCodeAt(0)};`)}</code>`
}

/** Lines in a fenced block that nothing in them can close. `language` is ours. */
export function fenced(lines: string, language = ''): string {
  const safe = showInvisible(lines)
  const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${safe}\n${fence}`
}

/** A table of cells that are Markdown already (see `prose` and `code`). */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Something long behind a line to click on; both are Markdown already. */
export function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`
}

/** The release notes of one version, folded up. */
export function foldedNotes(name: string, version: string, notes: readonly ReleaseNote[]): string {
  return folded(prose(`${name} ${version}`, 200), notesMarkdown(notes, '####', prose))
}

/** As many rows of a table, from the first on, as fit into `room` characters. */
export function rowsWithin<T extends readonly string[]>(rows: readonly T[], room: number) {
  let used = 0
  const shown = rows.filter((row) => {
    used += row.join(' | ').length + 5
    return used <= room
  })
  return { shown, left: rows.length - shown.length }
}

function asLine(text: string, limit: number): string {
  return cut(showInvisible(text.replace(/\s+/g, ' ')).replace(/ +/g, ' ').trim(), limit)
}
