import { code, prose } from './markdown.ts'

/** What people copy: names in backticks, and addresses. */
const COPIED = /`([^`\n]+)`|\b([a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s`,;)'"|]*[^\s`,;)'"|.:])?)/g

/**
 * A sentence of ours, with names from outside in it, as one line of Markdown: what is in backticks is code, and so are addresses, which
 * stay as they are to be copied. All else is `prose`. At most `limit` characters of it.
 */
export function words(text: string, limit = 500): string {
  const parts: string[] = []
  let at = 0
  for (const found of text.slice(0, limit).matchAll(COPIED)) {
    parts.push(between(text.slice(at, found.index)), code(found[1] ?? found[2] ?? '', limit))
    at = found.index + found[0].length
  }
  parts.push(between(text.slice(at, Math.max(at, limit)), text.length > limit ? '…' : ''))
  return parts.join('').trim()
}

/** `prose` drops blanks at both ends, which stand between words here. */
function between(text: string, end = ''): string {
  if (text.trim() === '') return `${text === '' ? '' : ' '}${end}`
  return `${/^\s/.test(text) ? ' ' : ''}${prose(text, text.length)}${end}${/\s$/.test(text) ? ' ' : ''}`
}
