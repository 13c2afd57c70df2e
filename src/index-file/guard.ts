import { type Buffer, isUtf8 } from 'node:buffer'
import { asBuffer, broken, type Source } from './source.ts'

/** GitHub takes no larger file into a repository, and the largest public index is a third of it. */
export const MAX_INDEX_BYTES = 128 * 1024 * 1024

const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
// Readers of YAML 1.1, such as Helm's, end a line at these and others do not; C1 controls are printed by nobody.
const ODD_SEQUENCES = ['\u2028', '\u2029']
const MARKER = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$/

/** Refuses what no reader of YAML takes, or what two readers take differently, before the structure is looked at. */
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

function oddAt(bytes: Buffer): number | undefined {
  const control = controlAt(bytes)
  const found = [control, ...ODD_SEQUENCES.map((odd) => bytes.indexOf(odd))].filter((at) => at >= 0)
  return found.length === 0 ? undefined : Math.min(...found)
}

// The one loop over every byte: kept to comparisons of small numbers.
function controlAt(bytes: Uint8Array): number {
  const { length } = bytes
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number
    if (byte >= 0x20 && byte < 0x7f) continue
    if (byte === LINE_FEED || byte === TAB) continue
    if (byte === 0x7f) return at
    if (byte === CARRIAGE_RETURN ? bytes[at + 1] !== LINE_FEED : byte < 0x20) return at
    // U+0080 to U+009F; the noncharacters U+FFFE and U+FFFF.
    if (byte === 0xc2 && (bytes[at + 1] as number) < 0xa0) return at
    if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe) return at
  }
  return -1
}

/** The first place where decoding and encoding again gives something else. */
function brokenUtf8At(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    // A cut in the middle of a character is no fault of the text: up to three bytes may be left over.
    const whole = [0, 1, 2, 3].some((back) => middle - back >= 0 && isUtf8(bytes.subarray(0, middle - back)))
    if (whole) good = middle
    else bad = middle
  }
  return Math.max(0, good - 3)
}
