import { ANYTHING } from './abstract.ts'

/** Whether a text fits one with unknown parts, in time linear in both except for the number of parts. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split(ANYTHING)
  const [first = ''] = parts
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return pattern === text
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > text.length - last.length) return false
    at = found + part.length
  }
  return true
}
