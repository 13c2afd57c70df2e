import type { Location } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'

/** Longest value that is shown. */
const MAX_SHOWN = 120
const MAX_TEXT = 400

/** A finding as a rule makes it: `rule` begins with its kind, and texts may be too long. */
export interface FindingDetails extends Omit<Finding, 'kind' | 'was' | 'is' | 'at'> {
  readonly was?: string | undefined
  readonly is?: string | undefined
  readonly at?: Location | undefined
}

const KINDS: readonly Finding['kind'][] = [
  'values',
  'schema',
  'rendered',
  'metadata',
  'dependencies',
  'templates',
  'files',
]

/** A finding of readable length, in one line. */
export function createFinding({ was, is, at, ...finding }: FindingDetails): Finding {
  const kind = KINDS.find((one) => finding.rule.startsWith(`${one}/`)) ?? 'files'
  return {
    ...finding,
    kind,
    subject: cut(finding.subject, MAX_SHOWN),
    text: cut(finding.text, MAX_TEXT),
    ...(was !== undefined && { was: cut(was, MAX_SHOWN) }),
    ...(is !== undefined && { is: cut(is, MAX_SHOWN) }),
    ...(at && { at }),
  }
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line
}

/** A place in a file, for a sentence. */
export function placeText({ file, line }: Location): string {
  return line === undefined ? file : `${file}:${line}`
}

/** A path of values as people write it; a key with a dot is quoted. */
export function pathText(path: readonly string[]): string {
  return path.map((key) => (/[.\s"]/.test(key) || key === '' ? JSON.stringify(key) : key)).join('.')
}
