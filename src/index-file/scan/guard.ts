import { type Buffer, isUtf8 } from 'node:buffer'
import { asBuffer, broken, type Source } from './source.ts'

/** GitHub accepts no larger file in a repository, and the largest public index is a third of it. */
export const MAX_INDEX_BYTES = 128 * 1024 * 1024

const LINE_FEED = 0x0a
const PIECE = 64 * 1024
const LONGEST_ODD = 3
/** Faster to search for than odd characters, and absent from most pieces. */
const RARE = /[^\n\t -~]/
// Control characters; the noncharacters U+FFFE and U+FFFF; and U+2028 and U+2029, at which readers of YAML 1.1, such as
// Helm's, end a line and others do not.
const ODD = /[^\t\n\r -~\x80-\xff]|\r(?!\n)|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]|\xe2\x80[\xa8\xa9]/
const MARKER = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$/

/** Refuses bytes that no YAML reader accepts, or that two readers read differently, before the structure is scanned. */
export function checkBytes(source: Source): void {
  const bytes = asBuffer(source.bytes)
  if (bytes.length > MAX_INDEX_BYTES) {
    const hint = 'Take old versions out of it, or publish to an OCI registry, which needs no index.'
    throw broken(source, 0, `holds ${bytes.length} bytes, and at most ${MAX_INDEX_BYTES} are read`, hint)
  }
  const marker = markerAt(bytes)
  if (marker !== undefined) {
    const hint = 'Resolve the merge: both sides hold releases, so keep both and delete the marker lines.'
    throw broken(source, marker, `holds the conflict marker ${bytes.toString('latin1', marker, marker + 7)}`, hint)
  }
  if (!isUtf8(bytes)) throw broken(source, brokenUtf8At(bytes), 'holds bytes that are no UTF-8')
  const odd = oddAt(bytes)
  if (odd === undefined) return
  const code = bytes.toString('utf8', odd, odd + 4).codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  throw broken(source, odd, `holds the character ${name}, which YAML readers do not read alike`)
}

function markerAt(bytes: Buffer): number | undefined {
  const starts = ['<<<<<<<', '=======', '>>>>>>>', '|||||||'].flatMap((marker) => {
    for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) {
      const end = bytes.indexOf(LINE_FEED, at)
      const line = bytes.toString('latin1', at, end < 0 ? Math.min(bytes.length, at + 200) : end)
      if ((at === 0 || bytes[at - 1] === LINE_FEED) && MARKER.test(line)) return [at]
    }
    return []
  })
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** Searched in pieces, as text with one unit per byte: a loop over bytes is slower until it has seen megabytes. */
function oddAt(bytes: Buffer): number | undefined {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const text = bytes.toString('latin1', at, Math.min(bytes.length, at + PIECE + LONGEST_ODD - 1))
    if (!RARE.test(text)) continue
    const found = ODD.exec(text)
    if (found) return at + found.index
  }
  return undefined
}

/** The first place at which decoding and encoding again gives a different result. */
function brokenUtf8At(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    // A cut in the middle of a character is not a fault of the text: up to three bytes may be left over.
    const whole = [0, 1, 2, 3].some((back) => middle - back >= 0 && isUtf8(bytes.subarray(0, middle - back)))
    if (whole) good = middle
    else bad = middle
  }
  return Math.max(0, good - 3)
}
