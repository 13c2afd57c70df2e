import { uploadRoute } from './assets.ts'
import { createCommitOnBranch } from './commit-on-branch.ts'
import { answerProblems, requestProblems } from './description.ts'
import { type Answer, type Call, failed, notFound, type Route } from './exchange.ts'
import { type Budget, budgetHeaders, overBudget, rateLimitBody } from './faults.ts'
import { answerGraphql } from './graphql.ts'
import type { Hub } from './hub.ts'
import { apiRoutes, type Match, matchRoute } from './router.ts'
import type { Recorded } from './server.ts'
import { may, mayAsk, type Token, tokenIn } from './tokens.ts'

export interface Api {
  /** The first repository. */
  readonly hub: Hub
  /** All of them, by their names in lower case. */
  readonly hubs: ReadonlyMap<string, Hub>
  readonly budget: Budget
  /** Changes are made one after another: each sees all of the one before it. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Takes down what the client or the fake did against GitHub's description. */
  readonly complain: (problem: string) => void
}

/** `/api/v3` and `/api/graphql` of an Enterprise Server mean what `/` and `/graphql` are on api.github.com. */
const PREFIX = /^\/api\/(?:v3|uploads)(?=\/)|^\/api(?=\/graphql$)/

/** Answers a request to the API or the uploads host: who asks, how often, what, and whether they may; with the answer held to the description. */
export async function answerApi(request: Recorded, api: Api): Promise<Answer> {
  if (!request.headers['user-agent']) return failed(403, 'Request forbidden by administrative rules.')
  const given = tokenIn(request.headers.authorization)
  const token = api.hub.tokens.find(({ value }) => value === given)
  if (given !== undefined && !token) return failed(401, 'Bad credentials')
  const { pathname, searchParams: query } = new URL(request.path, 'http://localhost')
  const path = pathname.replace(PREFIX, '')
  const headers = () => budgetHeaders(api.budget)
  if (path === '/rate_limit') return { status: 200, body: rateLimitBody(api.budget), headers: headers() }
  api.budget.used += 1
  if (api.budget.used > api.budget.limit) return { ...overBudget(), headers: headers() }
  const call = { ...callOf(request, path, query), token }
  const answer = async () => (path === '/graphql' ? graphql(call, api) : rest(request, call, api))
  const answered = await (call.method === 'GET' ? answer() : api.inTurn(answer))
  return { ...answered, headers: { ...headers(), ...answered.headers } }
}

function callOf({ method, headers, bytes }: Recorded, path: string, query: URLSearchParams): Omit<Call, 'token'> {
  const single = Object.entries(headers).map(([name, value]) => [name, `${value}`] as const)
  const body = /^application\/json\b/.test(headers['content-type'] ?? '') ? parsed(bytes) : {}
  return { method, path, query, headers: Object.fromEntries(single), parameters: {}, bytes, body }
}

function parsed(bytes: Buffer): Call['body'] {
  try {
    return JSON.parse(bytes.toString()) as Call['body']
  } catch {
    return {}
  }
}

async function rest({ host }: Recorded, call: Call, { hub: first, hubs, complain }: Api): Promise<Answer> {
  const match = matchRoute(host === 'uploads' ? [uploadRoute] : apiRoutes, call.method, call.path)
  if (!match) {
    complain(`${call.method} ${call.path} is nothing that the ${host} host of the fake knows`)
    return notFound()
  }
  const { operation } = match.route
  const asked = { ...call, parameters: match.parameters }
  const problems = requestProblems(operation, asked)
  for (const problem of problems) complain(`request ${operation}: ${problem}`)
  if (problems.length > 0) return failed(422, `Against the description: ${problems.join('; ')}`)
  const hub = hubs.get(`${match.parameters.owner}/${match.parameters.repo}`.toLowerCase())
  const answered = hub
    ? (refusal(match, asked, { hub, first: first.repository }) ?? (await match.route.handle(asked, hub)))
    : notFound()
  for (const problem of answerProblems(operation, answered)) complain(`answer to ${operation}: ${problem}`)
  return answered
}

/** Who may not see a private repository is told that there is none. */
function refusal(
  { route }: Match,
  { token }: Call,
  { hub, first }: { readonly hub: Hub; readonly first: string },
): Answer | undefined {
  const open = hub.settings.visibility === 'public'
  const sees = token !== undefined && mayAsk(token, hub.repository, first)
  if (!sees && !open) return notFound()
  const needs: Route['needs'] = route.needs ?? ['metadata', 'read']
  const [permission, access] = needs
  if ((sees && may(token, needs)) || (open && access === 'read' && permission !== 'administration')) return undefined
  if (!token) return failed(401, 'Requires authentication')
  return { ...forbidden(token), headers: { 'x-accepted-github-permissions': `${permission}=${access}` } }
}

function forbidden(token: Token): Answer {
  const who = token.kind === 'person' ? 'personal access token' : 'integration'
  return failed(403, `Resource not accessible by ${who}`)
}

function graphql(call: Call, { hub, complain }: Api): Answer | Promise<Answer> {
  if (!call.token) return failed(401, 'This endpoint requires you to be authenticated.')
  return answerGraphql({ createCommitOnBranch }, { call, hub, complain })
}

/** A queue of one lane. */
export function oneLane(): Api['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const ended = last.then(work)
    last = ended.catch(() => {})
    return ended
  }
}
