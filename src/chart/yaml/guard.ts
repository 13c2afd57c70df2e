import { tooDeepAt } from './depth.ts'

/** Why text is not given to the YAML parser. `what` continues a sentence that begins with the file. */
export interface TextProblem {
  readonly what: string
  readonly line: number
  readonly conflict?: true
}

// Helm's reader refuses control characters, and breaks lines at a lone carriage return, U+0085, U+2028 and U+2029 while
// ours does not: a comment for one would be a key for the other. U+FFFD replaces bytes that are not UTF-8, which Helm
// refuses and we could not write back.
const ODD_CHARACTER = /\r(?!\n)|(?![\t\n\r])\p{Cc}|[\u2028\u2029\ufffd-\uffff]|\p{Cs}/u
const CONFLICT_MARKER = /^(<{7}|>{7})(?= |\r?$)/m

/**
 * The first problem in a text that the parser must not see, or would report less clearly. `isShallow`: it is known to
 * nest less deep than the parser allows, so that the check is skipped.
 */
export function textProblem(text: string, maxLength: number, isShallow = false): TextProblem | undefined {
  if (text.length > maxLength) return { what: `is longer than ${maxLength} characters`, line: 1 }
  const marker = CONFLICT_MARKER.exec(text)
  if (marker) {
    return { what: `holds the conflict marker ${marker[1]}`, line: lineAt(text, marker.index), conflict: true }
  }
  const odd = ODD_CHARACTER.exec(text)
  if (odd) {
    const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return {
      what: `holds the character U+${code}, which YAML readers do not read alike`,
      line: lineAt(text, odd.index),
    }
  }
  const deep = isShallow ? undefined : tooDeepAt(text)
  return deep === undefined ? undefined : { what: 'is nested too deep', line: lineAt(text, deep) }
}

/** Whether a value would keep Chart.yaml from being read, however it is quoted. */
export function hasOddCharacter(value: string): boolean {
  return ODD_CHARACTER.test(value)
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
