import { inBare, moveRef, type NewCommit, objectAt, writeWebCommit } from './bare.ts'
import type { Hub } from './hub.ts'
import type { Pull } from './pulls.ts'

/** What the button offers: one merge commit, all of it squashed into one with the title and text of the pull request, or the commits made anew. */
export type MergeMethod = 'merge' | 'squash' | 'rebase'

/** Merges a pull request as a person does with the button. Returns the new head of the base. */
export async function mergePull(hub: Hub, number: number, how: MergeMethod = 'merge'): Promise<string> {
  const pull = hub.pulls.find((candidate) => candidate.number === number && candidate.state === 'open')
  if (!pull) throw new Error(`there is no open pull request ${number}`)
  const base = await objectAt(hub.origin, `refs/heads/${pull.base}`)
  const head = await objectAt(hub.origin, `refs/heads/${pull.head}`)
  if (!base || !head) throw new Error(`a branch of pull request ${number} is gone`)
  const commit =
    how === 'rebase'
      ? await rebased(hub, base, head)
      : await writeWebCommit(hub.origin, await merged(hub, pull, { how, base, head }))
  if (!(await moveRef(hub.origin, `refs/heads/${pull.base}`, commit, base))) throw new Error(`${pull.base} moved`)
  pull.state = 'closed'
  pull.merged = true
  pull.mergedHead = head
  return commit
}

interface Sides {
  readonly how: MergeMethod
  readonly base: string
  readonly head: string
}

async function merged(
  hub: Hub,
  { number, head: branch, title, body }: Pull,
  { how, base, head }: Sides,
): Promise<NewCommit> {
  const [owner = ''] = hub.repository.split('/')
  const message =
    how === 'merge'
      ? `Merge pull request #${number} from ${owner}/${branch}\n\n${title}\n`
      : `${title} (#${number})\n\n${body ?? ''}\n`
  const tree = await treeOf(hub, ['merge-tree', '--write-tree', base, head])
  const parents = how === 'merge' ? [base, head] : [base]
  return { tree, parents, author: 'Ada <ada@example.test>', at: hub.now(), message }
}

/** Each commit with its own message and author on top of the base; the ids are new also where nothing was in between. */
async function rebased(hub: Hub, base: string, head: string): Promise<string> {
  const commits = await inBare(hub.origin, ['rev-list', '--reverse', '--no-merges', `${base}..${head}`])
  let tip = base
  for (const one of commits.split('\n')) {
    const tree = await treeOf(hub, ['merge-tree', '--write-tree', tip, one])
    const [author = '', ...message] = (await inBare(hub.origin, ['log', '-1', '--format=%an <%ae>%n%B', one])).split(
      '\n',
    )
    tip = await writeWebCommit(hub.origin, { tree, parents: [tip], author, at: hub.now(), message: message.join('\n') })
  }
  return tip
}

async function treeOf(hub: Hub, merge: readonly string[]): Promise<string> {
  return (await inBare(hub.origin, merge)).split('\n')[0] ?? ''
}
