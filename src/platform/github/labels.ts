import { ReleaseError } from '../../model/errors.ts'
import { member } from '../../model/json.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

const PAGE = 100
/** A pull request with more events than that is one that people work on. */
const MAX_PAGES = 10

/** Adds labels to a pull request, which is an issue to GitHub; those that it has stay. */
export async function addLabels(client: GitHubClient, number: number, labels: readonly string[]): Promise<void> {
  const parameters = { issue_number: number, labels }
  await client.change('POST issues/{issue_number}/labels', parameters).catch(explained(number, 'label'))
}

/** See https://docs.github.com/rest/issues/events. */
export async function labelsEver(client: GitHubClient, number: number): Promise<ReadonlySet<string>> {
  const labels = new Set<string>()
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const parameters = { issue_number: number, per_page: PAGE, page }
    const found = await client
      .request('GET issues/{issue_number}/events', parameters)
      .catch(explained(number, 'tell the labels of'))
    const events: readonly unknown[] = Array.isArray(found) ? found : []
    for (const event of events)
      if (member(event, 'event') === 'labeled') labels.add(String(member(member(event, 'label'), 'name') ?? ''))
    if (events.length < PAGE) break
  }
  return labels
}

function explained(number: number, verb: string) {
  return (error: unknown): never => {
    if (!(error instanceof GitHubFailure)) throw error
    const message = `GitHub did not ${verb} the pull request #${number}: ${error.message}`
    const isRefusal = error.status !== undefined && error.status < 500
    const hint = isRefusal
      ? 'Give the job `permissions: { pull-requests: write, issues: write }`, or leave `pull-request-labels` out.'
      : 'Run again when GitHub answers.'
    throw new ReleaseError('PULL_REQUEST_FAILED', message, { hint, cause: error })
  }
}
