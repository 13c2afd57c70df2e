import { inBare, objectAt } from './bare.ts'
import { example } from './description.ts'
import { type Answer, type Call, failed, invalid, notFound, page, type Route } from './exchange.ts'
import { apiUrl, type Hub, timestamp, webUrl } from './hub.ts'
import { nodeId } from './refs.ts'

export interface Pull {
  readonly number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  merged: boolean
  /** What went in when it was merged: later pushes to the branch are none of it. */
  mergedHead?: string
  readonly head: string
  base: string
  readonly draft: boolean
  readonly login: string
  labels: readonly string[]
  /** Labels that were put on it, each time. */
  labeled: readonly string[]
  readonly createdAt: Date
}

export const NOT_PERMITTED = 'GitHub Actions is not permitted to create or approve pull requests.'

/** Said in private repositories of free plans. */
const NO_DRAFTS = 'Draft pull requests are not supported in this repository.'

export const pullRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/pulls',
    needs: ['pull_requests', 'read'],
    async handle(call, hub) {
      await closeOrphans(hub)
      const found = hub.pulls.filter((pull) => isAsked(pull, call, hub)).reverse()
      const items = await Promise.all(found.map((pull) => simple(hub, pull)))
      return page(call, items, apiUrl(hub, 'pulls'))
    },
  },
  { operation: 'POST /repos/{owner}/{repo}/pulls', needs: ['pull_requests', 'write'], handle: open },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    needs: ['pull_requests', 'read'],
    async handle(call, hub) {
      await closeOrphans(hub)
      const pull = pullOf(call, hub)
      return pull ? { status: 200, body: await whole(hub, pull) } : notFound()
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    needs: ['pull_requests', 'write'],
    async handle(call, hub) {
      await closeOrphans(hub)
      const pull = pullOf(call, hub)
      if (!pull) return notFound()
      const { title, body, state, base } = call.body as Partial<Pick<Pull, 'title' | 'body' | 'state' | 'base'>>
      pull.title = title ?? pull.title
      pull.body = body ?? pull.body
      pull.state = state ?? pull.state
      pull.base = base ?? pull.base
      return { status: 200, body: await whole(hub, pull) }
    },
  },
]

/** Whoever deletes the branch of an open pull request closes it. */
async function closeOrphans(hub: Hub): Promise<void> {
  for (const pull of hub.pulls) {
    if (pull.state === 'open' && (await objectAt(hub.origin, `refs/heads/${pull.head}`)) === undefined)
      pull.state = 'closed'
  }
}

/** `head` is `owner:branch`; anything else is no filter at all, as on GitHub. */
function isAsked(pull: Pull, { query }: Call, { repository }: Hub): boolean {
  const [owner = ''] = repository.split('/')
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  return (
    (state === 'all' || pull.state === state) &&
    (head === null || !head.includes(':') || head === `${owner}:${pull.head}`) &&
    [null, pull.base].includes(query.get('base'))
  )
}

async function open(call: Call, hub: Hub): Promise<Answer> {
  const { title = '', head, base, body, draft = false } = call.body as Partial<Pull>
  const [owner = ''] = hub.repository.split('/')
  const branch = head?.replace(`${owner}:`, '') ?? ''
  if (call.token?.kind === 'workflow' && !hub.settings.actionsMayOpenPullRequests) return failed(403, NOT_PERMITTED)
  if (draft && !hub.settings.hasDrafts) return failed(422, NO_DRAFTS)
  const wrong = await problemOf(hub, branch, base ?? '')
  if (wrong) return wrong
  await closeOrphans(hub)
  if (hub.pulls.some((pull) => pull.state === 'open' && pull.head === branch && pull.base === base))
    return invalidPull(`A pull request already exists for ${owner}:${branch}.`)
  const pull: Pull = {
    number: hub.nextId(),
    title,
    body: body ?? null,
    state: 'open',
    merged: false,
    head: branch,
    base: base ?? '',
    draft,
    login: call.token?.login ?? '',
    labels: [],
    labeled: [],
    createdAt: hub.now(),
  }
  hub.pulls.push(pull)
  return { status: 201, body: await whole(hub, pull), headers: { location: apiUrl(hub, `pulls/${pull.number}`) } }
}

async function problemOf(hub: Hub, head: string, base: string): Promise<Answer | undefined> {
  for (const [field, branch] of Object.entries({ head, base })) {
    if ((await objectAt(hub.origin, `refs/heads/${branch}`)) === undefined)
      return invalid({ resource: 'PullRequest', field, code: 'invalid' })
  }
  const count = await inBare(hub.origin, ['rev-list', '--count', `refs/heads/${base}..refs/heads/${head}`])
  return count === '0' ? invalidPull(`No commits between ${base} and ${head}`) : undefined
}

function invalidPull(message: string): Answer {
  return invalid({ resource: 'PullRequest', code: 'custom', message })
}

function pullOf({ parameters }: Call, { pulls }: Hub): Pull | undefined {
  return pulls.find(({ number }) => number === Number(parameters.pull_number))
}

async function side(hub: Hub, branch: string, template: unknown, at?: string) {
  const [owner = ''] = hub.repository.split('/')
  const sha = at ?? (await objectAt(hub.origin, `refs/heads/${branch}`)) ?? '0'.repeat(40)
  return { ...(template as object), label: `${owner}:${branch}`, ref: branch, sha }
}

async function written(hub: Hub, pull: Pull, template: Record<string, unknown>) {
  const { number, title, body, state, draft, login } = pull
  const created = timestamp(pull.createdAt)
  return {
    ...template,
    id: number,
    node_id: nodeId('PullRequest', number),
    number,
    title,
    body,
    state,
    draft,
    url: apiUrl(hub, `pulls/${number}`),
    html_url: webUrl(hub, `pull/${number}`),
    issue_url: apiUrl(hub, `issues/${number}`),
    user: { ...(template.user as object), login },
    labels: pull.labels.map((name) => labelOf(hub, name)),
    head: await side(hub, pull.head, template.head, pull.mergedHead),
    base: await side(hub, pull.base, template.base),
    created_at: created,
    updated_at: created,
    closed_at: state === 'closed' ? created : null,
    merged_at: pull.merged ? created : null,
    requested_reviewers: [],
    requested_teams: [],
  }
}

async function simple(hub: Hub, pull: Pull): Promise<unknown> {
  const [template] = example('pull-request-simple-items', hub.repository) as unknown as Record<string, unknown>[]
  return written(hub, pull, template ?? {})
}

async function whole(hub: Hub, pull: Pull): Promise<unknown> {
  const template = example('pull-request', hub.repository)
  return { ...(await written(hub, pull, template)), merged: pull.merged, merged_by: null }
}

export function labelOf(hub: Hub, name: string): Record<string, unknown> {
  const url = apiUrl(hub, `labels/${encodeURIComponent(name)}`)
  return { id: 1, node_id: nodeId('Label', name), url, name, description: '', color: 'ededed', default: false }
}
