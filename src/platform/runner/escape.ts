import { cut, showInvisible } from '../../model/text.ts'

/** Longest line that we print; a hostile chart must not fill the log. */
const MAX_LINE = 4000

/**
 * Text from outside for the log: the same lines, none of which the runner can take for a command. Line feeds and tabs
 * stay; other control, format and bidi characters become visible (`\u001b`); `##[` and a leading `::` are broken by a
 * space; a line over 4,000 characters is cut with a note.
 */
export function escapeText(text: string): string {
  return text.split('\n').map(escapeLine).join('\n')
}

/** Text from outside as one line of the log: line breaks become spaces, the rest as in `escapeText`. */
export function oneLine(text: string): string {
  return escapeLine(text.replace(/\s*[\r\n]\s*/g, ' ')).trim()
}

/** Text as the message of a `::command::`; the runner decodes it again. Escape it first. */
export function encodeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** Text as a property (`file=…`) of a `::command::`; the runner decodes it again. Escape it first. */
export function encodeProperty(text: string): string {
  return encodeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

function escapeLine(line: string): string {
  const short = line.length > MAX_LINE ? `${cut(line, MAX_LINE)} (${line.length - MAX_LINE} more characters)` : line
  // The runner reads `##[name]` anywhere in a line, `::name::` after leading blanks (ActionCommand.cs).
  return showInvisible(short)
    .replace(/##(?=\[)/g, '## ')
    .replace(/^(\s*:)(?=:)/, '$1 ')
}
