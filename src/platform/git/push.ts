import { setTimeout } from 'node:timers/promises'
import { type Backoff, backoffMs } from '../../model/async/backoff.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Push } from '../../ports/git.ts'
import type { Journal, Ran } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { failure, type GitCommand } from './command.ts'
import { isAsWanted, outcomeOf } from './push-outcome.ts'
import { isStalled } from './stalls.ts'

/** The inputs of a push besides its refs. */
export interface Pusher {
  readonly git: GitCommand
  readonly journal: Journal
  readonly secrets: Secrets
}

/** Of more than three tags in one push GitHub raises no events. */
const TAGS_WITH_EVENTS = 3
/** An easy fit for a command line. */
const TAGS_A_PUSH = 100
/** Each push mostly waits for the server, which accepts several with different refs. */
const PUSHES_AT_ONCE = 4
/** How often to push again if the answer is lost and origin does not have the commit. */
const PUSHES = 3
const BACKOFF: Backoff = { firstMs: 500, growth: 'add' }

/** A name that is never pushed. */
const ASKED_FOR = 'refs/heads/release-charts-may-push'

/** See `Git.pushProblem`: a dry run contacts the server like any push, and ends before it sends anything. */
export async function pushProblem({ git, secrets }: Pusher): Promise<ReleaseError | undefined> {
  const ran = await pushed(git, ['--dry-run', 'origin', `HEAD:${ASKED_FOR}`])
  const problem = ran.exitCode === 0 ? undefined : await failure({ git, secrets }, ['push'], ran)
  return problem?.code === 'GIT_DENIED' ? problem : undefined
}

/** Pushes without force; a refusal is a result with git's own reason. */
export async function pushBranch(pusher: Pusher, commit: ObjectId, branch: string): Promise<Push> {
  const ref = `refs/heads/${branch}`
  return one(await settled(pusher, new Map([[ref, commit]]), (refs) => ['origin', ...specsOf(refs)]), ref)
}

interface Move {
  readonly from: ObjectId | undefined
  /** Empty deletes the branch. */
  readonly to: ObjectId | ''
}

/** Moves a branch that is ours alone; with the lease the server refuses if someone moved it in the meantime. */
export async function replaceBranch(pusher: Pusher, branch: string, { from, to }: Move): Promise<Push> {
  const ref = `refs/heads/${branch}`
  const lease = `--force-with-lease=${ref}:${from ?? ''}`
  return one(await settled(pusher, new Map([[ref, to]]), (refs) => [lease, 'origin', ...specsOf(refs)]), ref)
}

/**
 * Create-only: with the empty lease the server refuses a tag that already exists, also in a race. A server may refuse a
 * push because of one of its tags, so tags that were refused together are tried once more one by one.
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

/** By the server, and not because it already exists. */
function isRefused(push: Push | undefined): boolean {
  return push?.result === 'rejected' && push.cause === 'refused'
}

type Tag = readonly [string, ObjectId]

async function pushTagsBy(size: number, pusher: Pusher, tags: readonly Tag[]): Promise<Map<string, Push>> {
  const batches = Array.from({ length: Math.ceil(tags.length / size) }, (_, index) =>
    tags.slice(index * size, (index + 1) * size),
  )
  const results = await mapConcurrent(batches, PUSHES_AT_ONCE, (batch) => pushTags(pusher, batch))
  return new Map(results.flat())
}

async function pushTags(pusher: Pusher, batch: readonly Tag[]) {
  const wanted = new Map(batch.map(([tag, commit]) => [`refs/tags/${tag}`, commit] as const))
  const results = await settled(pusher, wanted, (refs) => [
    ...[...refs.keys()].map((ref) => `--force-with-lease=${ref}:`),
    'origin',
    ...specsOf(refs),
  ])
  return batch.map(([tag]) => [tag, one(results, `refs/tags/${tag}`)] as const)
}

/** Moves several refs in one push, never forced; an empty commit deletes. Results by ref. */
export async function pushRefs(
  pusher: Pusher,
  refs: Refs,
  { onlyAsk = false } = {},
): Promise<ReadonlyMap<string, Push>> {
  // A thin pack would need the old contents, which may be missing here.
  const words = (some: Refs) => ['--no-thin', 'origin', ...specsOf(some)]
  if (!onlyAsk) return settled(pusher, refs, words)
  const ran = await pushed(pusher.git, ['--dry-run', ...words(refs)])
  return new Map([...refs.keys()].map((ref) => [ref, outcomeOf(ran, ref, pusher.secrets)]))
}

/** Commits by ref; an empty one means no ref. */
type Refs = ReadonlyMap<string, ObjectId | ''>

const specsOf = (refs: Refs) => [...refs].map(([ref, commit]) => `${commit}:${ref}`)

function one(results: ReadonlyMap<string, Push>, ref: string): Push {
  return results.get(ref) ?? { result: 'rejected', reason: `git said nothing of ${ref}`, cause: 'lost' }
}

/**
 * Pushes, and checks origin if no answer came: refs that are as intended count as done, and the rest is pushed again, a
 * few times. Results by ref.
 */
async function settled(
  pusher: Pusher,
  wanted: Refs,
  words: (refs: Refs) => readonly string[],
): Promise<ReadonlyMap<string, Push>> {
  const results = new Map<string, Push>()
  let left = wanted
  for (let attempt = 1; ; attempt += 1) {
    const ran = await push(pusher, [...left.keys()], words(left))
    for (const ref of left.keys()) results.set(ref, outcomeOf(ran, ref, pusher.secrets))
    const lost = [...left].filter(([ref]) => isLost(results.get(ref)))
    const there = lost.length === 0 ? undefined : await refsOfOrigin(pusher.git, lost)
    if (!there) return results
    const missing = lost.filter(([ref, commit]) => !isAsWanted(there, ref, commit))
    for (const [ref] of lost) if (!missing.some(([each]) => each === ref)) results.set(ref, { result: 'done' })
    // Each time-out takes a whole minute.
    if (missing.length === 0 || attempt === PUSHES || isStalled(ran) || ran.killed) return results
    left = new Map(missing)
    await setTimeout(backoffMs(BACKOFF, attempt))
  }
}

function isLost(push: Push | undefined): boolean {
  return push?.result === 'rejected' && push.cause === 'lost'
}

/** `undefined` if origin can't be read either. */
async function refsOfOrigin(
  git: GitCommand,
  refs: readonly (readonly [string, unknown])[],
): Promise<ReadonlyMap<string, ObjectId> | undefined> {
  const names = refs.map(([ref]) => ref)
  const ran = await git(['ls-remote', 'origin', ...names], { remote: true, accept: [0, 1, 128] }).catch(() => undefined)
  if (ran?.exitCode !== 0) return undefined
  const lines = Buffer.from(ran.stdout).toString().trim().split('\n')
  return new Map(lines.map((line) => line.split('\t')).map(([object = '', ref = '']) => [ref, object]))
}

function push({ git, journal }: Pusher, refs: readonly string[], words: readonly string[]): Promise<Ran> {
  return journal.effect(`git push ${refs.join(' ')}`, () => pushed(git, words))
}

function pushed(git: GitCommand, words: readonly string[]): Promise<Ran> {
  const call = { remote: true, accept: [0, 1, 128], killedToo: true }
  return git(['push', '--porcelain', '--no-verify', ...words], call)
}
