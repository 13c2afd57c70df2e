import type { ObjectId } from '../../model/chart.ts'
import type { Run } from '../run.ts'

/** Whether a commit stands right on `parent` and holds the same files as the wanted one: only time and author differ. */
export async function isSameOnTop(
  { platform: { git } }: Run,
  parent: ObjectId,
  { commit, wanted }: { readonly commit: ObjectId; readonly wanted: ObjectId },
): Promise<boolean> {
  if ((await git.resolve(`${commit}^`)) !== parent) return false
  const [there, ours] = await Promise.all([git.resolveTree(commit), git.resolveTree(wanted)])
  return there === ours
}
