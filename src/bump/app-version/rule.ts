import { ReleaseError } from '../../model/errors.ts'
import type { AppVersionRule } from '../../model/settings.ts'

const MAX_LENGTH = 256
const MAX_PARTS = 20
const VALUES = 'values:'

/**
 * The rule that the setting `app-version` states: empty keeps, `sha`, `tag`, `values:a.b.c` (a dot inside a key is
 * written `\.`, a backslash `\\`), anything else is the value itself. Fails with `APP_VERSION_INVALID`.
 */
export function parseAppVersionRule(text: string): AppVersionRule {
  const rule = text.trim()
  if (rule === '') return { rule: 'keep' }
  if (rule === 'sha' || rule === 'tag') return { rule }
  if (rule.startsWith(VALUES)) return { rule: 'values', path: parsePath(checked(rule).slice(VALUES.length)) }
  return { rule: 'literal', value: checked(rule) }
}

/** An appVersion that can be written into one line of Chart.yaml as it is, or an `APP_VERSION_INVALID`. */
export function checked(value: string): string {
  if (value.length > MAX_LENGTH) throw invalid(`app-version is longer than ${MAX_LENGTH} characters`)
  // Control and format characters, bidirectional ones among them, hide what is read.
  const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(value)
  if (!hidden) return value
  const code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  throw invalid(`app-version holds the character U+${code}`)
}

function parsePath(text: string): readonly string[] {
  const parts = ['']
  for (const [whole, escaped] of text.matchAll(/\\(.)|./gu)) {
    if (whole === '.') parts.push('')
    else parts[parts.length - 1] += escaped ?? whole
  }
  const dangling = /(?:^|[^\\])(?:\\\\)*\\$/.test(text)
  if (!dangling && parts.length <= MAX_PARTS && parts.every((part) => part !== '')) return parts
  const hint = 'Write it as `values:image.tag`; a dot inside a key as `\\.`.'
  throw invalid(`app-version names no place in values.yaml: ${JSON.stringify(text)}`, hint)
}

function invalid(message: string, hint?: string): ReleaseError {
  return new ReleaseError('APP_VERSION_INVALID', message, { hint })
}
