import { ReleaseError } from '../../model/errors.ts'

/** The rest of a line, and the lines below it that contain nothing but blanks and comments. */
const BELOW = /^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/
const TAB_FIRST = /^ *\t/

/**
 * Helm's YAML reader accepts a line that begins with a tab only as the continuation of a plain value; ours always does.
 * Below anything else, such as a value in quotes, Helm could no longer read the file. So a value that is not plain must
 * not be written up to `end` if such a line follows: `CHART_EDIT_REFUSED` at that line.
 */
export function requireNoTabBelow(text: string, end: number, file: string): void {
  const below = BELOW.exec(text.slice(end))?.[0].split('\n').slice(1) ?? []
  const index = below.findIndex((line) => TAB_FIRST.test(line))
  if (index < 0) return
  const line = text.slice(0, end).split('\n').length + 1 + index
  throw new ReleaseError(
    'CHART_EDIT_REFUSED',
    `${file} has a tab in line ${line}, below a value that is to be changed`,
    {
      hint: `Delete the tab in line ${line}: Helm reads it only below a value without quotes.`,
      at: { file, line },
    },
  )
}
