import type { AppVersionRule, BumpSetting } from '../model/settings.ts'
import { oneOf, type Parsed, type Raw } from './parse.ts'

/** A bump setting, or why it is none. */
export const bumpSetting = oneOf<BumpSetting>(['patch', 'minor', 'major', 'none'], {
  auto: '`auto` does not exist yet; until it does, use `patch`, `minor` or `major`.',
  conventional: '`conventional` does not exist yet; until it does, use `patch`, `minor` or `major`.',
})

/** The rule that decides appVersion, or why the text is none. */
export function appVersion(raw: Raw): Parsed<AppVersionRule> {
  const text = typeof raw === 'string' ? raw.trim() : ''
  if (text === 'sha' || text === 'tag') return { value: { rule: text } }
  return text === '' ? { value: { rule: 'keep' } } : { value: { rule: 'literal', value: text } }
}
