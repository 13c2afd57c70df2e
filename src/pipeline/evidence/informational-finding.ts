import type { Finding, FindingKind } from '../../model/finding.ts'

/** Something that could not be found out. It is told, and no reason for a bump. */
export function informational(kind: FindingKind, rule: string, subject: string, text: string): Finding {
  return { level: 'none', kind, rule, subject, text }
}
