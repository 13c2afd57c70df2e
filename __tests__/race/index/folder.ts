import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStaticServer } from '../../support/servers/static-server.ts'
import type { PlaceUnderRace } from './place.ts'

/** A folder of this machine. Its writers meet at the lock: see `lock-watch.ts`. */
export const folder: PlaceUnderRace = {
  name: 'dir: in a folder',
  async open() {
    const path = await mkdtemp(join(tmpdir(), 'raced-folder-'))
    const index = () => readFile(join(path, 'index.yaml'))
    const web = await startStaticServer(index)
    return {
      address: `dir:${path}`,
      env: {},
      writes: /^no effect, but the lock$/,
      url: web.url,
      index,
      async [Symbol.asyncDispose]() {
        await web[Symbol.asyncDispose]()
        await rm(path, { recursive: true, force: true })
      },
    }
  },
}
