import { type Change, inBare, moveRef, objectAt, treeWith, writeWebCommit } from './bare.ts'
import { type Context, graphqlError } from './graphql.ts'
import { refusalOf } from './guard.ts'
import { type Hub, webUrl } from './hub.ts'
import { nodeId } from './refs.ts'
import { may, type Token } from './tokens.ts'

export interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string; readonly id?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly expectedHeadOid: string
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
  readonly clientMutationId?: string
}

/** The mutation `createCommitOnBranch`: a commit by who asks, committed and signed by GitHub, on top of the head that was expected. */
export async function createCommitOnBranch({ input }: { readonly input: CommitInput }, context: Context) {
  const { hub, call } = context
  const { token } = call
  if (!token || !may(token, ['contents', 'write']))
    throw graphqlError('FORBIDDEN', 'Resource not accessible by integration')
  const { ref, head } = await branchOf(hub, input)
  const stale = () =>
    graphqlError(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
    )
  if (head !== input.expectedHeadOid) throw stale()
  refuseByRules(hub, ref, token)
  const tree = await treeWith(hub.origin, head, changesIn(input))
  const commit = await writeWebCommit(hub.origin, {
    tree,
    parents: [head],
    author: authorOf(token),
    at: hub.now(),
    message: [input.message.headline, input.message.body ?? ''].filter((part) => part !== '').join('\n\n'),
  })
  if (!(await moveRef(hub.origin, ref, commit, head))) throw stale()
  return {
    clientMutationId: input.clientMutationId ?? null,
    ref: { id: nodeId('Ref', ref), name: ref.replace('refs/heads/', ''), prefix: 'refs/heads/' },
    commit: await commitBody(hub, commit),
  }
}

async function branchOf(hub: Hub, { branch }: CommitInput) {
  const name = branch.branchName?.replace(/^refs\/heads\//, '') ?? ''
  const ref = `refs/heads/${name}`
  const ours = branch.repositoryNameWithOwner?.toLowerCase() === hub.repository.toLowerCase()
  const head = ours ? await objectAt(hub.origin, ref) : undefined
  if (head === undefined) throw graphqlError('NOT_FOUND', `No ref found for "${name}".`)
  return { ref, head }
}

function refuseByRules(hub: Hub, ref: string, token: Token): void {
  const refusal = refusalOf(hub, ref.replace('refs/heads/', ''), token, true)
  if (!refusal) return
  const reasons = refusal.reasons.join('\n\n')
  throw refusal.kind === 'ruleset'
    ? graphqlError('UNPROCESSABLE', `Repository rule violations found\n\n${reasons}\n\n`)
    : graphqlError('BRANCH_PROTECTION_RULE_VIOLATION', reasons)
}

function changesIn({ fileChanges = {} }: CommitInput): readonly Change[] {
  const { additions = [], deletions = [] } = fileChanges
  const strict = (text: string) => {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw graphqlError('UNPROCESSABLE', 'contents is not valid Base64')
    return Buffer.from(text, 'base64')
  }
  return [
    ...deletions.map(({ path }) => ({ path, content: null })),
    ...additions.map(({ path, contents }) => ({ path, content: strict(contents) })),
  ]
}

function authorOf({ login, kind }: Token): string {
  const id = kind === 'workflow' ? 41898282 : 12345
  return `${login} <${id}+${login}@users.noreply.github.com>`
}

async function commitBody(hub: Hub, oid: string) {
  const [message = ''] = (await inBare(hub.origin, ['log', '-1', '--format=%s', oid])).split('\n')
  const signature = { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub: true, state: 'VALID' }
  const url = webUrl(hub, `commit/${oid}`)
  return { id: nodeId('Commit', oid), oid, abbreviatedOid: oid.slice(0, 7), messageHeadline: message, url, signature }
}
