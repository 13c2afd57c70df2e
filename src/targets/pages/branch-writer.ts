import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { conflictingRef, nameConflict } from '../../model/git/refs.ts'
import type { Push, SideClone } from '../../ports/git.ts'
import type { TargetContext } from '../target.ts'
import { type BranchHead, holds, reached, readBranchHead } from './branch-head.ts'

/** Of many writers at once one wins each time, so the last of twenty is through by then. */
const MAX_RACES = 24
const PAUSE_MS = 300
/** How often a commit is made whose answer was lost and that the branch does not have; git's pushes were repeated by then. */
const MAX_LOST = 2

export interface Change {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly message: string
}

export interface BranchWriter {
  preflight(): Promise<readonly ReleaseError[]>
  /**
   * Puts one commit on the branch, made anew on whatever others push meanwhile; nothing where nothing changes. `leftovers` are
   * refs to delete with it. Fails with `INDEX_BUSY`, `INDEX_UNREACHABLE`, `GIT_PUSH_REFUSED`.
   */
  commit(change: (clone: SideClone, tip: BranchHead) => Promise<Change>, leftovers?: readonly string[]): Promise<void>
}

interface Options {
  readonly branch: string
  readonly context: Pick<TargetContext, 'clock' | 'github' | 'settings'>
  readonly clone: () => Promise<SideClone>
}

export function createBranchWriter({ branch, context, clone }: Options): BranchWriter {
  const ref = `refs/heads/${branch}`
  const { clock, github, settings } = context

  /** Whether GitHub makes and signs the commit: by choice, or because a rule of the branch asks for it. */
  async function isVerified(): Promise<boolean> {
    if (settings.verifiedCommits !== undefined) return settings.verifiedCommits
    return ((await github.branchRules(branch)) ?? []).some(({ type }) => type === 'required_signatures')
  }

  /** `undefined` when it is there, else why not. */
  async function put(
    parent: ObjectId | undefined,
    change: Change,
    leftovers: readonly string[],
  ): Promise<Refusal | undefined> {
    const git = await clone()
    // GitHub's API changes branches and makes none.
    if (parent !== undefined && change.files.size > 0 && (await isVerified())) {
      const made = await github.commitOnBranch({ branch, parent, ...change })
      if (made.result === 'done') await clear(leftovers)
      return made.result === 'done' ? undefined : { ...made, wasRepeated: true }
    }
    const deletions = leftovers.map((each) => [each, ''] as const)
    const commit =
      change.files.size > 0 ? [[ref, await git.commit({ parent, ...change, at: clock.now() })] as const] : []
    if (commit.length + deletions.length === 0) return undefined
    const result = (await git.push(new Map([...commit, ...deletions]))).get(ref)
    return result?.result === 'rejected' ? result : undefined
  }

  async function clear(leftovers: readonly string[]): Promise<void> {
    if (leftovers.length > 0) await (await clone()).push(new Map(leftovers.map((each) => [each, ''])))
  }

  return {
    async preflight() {
      try {
        await reached(`The branch ${branch} can't be published to`, async () => {
          const tip = await readBranchHead(await clone(), branch)
          if (tip.commit === undefined) await requireName(await clone(), ref)
          await requireRight(await clone(), tip, ref, clock.now())
        })
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
    async commit(change, leftovers = []) {
      let tip = await readBranchHead(await clone(), branch)
      let lost = 0
      for (let race = 1; race <= MAX_RACES; race += 1) {
        const next = await change(await clone(), tip)
        const refusal = await put(tip.commit, next, leftovers)
        if (refusal === undefined) return
        const before = tip.commit
        tip = await readBranchHead(await clone(), branch)
        // Made, and the answer was lost: nobody else writes these very bytes of an index.
        if (tip.commit !== before && holdsAll(tip, next.files)) return void (await clear(leftovers))
        if (refusal.cause === 'lost') lost += refusal.wasRepeated ? MAX_LOST + 1 : 1
        if (refusal.cause === 'refused' || refusal.cause === 'name' || lost > MAX_LOST)
          throw refused(branch, refusal, tip)
        await clock.sleep(PAUSE_MS * clock.random() * Math.min(race, 8))
      }
      throw new ReleaseError(
        'INDEX_BUSY',
        `${branch} was changed by others each time this run tried to write its index.`,
        {
          hint: 'Run again when fewer runs publish to it at once.',
        },
      )
    },
  }
}

/** Asks without doing it: a commit of no files, for the branch or on top of it. */
async function requireRight(clone: SideClone, { commit: parent }: BranchHead, ref: string, at: Date): Promise<void> {
  const commit = await clone.commit({ parent, files: new Map(), message: 'preflight', at })
  const answer = await clone.push(new Map([[ref, commit]]), { onlyAsk: true })
  const push = answer.get(ref)
  if (push?.result === 'rejected') throw refused(ref.replace('refs/heads/', ''), push, { commit: parent })
}

/** A push would say so too late, and a push that only asks does not see it. */
async function requireName(clone: SideClone, ref: string): Promise<void> {
  const there = conflictingRef(ref, await clone.refs('refs/heads/'))
  if (there !== undefined) throw nameConflict(ref, there, nameHint(there))
}

function nameHint(there: string): string {
  const name = there.replace('refs/heads/', '')
  return `Name another branch in the target, or rename the one that is there: git push origin ${there}:refs/heads/NEW-NAME && git push origin --delete ${name}`
}

function holdsAll({ files }: BranchHead, wanted: Change['files']): boolean {
  return [...wanted].every(([path, content]) => {
    const there = files.get(path)
    return there !== undefined && holds(there, content)
  })
}

/** GitHub's own words for a rule that wants signed commits. */
const UNSIGNED = /verified signatures|signed commits/i

type Refusal = Extract<Push, { readonly result: 'rejected' }> & {
  /** It was asked for as often as makes sense. */
  readonly wasRepeated?: true
}

const RIGHTS =
  'Give the job `permissions: { contents: write }`; rules that stand on the branch must let it pass, or `verified-commits: true` lets GitHub sign the commit.'
const AWAY =
  'The connection broke, and the branch does not have the commit. Run again when the git server can be reached: what is there already is not made again.'

function refused(branch: string, { reason, cause }: Refusal, { commit }: Pick<BranchHead, 'commit'>): ReleaseError {
  if (cause === 'name') {
    const what = `The branch ${branch} can't be created beside another one: ${reason}`
    return new ReleaseError('GIT_NAME_CONFLICT', what, { hint: 'Name another branch in the target.' })
  }
  const begin = `GitHub signs commits on a branch that is there, and ${branch} is not: make the branch once, with a commit that you sign, and run again.`
  const isUnsigned = commit === undefined && UNSIGNED.test(reason)
  const outcome = cause === 'lost' ? 'got no answer' : 'was refused'
  return new ReleaseError('INDEX_UNREACHABLE', `The push to ${branch} ${outcome}: ${reason}`, {
    hint: cause === 'lost' ? AWAY : isUnsigned ? begin : RIGHTS,
  })
}
