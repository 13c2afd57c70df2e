// Beside what a terminal obeys (control and bidi characters) these are the characters that .NET's culture-aware
// comparison skips: the runner looks for `::` and `##[` with it, so `:<soft hyphen>:` is a command too.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

// They only choose between two looks of the character before them (`⚠️`); showing them would spoil honest text.
const VARIATION_SELECTORS = /\p{Variation_Selector}/gu

/** Text from outside with its invisible characters made visible (`\u200b`); line feeds and tabs stay. */
export function showInvisible(text: string): string {
  return text
    .replace(VARIATION_SELECTORS, '')
    .replace(INVISIBLE, (character) => (character === '\t' || character === '\n' ? character : visible(character)))
}

/** At most `limit` characters, never half of a pair; `…` stands for the rest. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** `a, b and 3 more`: at most `most` of the items are named. */
export function someOf(items: readonly string[], most: number): string {
  const left = items.length - most
  return `${items.slice(0, most).join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

/** For comparing texts with what GitHub gives back: it stores them with line ends of its own. */
export function unified(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

const SECONDS_IN = { year: 31_557_600, day: 86_400, hour: 3_600, minute: 60, second: 1 } as const
const UNITS = ['year', 'day', 'hour', 'minute', 'second'] as const

/** The units that a duration may be given in, each with the number of seconds from which it is used. */
export type DurationUnits = { readonly [Unit in (typeof UNITS)[number]]?: number }

/** `1 second`, `90 seconds`, `2 minutes`: a duration as a whole number of the largest unit that fits it. */
export function durationText(
  milliseconds: number,
  units: DurationUnits,
  round: (value: number) => number = Math.round,
): string {
  const seconds = round(milliseconds / 1000)
  const unit = UNITS.find((one) => seconds >= (units[one] ?? Number.POSITIVE_INFINITY)) ?? 'second'
  const count = round(seconds / SECONDS_IN[unit])
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
