import { bumpNames, parseAppVersionRule, parseBump } from '../../bump/registry.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { AppVersionRule, BumpSetting } from '../../model/settings.ts'
import { oneOf, type Parsed, type Parser, type Raw } from './parse.ts'

const name = oneOf(bumpNames)

/** What breaks users before 1.0.0 moves. */
export const zeroMajor = oneOf(['minor', 'major'])

/** A bump setting, by the names that the strategies answer to. */
export const bumpSetting: Parser<BumpSetting> = (raw) => {
  const parsed = name(raw)
  return 'value' in parsed ? { value: parseBump(parsed.value) } : parsed
}

/** The rule that decides appVersion. */
export function appVersion(raw: Raw): Parsed<AppVersionRule> {
  try {
    return { value: parseAppVersionRule(typeof raw === 'string' ? raw : '') }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    const allowed = 'a version of one line, `sha`, `tag`, or `values:<path>` such as `values:image.tag`'
    return { allowed, hint: error.hint ?? `${error.message}.` }
  }
}
