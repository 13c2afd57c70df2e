import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import { sideBySide } from '../../model/settle.ts'
import type { Journal, Push, Ran, Secrets } from '../platform.ts'
import { failure, type GitCommand, reasonIn } from './command.ts'

/** What a push needs beside its refs. */
export interface Pusher {
  readonly git: GitCommand
  readonly journal: Journal
  readonly secrets: Secrets
}

/** Of more than three tags in one push GitHub raises no events. */
const TAGS_WITH_EVENTS = 3
/** What a command line holds with ease. */
const TAGS_A_PUSH = 100
/** Each push is mostly waiting for the server, which takes several of other refs. */
const PUSHES_AT_ONCE = 4

/** A name that is never pushed. */
const ASKED_FOR = 'refs/heads/release-charts-may-push'

/** See `Git.pushProblem`: a dry run talks to the server like any push, and ends before it sends something. */
export async function pushProblem({ git, secrets }: Pusher): Promise<ReleaseError | undefined> {
  const ran = await pushed(git, ['--dry-run', 'origin', `HEAD:${ASKED_FOR}`])
  const problem = ran.exitCode === 0 ? undefined : await failure({ git, secrets }, ['push'], ran)
  return problem?.code === 'GIT_DENIED' ? problem : undefined
}

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

/**
 * Create-only: the empty lease makes the server refuse a tag that is there already, also under a race. A server may refuse
 * a push for one of its tags, so what was refused together is tried once more alone.
 */
export async function createTags(
  pusher: Pusher,
  tags: ReadonlyMap<string, ObjectId>,
  { events }: { readonly events: boolean },
): Promise<ReadonlyMap<string, Push>> {
  const together = await pushTagsBy(events ? TAGS_WITH_EVENTS : TAGS_A_PUSH, pusher, [...tags])
  const refused = [...tags].filter(([tag]) => isRefused(together.get(tag)))
  if (refused.length === 0 || tags.size === 1) return together
  return new Map([...together, ...(await pushTagsBy(1, pusher, refused))])
}

/** By the server, and not for being there already. */
function isRefused(push: Push | undefined): boolean {
  return push?.result === 'rejected' && !/stale info|already exists/.test(push.reason)
}

type Tag = readonly [string, ObjectId]

async function pushTagsBy(size: number, pusher: Pusher, tags: readonly Tag[]): Promise<Map<string, Push>> {
  const batches = Array.from({ length: Math.ceil(tags.length / size) }, (_, index) =>
    tags.slice(index * size, (index + 1) * size),
  )
  const results = await sideBySide(batches, PUSHES_AT_ONCE, (batch) => pushTags(pusher, batch))
  return new Map(results.flat())
}

async function pushTags(pusher: Pusher, batch: readonly Tag[]) {
  const refs = batch.map(([tag]) => `refs/tags/${tag}`)
  const leases = refs.map((ref) => `--force-with-lease=${ref}:`)
  const targets = batch.map(([tag, commit]) => `${commit}:refs/tags/${tag}`)
  const ran = await push(pusher, refs, [...leases, 'origin', ...targets])
  return batch.map(([tag]) => [tag, resultOf(ran, `refs/tags/${tag}`, pusher.secrets)] as const)
}

/** Moves several refs in one push, never forced; an empty commit deletes. Result by ref. */
export async function pushRefs(
  pusher: Pusher,
  refs: ReadonlyMap<string, ObjectId | ''>,
  { onlyAsk = false } = {},
): Promise<ReadonlyMap<string, Push>> {
  // A thin pack would need the old contents, which may not be here.
  const words = ['--no-thin', 'origin', ...[...refs].map(([ref, commit]) => `${commit}:${ref}`)]
  const ran = onlyAsk ? await pushed(pusher.git, ['--dry-run', ...words]) : await push(pusher, [...refs.keys()], words)
  return new Map([...refs.keys()].map((ref) => [ref, resultOf(ran, ref, pusher.secrets)]))
}

function push({ git, journal }: Pusher, refs: readonly string[], words: readonly string[]): Promise<Ran> {
  return journal.effect(`git push ${refs.join(' ')}`, () => pushed(git, words))
}

function pushed(git: GitCommand, words: readonly string[]): Promise<Ran> {
  return git(['push', '--porcelain', '--no-verify', ...words], { remote: true, accept: [0, 1, 128] })
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
