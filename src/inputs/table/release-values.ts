import { bumpNames, parseAppVersionRule } from '../../bump/registry.ts'
import { ReleaseError } from '../../model/errors.ts'
import { refProblem, tagOf } from '../../model/git/tag-template.ts'
import type { AppVersionRule, BumpSetting } from '../../model/settings.ts'
import { oneOf, type Parsed, type Parser, quotedValue, type Raw } from './parse.ts'

/** What a breaking change bumps before 1.0.0. */
export const zeroMajor = oneOf(['minor', 'major'])

/** A bump setting: one of the names that the strategies answer to. */
export const bumpSetting: Parser<BumpSetting> = oneOf(bumpNames)

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

/** The rule as the plan shows it: as the user wrote it; nothing if appVersion is left alone. */
export function appVersionText(rule: AppVersionRule): string {
  switch (rule.rule) {
    case 'literal':
      return rule.value
    case 'values':
      return `values:${rule.paths.map((path) => path.join('.')).join(',')}`
    case 'keep':
      return ''
    default:
      return rule.rule
  }
}

const PLACEHOLDER = /\{\{\s*\.(\w+)\s*\}\}/g
const ALLOWED_TEMPLATE =
  'a git tag name that holds `{{ .Version }}` once and, with more than one chart, `{{ .Name }}`; or `none` for no tags'

/**
 * Parses a tag template; `none` becomes the empty template, which means no tags. (GitHub cannot tell an empty input from
 * a missing one, so empty text cannot mean it.)
 */
export function tagTemplate(raw: Raw): Parsed<string> {
  const template = typeof raw === 'string' ? raw.trim() : ''
  if (template === 'none') return { value: '' }
  const names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1])
  // Any other action of Go templates would be taken literally, as part of the tag.
  const action = /\{\{[^{}]*\}\}|\{\{/.exec(template.replace(PLACEHOLDER, ''))
  if (action) return { allowed: '`{{ .Name }}` and `{{ .Version }}`', found: quotedValue(action[0]) }
  const unknown = names.find((name) => name !== 'Name' && name !== 'Version')
  if (unknown !== undefined) return { allowed: '`{{ .Name }}` and `{{ .Version }}`', found: `\`{{ .${unknown} }}\`` }
  if (names.filter((name) => name === 'Version').length !== 1) return { allowed: ALLOWED_TEMPLATE }
  const problem = refProblem(tagOf(template, { name: 'app', version: '1.2.3' }) ?? '')
  return problem === undefined ? { value: template } : { allowed: ALLOWED_TEMPLATE, hint: problem }
}
