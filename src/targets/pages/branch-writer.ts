import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { SideClone } from '../../platform/platform.ts'
import type { TargetContext } from '../target.ts'
import { holds, reached, readTip, type Tip } from './tip.ts'

/** Of many writers at once one wins each time, so the last of twenty is through by then. */
const MAX_RACES = 24
const PAUSE_MS = 300
/** git's own words where somebody else was first, or is writing at this moment. */
const RACED =
  /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:lock|update ref)|already exists|incorrect old value/i

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
  commit(change: (clone: SideClone, tip: Tip) => Promise<Change>, leftovers?: readonly string[]): Promise<void>
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
  async function put(parent: ObjectId | undefined, change: Change, leftovers: readonly string[]) {
    const git = await clone()
    // GitHub's API changes branches and makes none.
    if (parent !== undefined && change.files.size > 0 && (await isVerified())) {
      const made = await github.commitOnBranch({ branch, parent, ...change })
      if (made.result === 'done') await clear(leftovers)
      return made.result === 'done' ? undefined : made.reason
    }
    const deletions = leftovers.map((each) => [each, ''] as const)
    const commit =
      change.files.size > 0 ? [[ref, await git.commit({ parent, ...change, at: clock.now() })] as const] : []
    if (commit.length + deletions.length === 0) return undefined
    const result = (await git.push(new Map([...commit, ...deletions]))).get(ref)
    return result?.result === 'rejected' ? result.reason : undefined
  }

  async function clear(leftovers: readonly string[]): Promise<void> {
    if (leftovers.length > 0) await (await clone()).push(new Map(leftovers.map((each) => [each, ''])))
  }

  return {
    async preflight() {
      try {
        await reached(`The branch ${branch} can't be published to`, async () => {
          const tip = await readTip(await clone(), branch)
          await requireRight(await clone(), tip, ref, clock.now())
        })
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
    async commit(change, leftovers = []) {
      let tip = await readTip(await clone(), branch)
      for (let race = 1; race <= MAX_RACES; race += 1) {
        const next = await change(await clone(), tip)
        const reason = await put(tip.commit, next, leftovers)
        if (reason === undefined) return
        const before = tip.commit
        tip = await readTip(await clone(), branch)
        if (tip.commit === before && !RACED.test(reason)) throw refused(branch, reason, tip)
        // Made, and the answer was lost: nobody else writes these very bytes of an index.
        if (tip.commit !== before && holdsAll(tip, next.files)) return void (await clear(leftovers))
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
async function requireRight(clone: SideClone, { commit: parent }: Tip, ref: string, at: Date): Promise<void> {
  const commit = await clone.commit({ parent, files: new Map(), message: 'preflight', at })
  const answer = await clone.push(new Map([[ref, commit]]), { onlyAsk: true })
  const push = answer.get(ref)
  if (push?.result === 'rejected') throw refused(ref.replace('refs/heads/', ''), push.reason, { commit: parent })
}

function holdsAll({ files }: Tip, wanted: Change['files']): boolean {
  return [...wanted].every(([path, content]) => {
    const there = files.get(path)
    return there !== undefined && holds(there, content)
  })
}

/** GitHub's own words for a rule that wants signed commits. */
const UNSIGNED = /verified signatures|signed commits/i

function refused(branch: string, reason: string, { commit }: Pick<Tip, 'commit'>): ReleaseError {
  const begin = `GitHub signs commits on a branch that is there, and ${branch} is not: make the branch once, with a commit that you sign, and run again.`
  return new ReleaseError('INDEX_UNREACHABLE', `The push to ${branch} was refused: ${reason}`, {
    hint:
      commit === undefined && UNSIGNED.test(reason)
        ? begin
        : 'Give the job `permissions: { contents: write }`; rules that stand on the branch must let it pass, or `verified-commits: true` lets GitHub sign the commit.',
  })
}
