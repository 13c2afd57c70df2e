import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../../../src/ports/files.ts'

/**
 * Under a lock nobody writes in vain. What takes the place of a refused write is an index that another process changed
 * between the moment all of them stood at the lock and the turn of this one: `onOther` is told.
 */
export function watchLock(files: Files, gate: () => Promise<void>, onOther: () => void): Files {
  const { shared } = files
  return {
    ...files,
    shared: {
      ...shared,
      async locked(file, waitMs, work) {
        const index = () => readFile(join(dirname(file), '..', 'index.yaml'), 'utf8').catch(() => undefined)
        const before = await index()
        await gate()
        return shared.locked(file, waitMs, async () => {
          if ((await index()) !== before) onOther()
          return work()
        })
      },
    },
  }
}
