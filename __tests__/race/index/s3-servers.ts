import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { install } from '../../interop/tools.ts'
import { s3Keys, startVersitygw } from '../../support/s3/versitygw.ts'
import { motoServer } from '../../support/servers/moto.ts'
import { freePort, serve } from '../../support/servers/program-server.ts'
import { startStaticServer } from '../../support/servers/static-server.ts'
import type { IndexPlace, PlaceUnderRace } from './place.ts'

const [BUCKET, PREFIX] = ['charts', 'stable']

/** An S3 server that keeps objects as files in a folder. */
export const versitygw: PlaceUnderRace = {
  name: 's3:// on versitygw',
  async open() {
    const found = await install('versitygw')
    if (!('file' in found)) return found
    const bucket = await startVersitygw(found.file, BUCKET)
    const index = () => readFile(join(bucket.folder, PREFIX, 'index.yaml'))
    const web = await startStaticServer(index)
    return placeAt(bucket.endpoint, {
      index,
      url: web.url,
      async [Symbol.asyncDispose]() {
        await web[Symbol.asyncDispose]()
        await bucket[Symbol.asyncDispose]()
      },
    })
  },
}

/** AWS's own APIs in memory, in Python. It serves what is public to who has no keys. */
export const moto: PlaceUnderRace = {
  name: 's3:// on moto',
  async open() {
    const program = await motoServer()
    if (typeof program !== 'string') return program
    const port = await freePort()
    const server = await serve(program, ['-H', '127.0.0.1', '-p', `${port}`], { port })
    const bucket = `http://127.0.0.1:${port}/${BUCKET}`
    await fetch(bucket, { method: 'PUT' })
    return placeAt(
      `http://127.0.0.1:${port}`,
      {
        index: async () => Buffer.from(await (await fetch(`${bucket}/${PREFIX}/index.yaml`)).arrayBuffer()),
        url: `${bucket}/${PREFIX}`,
        [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
      },
      '&acl=public-read',
    )
  },
}

function placeAt(
  endpoint: string,
  rest: Pick<IndexPlace, 'index' | 'url' | typeof Symbol.asyncDispose>,
  query = '',
): IndexPlace {
  return {
    address: `s3://${BUCKET}/${PREFIX}?endpoint=${endpoint}${query}`,
    env: s3Keys,
    writes: /^PUT .*\/index\.yaml$/,
    ...rest,
  }
}
