import { openReleaseStore } from '../github-releases/release-store.ts'
import { notesOnly } from '../github-releases/uploads.ts'
import type { IndexStore } from '../index/store.ts'
import type { TargetContext } from '../target.ts'
import type { PagesAddress } from './address.ts'

/** Archives as assets of GitHub Releases, the index on a branch. A release is published before the index leads to it. */
export function openReleaseAssets(
  branch: IndexStore,
  { address, neverLatest }: Pick<PagesAddress, 'address' | 'neverLatest'>,
  context: TargetContext,
): IndexStore {
  const { github, facts } = context
  const place = { repository: facts.repository, github, address, neverLatest, text: notesOnly }
  const { archiveUrl, stage, read, readListed, has, digestOf, isRevealed, sweep, ...store } = openReleaseStore(
    place,
    context,
  )
  return {
    ...branch,
    ...{ archiveUrl, stage, read, readListed, has, digestOf, isRevealed, sweep },
    async preflight(refs) {
      if (refs[0]) store.tagOf(refs[0])
      const problems = await branch.preflight([])
      return problems.length > 0 ? problems : store.problems(refs)
    },
    removal: (file, ref) => (ref ? store.removal(file, ref) : branch.removal(file)),
    reveal: async (ref) => void (await store.reveal(ref)),
  }
}
