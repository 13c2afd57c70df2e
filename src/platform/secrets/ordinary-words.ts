/** Shorter values occur in innocent text all the time. */
const MIN_LENGTH = 8
/** Longer runs of letters are not words that people use for charts, hosts or folders. */
const MAX_WORD = 15
/** Up to this many letters and digits are still a name, such as `k8s` or `v1`. */
const MAX_NAME = 4
/** Prefixes that services put before their tokens: a text that begins so is a token, whatever follows. */
const TOKEN = /^(?:gh[a-z]_|github_pat_|glpat-|npm_|dckr_|AKIA|eyJ)/

/**
 * Whether a secret can't be distinguished from a run's ordinary output: it is short, or made of words and numbers like
 * names, versions, hosts and references (`charts`, `true`, `0.1.0`, `ghcr.io/acme`). Replacing such a value everywhere
 * would change names and references, and a runner that masks it drops every output that contains the word.
 */
export function isOrdinary(value: string): boolean {
  // A part of a name may end anywhere.
  const text = value.trim().replace(/^[-._/:]+|[-._/:]+$/g, '')
  if (text.length < MIN_LENGTH) return true
  if (TOKEN.test(text)) return false
  if (/^(?:[A-Z]+|[A-Z][a-z]+)$/.test(text)) return text.length <= MAX_WORD
  return text.split(/:\/\/|[-._/:]/).every(isWord)
}

function isWord(part: string): boolean {
  if (/^[a-z]+$/.test(part)) return part.length <= MAX_WORD
  return /^\d+$/.test(part) || (/^[a-z\d]+$/.test(part) && part.length <= MAX_NAME)
}
