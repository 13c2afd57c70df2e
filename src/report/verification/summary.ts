import type { AcceptedSignature, CheckedRequirement, VerificationReport } from '../../model/verification.ts'
import { code, prose, table } from '../markdown/markdown.ts'

/** The job summary of the action in `verify/` as Markdown: a sentence, a table, and what went wrong. */
export function verificationSummary(report: VerificationReport): string {
  const { verification, problems } = report
  const parts = [
    '## Chart verification',
    `**${prose(headline(report))}**`,
    verification ? checksTable(verification.checks) : '',
    verification ? refusedList(verification.checks) : '',
    problems
      .map(
        ({ code: name, message, hint }) =>
          `- ${code(name)}<br>${prose(message, 1000)}${hint === undefined ? '' : `<br>What to do: ${prose(hint, 1000)}`}`,
      )
      .join('\n'),
    verification && problems.length === 0 ? `Pinned: ${code(verification.pinned ?? verification.digest)}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Also the first line of the log. */
export function headline({ verification, problems }: VerificationReport): string {
  if (!verification) return 'The chart could not be verified: do not deploy it.'
  const { name, version } = verification
  return problems.length === 0
    ? `${name} ${version} is what it should be.`
    : `${name} ${version} is not verified: do not deploy it.`
}

function checksTable(checks: readonly CheckedRequirement[]): string {
  const rows = checks.map(({ requirement, accepted }) => [
    requirement,
    accepted ? 'holds' : '**refused**',
    accepted ? code(whose(accepted), 500) : '',
  ])
  return table(['Required', 'Result', 'By'], rows)
}

/** Who made a signature that counts: the subject of its certificate, or a key. */
export function whose({ identity, key }: AcceptedSignature): string {
  return identity ? identity.subject : `OpenPGP key ${key ?? ''}`
}

/** Those that stand beside one that counts; the others are in the problem. */
function refusedList(checks: readonly CheckedRequirement[]): string {
  const refused = checks.flatMap((check) => (check.accepted ? check.refused : []))
  if (refused.length === 0) return ''
  const items = refused.map(({ form, why }) => `- ${prose(form, 100)}: ${prose(why, 300)}`)
  return ['Also there, and refused:', '', ...items].join('\n')
}
