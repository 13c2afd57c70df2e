import { POSTPONE_LABEL } from '../../model/settings.ts'
import { definition } from './definition.ts'
import { boolean, list, oneOf, type Parser, type Raw, text } from './parse.ts'

/** GitHub takes no longer ones. */
const MAX_LABEL = 50

/** On each pull request, the label that postpones would keep all further ones away. */
const label: Parser<string> = (raw) => {
  const allowed = `names of labels, of 1 to ${MAX_LABEL} characters without commas`
  const parsed = text((value) => (/^[^\p{Cc},]{1,50}$/u.test(value) ? undefined : allowed))(raw)
  if (!('value' in parsed)) return { ...parsed, hint: onePerLine(raw) }
  if (parsed.value.toLowerCase() !== POSTPONE_LABEL) return parsed
  return { allowed, hint: `The label \`${POSTPONE_LABEL}\` postpones a release; people put it on.` }
}

function onePerLine(raw: Raw): string | undefined {
  if (typeof raw !== 'string' || !raw.includes(',') || /[\r\n]/.test(raw)) return undefined
  const labels = raw.split(',').map((one) => one.trim())
  return ['pull-request-labels: |', ...labels.filter((one) => one !== '').map((one) => `  ${one}`)].join('\n')
}

/** Inputs about the pull requests of `commit: pull-request`. */
export const proposalInputs = {
  'pull-requests': definition<'one' | 'per-chart'>({
    description:
      'With `commit: pull-request`: `one` pull request for all charts, or one `per-chart`; charts that depend on each other share one.',
    default: '`one`',
    parse: oneOf(['one', 'per-chart']),
    fallback: () => 'one',
    config: 'text',
    visibility: 'plan',
  }),
  'pull-request-labels': definition<readonly string[]>({
    description:
      'Labels of these pull requests; one per line. A label that people take off stays off. GitHub makes one that does not exist yet.',
    default: 'none',
    parse: list(label),
    fallback: () => [],
    config: 'list',
    visibility: 'plan',
  }),
  'pull-request-draft': definition<boolean>({
    description: 'Open these pull requests as drafts. What people make of them later stays.',
    default: '`false`',
    parse: boolean,
    fallback: () => false,
    config: 'boolean',
    visibility: 'plan',
  }),
} as const
