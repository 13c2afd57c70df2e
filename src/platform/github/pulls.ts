import { ReleaseError } from '../../model/errors.ts'
import { member } from '../member.ts'
import type { PullRequest, PullRequestText } from '../platform.ts'
import { type GitHubClient, saidBy } from './client.ts'

const ROUTE = 'pulls/{pull_number}'

/** The open pull request from `head` into `base`, both branches of this repository. Fails with `PULL_REQUEST_FAILED`. */
export async function findPull(client: GitHubClient, head: string, base: string): Promise<PullRequest | undefined> {
  const query = { head: `${client.owner}:${head}`, base, state: 'open', per_page: 1 }
  const found = await client.ask('GET pulls', query).catch(told(head, 'look for'))
  return Array.isArray(found) && found[0] !== undefined ? pullIn(found[0]) : undefined
}

export async function openPull(
  client: GitHubClient,
  head: string,
  base: string,
  text: PullRequestText,
): Promise<PullRequest> {
  return pullIn(await client.change('POST pulls', { head, base, ...text }).catch(told(head, 'open')))
}

export async function updatePull(client: GitHubClient, number: number, text: PullRequestText): Promise<PullRequest> {
  const change = { pull_number: number, ...text }
  return pullIn(await client.change(`PATCH ${ROUTE}`, change).catch(told(`#${number}`, 'update')))
}

export async function closePull(client: GitHubClient, number: number): Promise<void> {
  await client.change(`PATCH ${ROUTE}`, { pull_number: number, state: 'closed' }).catch(told(`#${number}`, 'close'))
}

function pullIn(data: unknown): PullRequest {
  const [number, url, title, body] = ['number', 'html_url', 'title', 'body'].map((key) => member(data, key))
  if (typeof number !== 'number' || typeof url !== 'string') {
    throw new ReleaseError('PULL_REQUEST_FAILED', 'GitHub’s answer describes no pull request.')
  }
  return { number, url, title: String(title ?? ''), body: String(body ?? '') }
}

function told(what: string, verb: string) {
  return (error: unknown): never => {
    const reason = saidBy(error)
    const isForbidden = /not permitted to create or approve pull requests/i.test(reason)
    throw new ReleaseError('PULL_REQUEST_FAILED', `GitHub did not ${verb} the pull request of ${what}: ${reason}`, {
      hint: isForbidden
        ? 'Allow it under Settings > Actions > General ("Allow GitHub Actions to create and approve pull requests"), or give `github-token` the token of a GitHub App.'
        : 'Give the job `permissions: { contents: write, pull-requests: write }`, or run again where GitHub was away.',
    })
  }
}
