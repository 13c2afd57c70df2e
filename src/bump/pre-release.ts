/** The identifiers of a pre-release, e.g. `['rc', 1]`; empty for a release. */
export type PreRelease = readonly (string | number)[]

const GLUED_NUMBER = /^(.*[a-zA-Z-])(\d+)$/

/** The next of its line: `rc.1` to `rc.2`, `rc1` to `rc2`, `SNAPSHOT` to `SNAPSHOT.1`. */
export function nextPreRelease(label: PreRelease): string {
  const last = label.at(-1)
  const rest = label.slice(0, -1)
  if (typeof last === 'number') return [...rest, last + 1].join('.')
  const [, word = '', digits = ''] = GLUED_NUMBER.exec(String(last)) ?? []
  const number = String(Number(digits) + 1)
  // Glued numbers are compared as text: `rc10` comes before `rc9`, so after that it is `rc9.1`.
  const sortsAfter = digits !== '' && number.length === digits.length
  return sortsAfter ? [...rest, word + number].join('.') : [...label, 1].join('.')
}

/** The first of the same line under a new version: `rc.4` gives `rc.1`, `rc4` gives `rc1`, `SNAPSHOT` stays. */
export function firstPreRelease(label: PreRelease): string {
  const words = wordsOf(label)
  const last = String(words.at(-1) ?? '')
  if (GLUED_NUMBER.test(last)) return [...words.slice(0, -1), last.replace(/\d+$/, '1')].join('.')
  return [...words, ...(words.length < label.length ? [1] : [])].join('.')
}

/** What all pre-releases of a line have in common; `undefined` for a release, which is on none. */
export function preReleaseLine(label: PreRelease): string | undefined {
  if (label.length === 0) return undefined
  return wordsOf(label)
    .join('.')
    .replace(/(?<=[a-zA-Z-])\d+$/, '')
}

function wordsOf(label: PreRelease): PreRelease {
  return typeof label.at(-1) === 'number' ? label.slice(0, -1) : label
}
