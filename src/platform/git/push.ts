import type { ObjectId } from '../../model/chart.ts'
import { sideBySide } from '../../model/settle.ts'
import type { Journal, Push, Ran, Secrets } from '../platform.ts'
import { type GitCommand, reasonIn } from './command.ts'

/** What a push needs beside its refs. */
export interface Pusher {
  readonly git: GitCommand
  readonly journal: Journal
  readonly secrets: Secrets
}

/** Of more than three tags in one push GitHub raises no events. */
const TAGS_A_PUSH = 3
/** Each push is mostly waiting for the server, which takes several of other refs. */
const PUSHES_AT_ONCE = 4

/** Pushes without force; a refusal is an answer with git's own reason. */
export async function pushBranch(pusher: Pusher, commit: ObjectId, branch: string): Promise<Push> {
  const ref = `refs/heads/${branch}`
  const ran = await push(pusher, [ref], ['origin', `${commit}:${ref}`])
  return resultOf(ran, ref, pusher.secrets)
}

interface Move {
  readonly from: ObjectId | undefined
  /** Empty deletes the branch. */
  readonly to: ObjectId | ''
}

/** Moves a branch that is ours alone; the lease makes the server refuse where somebody moved it meanwhile. */
export async function replaceBranch(pusher: Pusher, branch: string, { from, to }: Move): Promise<Push> {
  const ref = `refs/heads/${branch}`
  const ran = await push(pusher, [ref], [`--force-with-lease=${ref}:${from ?? ''}`, 'origin', `${to}:${ref}`])
  return resultOf(ran, ref, pusher.secrets)
}

/** Create-only: the empty lease makes the server refuse a tag that is there already, also under a race. */
export async function createTags(
  pusher: Pusher,
  tags: ReadonlyMap<string, ObjectId>,
): Promise<ReadonlyMap<string, Push>> {
  const wanted = [...tags]
  const batches = Array.from({ length: Math.ceil(wanted.length / TAGS_A_PUSH) }, (_, index) =>
    wanted.slice(index * TAGS_A_PUSH, (index + 1) * TAGS_A_PUSH),
  )
  const results = await sideBySide(batches, PUSHES_AT_ONCE, (batch) => pushTags(pusher, batch))
  return new Map(results.flat())
}

async function pushTags(pusher: Pusher, batch: readonly (readonly [string, ObjectId])[]) {
  const refs = batch.map(([tag]) => `refs/tags/${tag}`)
  const leases = refs.map((ref) => `--force-with-lease=${ref}:`)
  const targets = batch.map(([tag, commit]) => `${commit}:refs/tags/${tag}`)
  const ran = await push(pusher, refs, [...leases, 'origin', ...targets])
  return batch.map(([tag]) => [tag, resultOf(ran, `refs/tags/${tag}`, pusher.secrets)] as const)
}

function push({ git, journal }: Pusher, refs: readonly string[], words: readonly string[]): Promise<Ran> {
  return journal.effect(`git push ${refs.join(' ')}`, () =>
    git(['push', '--porcelain', '--no-verify', ...words], { remote: true, accept: [0, 1, 128] }),
  )
}

/** Lines `<flag> TAB <from>:<to> TAB <summary> (<reason>)`, see https://git-scm.com/docs/git-push#_output. */
function resultOf(ran: Ran, ref: string, secrets: Secrets): Push {
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
  if (summary === undefined) return { result: 'rejected', reason: reasonIn(ran.stderr, secrets) }
  return { result: 'rejected', reason: secrets.redact([summary, ...remote].join(' · ')).slice(0, 600) }
}
