import { createMemo } from '../../model/async/memoize.ts'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { timeStamp } from '../../model/text.ts'
import type { SideClone } from '../../ports/git.ts'
import type { Clock } from '../../ports/process.ts'
import type { NamedFiles } from '../index/release-files.ts'
import { reached } from './branch-head.ts'

/** Refs that no clone fetches, no list of branches shows and GitHub Pages does not serve. */
const STAGING = 'refs/release-charts/staging/'
const OURS = /^\d{8}T\d{6}Z-[0-9a-z]+$/
const DAY_MS = 24 * 3_600_000

/** Files of this run on the server before anybody sees them. They are sent when they are first read back, all in one push. */
export interface Staging {
  put(files: NamedFiles): void
  has(file: string): boolean
  /** Read back from the server by a clone that did not write it. */
  read(file: string): Promise<Uint8Array | undefined>
  /** Refs that are no longer needed: this run's, and those of runs that died more than a day ago. */
  leftovers(): Promise<readonly string[]>
}

interface Clones {
  readonly writer: () => Promise<SideClone>
  readonly reader: () => Promise<SideClone>
  readonly clock: Clock
}

interface Stored {
  readonly commit: ObjectId
  readonly objects: ReadonlyMap<string, ObjectId>
}

export function openStaging({ writer, reader, clock }: Clones): Staging {
  const files = new Map<string, Uint8Array>()
  const ref = `${STAGING}${timeStamp(clock.now())}-${Math.floor(clock.random() * 36 ** 8).toString(36)}`
  const sent = createMemo<Stored>()
  let last: Promise<Stored | undefined> = Promise.resolve(undefined)

  async function send(before: Stored | undefined): Promise<Stored> {
    const clone = await writer()
    const draft = {
      parent: before?.commit,
      files: new Map(files),
      message: 'Staged by release-charts',
      at: clock.now(),
    }
    const commit = await clone.commit(draft)
    const push = (await clone.push(new Map([[ref, commit]]))).get(ref)
    if (push?.result === 'rejected') throw stagingRefused(push.reason, push.cause === 'lost' ? AWAY : undefined)
    return reached('What was staged could not be read back', async () => {
      const fresh = await reader()
      const tip = await fresh.fetchTip(ref, { contents: true })
      if (tip !== commit) throw stagingRefused(`it holds ${tip ?? 'nothing'} where ${commit} was pushed`)
      return { commit, objects: new Map((await fresh.tree(tip)).map(({ path, object }) => [path, object])) }
    })
  }

  const sending = () =>
    sent.get(() => {
      const next = last.then(send)
      last = next.catch(() => undefined)
      return next
    })

  return {
    put(more) {
      for (const [name, content] of more) files.set(name, content)
      sent.forget()
    },
    has: (file) => files.has(file),
    async read(file) {
      const { objects } = await sending()
      const object = objects.get(file)
      if (object === undefined) return undefined
      const fresh = await reader()
      return (await reached(`${file} could not be read back`, () => fresh.blobs([object], Infinity))).get(object)
    },
    async leftovers() {
      const all = await (await writer()).refs(STAGING)
      const yesterday = timeStamp(new Date(clock.now().getTime() - DAY_MS))
      const isLeft = (name: string) => OURS.test(name) && name < yesterday
      return all.filter((each) => each === ref || isLeft(each.slice(STAGING.length)))
    },
  }
}

const AWAY = 'The connection broke. Run again when the git server can be reached: nothing was published.'

function stagingRefused(reason: string, hint = 'Give the job `permissions: { contents: write }`.'): ReleaseError {
  return new ReleaseError('INDEX_UNREACHABLE', `Files could not be staged on the git server: ${reason}`, { hint })
}
