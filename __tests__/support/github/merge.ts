import { inBare, moveRef, objectAt, writeWebCommit } from './bare.ts'
import type { Hub } from './hub.ts'

/** Merges a pull request as a person does with the button: one merge commit, or all of it squashed into one. Returns the commit. */
export async function mergePull(hub: Hub, number: number, how: 'merge' | 'squash' = 'merge'): Promise<string> {
  const pull = hub.pulls.find((candidate) => candidate.number === number && candidate.state === 'open')
  if (!pull) throw new Error(`there is no open pull request ${number}`)
  const base = await objectAt(hub.origin, `refs/heads/${pull.base}`)
  const head = await objectAt(hub.origin, `refs/heads/${pull.head}`)
  if (!base || !head) throw new Error(`a branch of pull request ${number} is gone`)
  const [tree = ''] = (await inBare(hub.origin, ['merge-tree', '--write-tree', base, head])).split('\n')
  const [owner = ''] = hub.repository.split('/')
  const message =
    how === 'merge'
      ? `Merge pull request #${number} from ${owner}/${pull.head}\n\n${pull.title}\n`
      : `${pull.title} (#${number})\n\n${pull.body ?? ''}\n`
  const parents = how === 'merge' ? [base, head] : [base]
  const author = 'Ada <ada@example.test>'
  const commit = await writeWebCommit(hub.origin, { tree, parents, author, at: hub.now(), message })
  if (!(await moveRef(hub.origin, `refs/heads/${pull.base}`, commit, base))) throw new Error(`${pull.base} moved`)
  pull.state = 'closed'
  pull.merged = true
  return commit
}
