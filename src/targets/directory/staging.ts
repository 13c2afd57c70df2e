import { join } from 'node:path'
import { createMemo } from '../../model/async/memoize.ts'
import { timeStamp } from '../../model/text.ts'
import type { Files } from '../../ports/files.ts'
import type { Clock, Journal } from '../../ports/process.ts'
import type { NamedFiles } from '../index/release-files.ts'
import { OWN_FOLDER } from './address.ts'
import type { FolderLocation } from './location.ts'

const DAY_MS = 24 * 3_600_000
const OURS = /^\d{8}T\d{6}Z-/

/**
 * Files of this run beside the index, before anybody sees them: in a folder for the runner's user alone, on the same file
 * system, so that they are shown by a rename.
 */
export interface Staging {
  put(files: NamedFiles): Promise<void>
  /** `undefined` if it was not put there, or was shown. */
  read(file: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** Moves a file to where consumers find it. */
  show(file: string): Promise<void>
  /** Removes files from where consumers find them. */
  withdraw(names: readonly string[]): Promise<void>
  /** Removes what is left of this run, and of runs that died more than a day ago. */
  clear(): Promise<void>
}

export interface Context {
  readonly place: FolderLocation
  readonly address: string
  readonly files: Files
  readonly clock: Clock
  readonly journal: Journal
}

export function openStaging({ place, address, files, clock, journal }: Context): Staging {
  const { shared } = files
  const made = createMemo<{ readonly own: string; readonly folder: string }>()

  async function make() {
    const folder = await place.make()
    return { folder, own: await shared.makePrivateFolder(join(folder, OWN_FOLDER, `${timeStamp(clock.now())}-`)) }
  }

  const own = () => made.get(make)

  return {
    async put(more) {
      for (const [name, content] of more) {
        await journal.effect(`stage ${name} in ${address}`, async () =>
          shared.write(join((await own()).own, name), content),
        )
      }
    },
    async read(file, maxBytes) {
      const staged = await made.held()
      return staged && shared.read(join(staged.own, file), maxBytes)
    },
    async show(file) {
      const { own: from, folder } = await own()
      await journal.effect(`show ${file} in ${address}`, () => shared.replace(join(from, file), join(folder, file)))
    },
    async withdraw(names) {
      const { folder } = await own()
      for (const file of names)
        await journal.effect(`remove ${file} from ${address}`, () => files.remove(join(folder, file)))
    },
    async clear() {
      const { folder, own: mine } = await own()
      made.forget()
      const yesterday = timeStamp(new Date(clock.now().getTime() - DAY_MS))
      const left = (await files.list(join(folder, OWN_FOLDER))).filter((name) => OURS.test(name) && name < yesterday)
      await journal.effect(`clear what was staged in ${address}`, async () => {
        await files.remove(mine)
        // Of another user they can't be removed, and harm nobody.
        for (const name of left) await files.remove(join(folder, OWN_FOLDER, name)).catch(() => undefined)
      })
    },
  }
}
