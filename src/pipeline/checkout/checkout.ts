import { readFileAt } from '../../chart/source/file-at.ts'
import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { isMergedRef } from '../../model/git/refs.ts'
import type { Git } from '../../ports/git.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import { checkedOutElsewhere, isOrigin, otherRepository } from './other-repository.ts'

/** A commit whose files can be read, in the checkout's repository or in a clone beside it. */
interface Readable {
  readonly commit: ObjectId
  readonly files: Pick<Git, 'tree' | 'blobs'>
}

/**
 * What is checked out, and whose word counts. The rule, stated here once: **a commit is trusted only if origin shows it on
 * the branch or tag of the run, or on the default branch** (`isMergedRef` says which refs can do that). Otherwise the
 * settings of the base apply, and a place, a signer or a key that only the checkout names is neither contacted nor trusted.
 */
export interface Checkout {
  readonly head: ObjectId
  /** Where origin shows the head; `undefined`: nowhere that counts, so the checkout is not trusted. */
  readonly shownOn: 'ref' | 'default branch' | undefined
  /** The repository that origin is, if the server has it under another name than that of the run: `acme/other`. */
  readonly elsewhere?: string
  /** The commit that settings are read from: the head if it is trusted, else the base. */
  readonly settled: ObjectId
  /** A file of that commit, through links that stay inside it; `undefined` if there is none. Fails with `WORKSPACE_PATH_REFUSED`. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** The same file of the head, whether it counts or not. */
  readAtHead(path: string, maxBytes: number): Promise<Uint8Array | undefined>
}

/**
 * Finds out whether the checkout is trusted. No server is asked when the run's own commit is checked out. Fails when origin
 * can't be asked, and with `BASE_UNKNOWN` if an untrusted checkout has no base whose settings could apply.
 */
export async function openCheckout(git: Git, facts: RunnerFacts): Promise<Checkout> {
  const head = await git.head()
  const isOwn = await isRunsOwn(git, facts, head)
  const address = await git.originAddress()
  const elsewhere = otherRepository(address, facts)
  const origin = isOwn || !isOrigin(address, facts) ? undefined : address
  const shownOn = isOwn ? 'ref' : await placeOf(git, facts, { head, origin })
  const settled = shownOn ? { commit: head, files: git } : await baseOf(git, facts, { head, origin, elsewhere })
  return {
    head,
    shownOn,
    ...(elsewhere !== undefined && { elsewhere }),
    settled: settled.commit,
    read: (path, maxBytes) => readFileAt(settled.files, settled.commit, path, maxBytes),
    readAtHead: (path, maxBytes) => readFileAt(git, head, path, maxBytes),
  }
}

/**
 * Whether GitHub itself says that the head is on the ref of the run, by `GITHUB_REF` and `GITHUB_SHA`. What checkout fetched of
 * the branch must not say otherwise: it may have been rewritten since.
 */
async function isRunsOwn(git: Git, { ref, sha }: RunnerFacts, head: ObjectId): Promise<boolean> {
  if (!isMergedRef(ref) || head !== sha) return false
  const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1]
  const fetched = branch === undefined ? undefined : await git.resolve(`refs/remotes/origin/${branch}`)
  return fetched === undefined || fetched === head || git.isAncestor(head, fetched)
}

interface Asked {
  readonly head: ObjectId
  /** `undefined`: origin is another repository, and nothing that it shows counts. */
  readonly origin: string | undefined
  readonly elsewhere?: string | undefined
}

async function placeOf(git: Git, facts: RunnerFacts, { head, origin }: Asked): Promise<Checkout['shownOn']> {
  const counts = isMergedRef(facts.ref)
  // The run's own commit on a ref that does not count: a merge of a pull request, or an entry of a queue.
  if (origin === undefined || (!counts && head === facts.sha)) return undefined
  if (counts && (await shows(git, facts.ref, head))) return 'ref'
  return (await shows(git, 'HEAD', head)) ? 'default branch' : undefined
}

async function shows(git: Git, ref: string, head: ObjectId): Promise<boolean> {
  try {
    const tip = await git.fetchRef(ref)
    return tip !== undefined && (tip === head || (await git.isAncestor(head, tip)))
  } catch (error) {
    const { code, message, hint } = asReleaseError(error)
    const what = `Whether origin shows the checkout (${shortCommit(head)}) on ${nameOf(ref)} can't be found out`
    throw new ReleaseError(code, `${what}: ${message}`, { hint, cause: error })
  }
}

/** The base of an untrusted checkout: the run's own commit, or the newest of the branch that the proposal is for. */
async function baseOf(git: Git, facts: RunnerFacts, { head, origin, elsewhere }: Asked): Promise<Readable> {
  const { base, baseBranch, eventName } = facts
  const branches = [...(baseBranch === undefined ? [] : [`refs/heads/${baseBranch}`]), 'HEAD']
  const own = facts.sha === head ? [facts.ref] : [facts.sha, facts.ref]
  const refs = isMergedRef(facts.ref) ? own : branches
  // The base of a queue's entry may be the entry before it.
  const ofPull = base !== undefined && baseBranch !== undefined && eventName !== 'merge_group' ? [base] : []
  const candidates = [...(origin === undefined ? refs.filter((ref) => ref === facts.sha) : refs), ...ofPull]
  const failures: unknown[] = []
  for (const candidate of candidates) {
    try {
      const found = await readable(git, candidate)
      if (found) return found
    } catch (error) {
      failures.push(error)
    }
  }
  // A proposal may well be checked out from a fork; a run on a branch or tag is about its own repository.
  if (elsewhere !== undefined && isMergedRef(facts.ref)) throw checkedOutElsewhere(elsewhere, facts)
  throw noBase(head, candidates.map(nameOf), failures[0])
}

async function readable(git: Git, candidate: string): Promise<Readable | undefined> {
  const isCommit = /^[0-9a-f]{40,64}$/.test(candidate)
  if (isCommit && (await git.resolve(candidate)) === candidate) return { commit: candidate, files: git }
  // Of a shallow checkout `git fetch` would bring the whole history.
  const clone = await git.sideClone()
  const commit = await clone.fetchTip(candidate, { contents: false })
  return commit === undefined ? undefined : { commit, files: clone }
}

function noBase(head: ObjectId, asked: readonly string[], cause: unknown): ReleaseError {
  const why = cause === undefined ? '' : `: ${asReleaseError(cause).message}`
  const places = asked.length === 0 ? 'origin is another repository' : `looked for: ${asked.join(', ')}`
  const text = `The checkout (${shortCommit(head)}) is not merged, and the commit whose settings apply instead can't be read (${places})${why}`
  return new ReleaseError('BASE_UNKNOWN', text.replace(/\.?$/, '.'), {
    hint: 'Let actions/checkout clone the repository of the workflow, and keep its credentials (`persist-credentials: true`), so that origin can be asked for the base branch.',
    cause,
  })
}

function nameOf(ref: string): string {
  return ref === 'HEAD' ? 'the default branch' : ref
}
