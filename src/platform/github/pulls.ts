import { ReleaseError } from '../../model/errors.ts'
import { member } from '../../model/json.ts'
import type { NewPull, OpenedPull, PullRequest, PullRequestText } from '../../ports/github.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

const ROUTE = 'pulls/{pull_number}'

/** The open pull request from `head` into `base`, both branches of this repository. Fails with `PULL_REQUEST_FAILED`. */
export async function findPull(client: GitHubClient, head: string, base: string): Promise<PullRequest | undefined> {
  return lookFor(client, head, base).catch(explained(head, 'look for'))
}

/** The same for the newest one that was closed or merged. */
export async function findClosedPull(
  client: GitHubClient,
  head: string,
  base: string,
): Promise<PullRequest | undefined> {
  return lookFor(client, head, base, 'closed').catch(explained(head, 'look for'))
}

async function lookFor(
  client: GitHubClient,
  head: string,
  base: string,
  state: 'open' | 'closed' = 'open',
): Promise<PullRequest | undefined> {
  const query = { head: `${client.owner}:${head}`, base, state, per_page: 1 }
  const found = await client.request('GET pulls', query)
  return Array.isArray(found) && found[0] !== undefined ? pullIn(found[0]) : undefined
}

/** Rejected with a 422: a branch is gone or merged, or there already is such a pull request. It is also what plans without drafts say. */
export async function openPull(client: GitHubClient, head: string, base: string, pull: NewPull): Promise<OpenedPull> {
  try {
    const creation = { read: pullIn, look: () => lookFor(client, head, base) }
    return { result: 'done', pull: await client.create('POST pulls', { head, base, ...pull }, creation) }
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 422 && !NO_DRAFTS.test(error.message))
      return { result: 'rejected', reason: error.message }
    return explained(head, 'open')(error)
  }
}

export async function updatePull(
  client: GitHubClient,
  number: number,
  { title, body }: Partial<PullRequestText>,
): Promise<PullRequest> {
  // GitHub refuses what it does not know, such as the draft state of a new one.
  const change = { pull_number: number, ...(title !== undefined && { title }), ...(body !== undefined && { body }) }
  return pullIn(await client.change(`PATCH ${ROUTE}`, change).catch(explained(`#${number}`, 'update')))
}

export async function closePull(client: GitHubClient, number: number): Promise<void> {
  const change = { pull_number: number, state: 'closed' }
  await client.change(`PATCH ${ROUTE}`, change).catch(explained(`#${number}`, 'close'))
}

const NO_DRAFTS = /draft pull requests are not supported/i

function pullIn(data: unknown): PullRequest {
  const [number, url, title, body] = ['number', 'html_url', 'title', 'body'].map((key) => member(data, key))
  if (typeof number !== 'number' || typeof url !== 'string') {
    throw new ReleaseError('PULL_REQUEST_FAILED', 'GitHub’s answer describes no pull request.')
  }
  const labels = member(data, 'labels')
  return {
    ...{ number, url, title: String(title ?? ''), body: String(body ?? '') },
    isOpen: member(data, 'state') !== 'closed',
    head: String(member(member(data, 'head'), 'sha') ?? ''),
    isMerged: typeof member(data, 'merged_at') === 'string',
    labels: Array.isArray(labels) ? labels.map((label) => String(member(label, 'name') ?? '')) : [],
  }
}

function explained(what: string, verb: string) {
  return (error: unknown): never => {
    if (!(error instanceof GitHubFailure)) throw error
    throw new ReleaseError(
      'PULL_REQUEST_FAILED',
      `GitHub did not ${verb} the pull request of ${what}: ${error.message}`,
      {
        hint: hintFor(error),
        cause: error,
      },
    )
  }
}

function hintFor({ message, status }: GitHubFailure): string {
  if (/not permitted to create or approve pull requests/i.test(message))
    return 'Allow it under Settings > Actions > General ("Allow GitHub Actions to create and approve pull requests"), or give `github-token` the token of a GitHub App.'
  if (NO_DRAFTS.test(message))
    return 'GitHub has drafts in public repositories, and in private ones of paid plans. Leave `pull-request-draft: true` out.'
  if (/rate limit/i.test(message)) return 'Run again in an hour, or give `github-token` the token of a GitHub App.'
  const isRefusal = status !== undefined && status < 500
  return isRefusal
    ? 'Give the job `permissions: { contents: write, pull-requests: write }`.'
    : 'Run again when GitHub answers: what is there already is not made again.'
}
