import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from '../../interop/tools.ts'
import type { IndexPlace, PlaceUnderRace } from './place.ts'
import { freePort, motoServer, serve } from './programs.ts'
import { serveIndex } from './web.ts'

const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIATESTTESTTEST',
  AWS_SECRET_ACCESS_KEY: 'secret-of-the-test',
  AWS_REGION: 'us-east-1',
}
const [BUCKET, PREFIX] = ['charts', 'stable']

/** An S3 server that keeps objects as files in a folder. */
export const versitygw: PlaceUnderRace = {
  name: 's3:// on versitygw',
  async open() {
    const found = await install('versitygw')
    if (!('file' in found)) return found
    const folder = await mkdtemp(join(tmpdir(), 'versitygw-'))
    await mkdir(join(folder, BUCKET))
    const port = await freePort()
    const env = { ROOT_ACCESS_KEY: KEYS.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: KEYS.AWS_SECRET_ACCESS_KEY }
    const server = await serve(found.file, ['--port', `127.0.0.1:${port}`, 'posix', folder], { port, env })
    const index = () => readFile(join(folder, BUCKET, PREFIX, 'index.yaml'))
    const web = await serveIndex(index)
    return placeAt(port, {
      index,
      url: web.url,
      async [Symbol.asyncDispose]() {
        await web[Symbol.asyncDispose]()
        await server[Symbol.asyncDispose]()
        await rm(folder, { recursive: true, force: true })
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
      port,
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
  port: number,
  rest: Pick<IndexPlace, 'index' | 'url' | typeof Symbol.asyncDispose>,
  query = '',
): IndexPlace {
  return {
    address: `s3://${BUCKET}/${PREFIX}?endpoint=http://127.0.0.1:${port}${query}`,
    env: KEYS,
    writes: /^PUT .*\/index\.yaml$/,
    ...rest,
  }
}
