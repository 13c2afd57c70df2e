import { refProblem, tagOf } from '../../plan/scope/tag-template.ts'
import { type Parsed, type Raw, shown } from './parse.ts'

const PLACEHOLDER = /\{\{\s*\.(\w+)\s*\}\}/g
const ALLOWED =
  'a git tag name that holds `{{ .Version }}` once and, with more than one chart, `{{ .Name }}`; or `none` for no tags'

/**
 * Judges a tag template; `none` becomes the empty template, which means no tags. (GitHub can't tell an empty input from
 * one that is not there, so an empty text can't say it.)
 */
export function tagTemplate(raw: Raw): Parsed<string> {
  const template = typeof raw === 'string' ? raw.trim() : ''
  if (template === 'none') return { value: '' }
  const names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1])
  // Other actions of Go's templates would else be taken for the text of a tag.
  const action = /\{\{[^{}]*\}\}|\{\{/.exec(template.replace(PLACEHOLDER, ''))
  if (action) return { allowed: '`{{ .Name }}` and `{{ .Version }}`', found: shown(action[0]) }
  const foreign = names.find((name) => name !== 'Name' && name !== 'Version')
  if (foreign !== undefined) return { allowed: '`{{ .Name }}` and `{{ .Version }}`', found: `\`{{ .${foreign} }}\`` }
  if (names.filter((name) => name === 'Version').length !== 1) return { allowed: ALLOWED }
  const problem = refProblem(tagOf(template, { name: 'app', version: '1.2.3' }) ?? '')
  return problem === undefined ? { value: template } : { allowed: ALLOWED, hint: problem }
}
