import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, serve } from '../servers/program-server.ts'

export const s3Keys = {
  AWS_ACCESS_KEY_ID: 'AKIATESTTESTTEST',
  AWS_SECRET_ACCESS_KEY: 'secret-of-the-test',
  AWS_REGION: 'us-east-1',
} as const

export interface RealBucket extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly endpoint: string
  /** The folder that holds the bucket: a file for each object, as it is. */
  readonly folder: string
  /** Nobody listens any more; `restart` brings it back with what it holds. */
  stop(): Promise<void>
  restart(): Promise<void>
}

/** A bucket on an S3 server of its own, `program`, which keeps objects as files. Keys: `s3Keys`. */
export async function startVersitygw(program: string, bucket: string): Promise<RealBucket> {
  const root = await mkdtemp(join(tmpdir(), 'versitygw-'))
  await mkdir(join(root, bucket))
  const port = await freePort()
  const env = { ROOT_ACCESS_KEY: s3Keys.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: s3Keys.AWS_SECRET_ACCESS_KEY }
  const start = () => serve(program, ['--port', `127.0.0.1:${port}`, 'posix', root], { port, env })
  let server: AsyncDisposable | undefined = await start()
  const stop = async () => {
    await server?.[Symbol.asyncDispose]()
    server = undefined
  }
  return {
    endpoint: `http://127.0.0.1:${port}`,
    folder: join(root, bucket),
    stop,
    async restart() {
      await stop()
      server = await start()
    },
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}
