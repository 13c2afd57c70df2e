import type { ObjectId } from '../../model/chart.ts'
import type { Push, PushRefusal } from '../../ports/git.ts'
import type { Ran } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { DENIED, reasonIn } from './command.ts'

/** git's own words if someone else moved or made the ref first, or is writing at this moment. */
const RACED =
  /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:lock|update ref)|already exists|incorrect old value/i
/** A status that means that nothing was done, and that a retry would do nothing either. */
const HTTP_REFUSAL = /(?:returned error:|HTTP) 4\d\d\b/

/**
 * The outcome of a push for a ref: lines `<flag> TAB <from>:<to> TAB <summary> (<reason>)`, see
 * https://git-scm.com/docs/git-push#_output.
 */
export function outcomeOf(ran: Ran, ref: string, secrets: Secrets): Push {
  const line = Buffer.from(ran.stdout)
    .toString()
    .split('\n')
    .find((candidate) => candidate.split('\t')[1]?.endsWith(`:${ref}`))
  const flag = line?.[0]
  if (flag === '=') return { result: 'unchanged' }
  if (flag !== undefined && '* +-t'.includes(flag)) return { result: 'done' }
  const remote = ran.stderr
    .split('\n')
    .filter((said) => said.startsWith('remote:'))
    .map((said) => said.replace(/^remote:\s*/, '').trim())
    .filter((said) => said !== '')
  const summary = line?.split('\t')[2]
  if (summary === undefined)
    return rejected(reasonIn(ran.stderr, secrets) || 'git said nothing', unansweredCause(ran.stderr))
  const said = [summary, ...remote].join(' · ')
  return rejected(secrets.redact(said).slice(0, 600), causeOf(summary, said, ref))
}

function rejected(reason: string, cause: PushRefusal): Push {
  return { result: 'rejected', reason, cause }
}

/** Without a line for the ref it is unknown whether it was moved, unless the server refused access. */
function unansweredCause(stderr: string): PushRefusal {
  return DENIED.test(stderr) || HTTP_REFUSAL.test(stderr) ? 'refused' : 'lost'
}

/** `said` may also be about other refs of the same push. Any reason that is not known to be transient is a refusal. */
function causeOf(summary: string, said: string, ref: string): PushRefusal {
  if (/^\[remote failure\]/.test(summary)) return 'lost'
  if (said.includes(`cannot create '${ref}'`) || /directory file conflict|refname conflict/i.test(summary))
    return 'name'
  return RACED.test(summary) || said.includes(`cannot lock ref '${ref}'`) ? 'raced' : 'refused'
}

/** Whether a ref of origin is as the push wanted it; an empty commit means no ref. */
export function isAsWanted(there: ReadonlyMap<string, ObjectId>, ref: string, wanted: ObjectId | ''): boolean {
  return (there.get(ref) ?? '') === wanted
}
