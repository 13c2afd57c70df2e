import { ReleaseError } from '../../model/errors.ts'
import type { AppVersionRule } from '../../model/settings.ts'

const MAX_LENGTH = 256
const MAX_PARTS = 20
const MAX_PATHS = 10
const VALUES = 'values:'

/**
 * The rule that the setting `app-version` states: empty keeps, `sha`, `tag`, `values:a.b.c` (a dot inside a key is
 * written `\.`, a comma `\,`, a backslash `\\`; several places with commas between them), anything else is the value itself. Fails with `APP_VERSION_INVALID`.
 */
export function parseAppVersionRule(text: string): AppVersionRule {
  const rule = text.trim()
  if (rule === '') return { rule: 'keep' }
  if (rule === 'sha' || rule === 'tag') return { rule }
  if (rule.startsWith(VALUES)) return { rule: 'values', paths: parsePaths(checked(rule).slice(VALUES.length)) }
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

function parsePaths(text: string): readonly (readonly string[])[] {
  const paths = [['']]
  for (const [whole, escaped] of text.matchAll(/\\(.)|./gu)) {
    const parts = paths.at(-1) ?? []
    if (whole === ',') paths.push([''])
    else if (whole === '.') parts.push('')
    else parts[parts.length - 1] += escaped ?? whole
  }
  const trimmed = paths.map((parts) => parts.map((part, index) => (index === 0 ? part.trimStart() : part)))
  const dangling = /(?:^|[^\\])(?:\\\\)*\\$/.test(text)
  if (!dangling && paths.length <= MAX_PATHS && trimmed.every(isPath)) return trimmed
  const hint = 'Write it as `values:image.tag`; a dot inside a key as `\\.`, further places after commas.'
  throw invalid(`app-version names no place in values.yaml: ${JSON.stringify(text)}`, hint)
}

function isPath(parts: readonly string[]): boolean {
  return parts.length <= MAX_PARTS && parts.every((part) => part !== '')
}

function invalid(message: string, hint?: string): ReleaseError {
  return new ReleaseError('APP_VERSION_INVALID', message, { hint })
}
