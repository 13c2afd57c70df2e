import type { z } from 'zod'
import { meantByBoolean, meantBySwitch } from '../table/switch-words.ts'

/** What zod found. */
export type Issue = z.core.$ZodIssue

/** A value of the wrong type or kind. */
export interface WrongValue {
  readonly key: string
  readonly value: unknown
  /** As it stands in the file, if it is one word: YAML drops the zero of `1.30`. */
  readonly written: string | undefined
}

/** What to write instead; it is right when it is followed word for word. */
export function issueHint(issue: Issue, wrong: WrongValue): string | undefined {
  const { key, value } = wrong
  if (issue.code === 'too_small' && key === 'targets') return 'To leave a chart out, put its folder under `exclude`.'
  const meant = meantBySwitch(key, value)
  if (meant !== undefined) return meant
  if (issue.code !== 'invalid_type') return undefined
  switch (issue.expected) {
    case 'string':
      return textHint(wrong)
    case 'array':
      return listHint(wrong)
    case 'boolean':
      return /^(?:true|false)$/i.test(String(value)) ? 'Remove the quotes.' : meantByBoolean(key, value)
    case 'record':
      return Array.isArray(value) ? keysHint(key) : undefined
    default:
      return undefined
  }
}

function textHint({ key, value, written }: WrongValue): string | undefined {
  if (key === 'tag-template' && typeof value === 'object') return braceHint(key)
  if (typeof value === 'number' || typeof value === 'boolean')
    return `Put it in quotes: \`${key}: "${written ?? value}"\`.`
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
    ? `Write \`${key}: ${value[0]}\`.`
    : undefined
}

function listHint({ key, value }: WrongValue): string | undefined {
  if (typeof value !== 'string') return undefined
  if (key === 'release-notes' && /^(?:none|off|no|false)$/i.test(value)) return `Write \`${key}: []\`.`
  // Only here a comma can't be part of a name.
  const entries = key === 'pull-request-labels' ? value.split(',').map((entry) => entry.trim()) : [value]
  return `Write \`${key}: ${JSON.stringify(entries).replaceAll('","', '", "')}\`.`
}

/** Maps that people write as lists, because other tools do. */
function keysHint(key: string): string | undefined {
  if (key === 'repositories') return 'Write each as `name: address`, without dashes: `bitnami: https://…`.'
  return key === 'charts'
    ? 'Write each chart as a key, without a dash: `app:`, and below that its settings.'
    : undefined
}

/** YAML takes a text that begins with a brace for a map. */
export function braceHint(key: string, template = '{{ .Name }}-{{ .Version }}'): string {
  return `Text that begins with a brace needs quotes: \`${key}: "${template}"\`.`
}
