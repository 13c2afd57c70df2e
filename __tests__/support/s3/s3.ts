import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deliver, type Fault, isCarriedOut } from '../registry/fault.ts'
import { type Rules, refusal, route, type StoredObject } from './objects.ts'
import { type Keys, refusedSignature } from './signature-v4.ts'

export { refusal, type StoredObject } from './objects.ts'

export interface SeenS3Request {
  readonly method: string
  readonly key: string
  readonly headers: IncomingMessage['headers']
}

export interface TestS3 extends AsyncDisposable {
  readonly url: string
  readonly bucket: string
  /** The environment of who may use it. */
  readonly environment: Readonly<Record<string, string>>
  readonly requests: readonly SeenS3Request[]
  /** Everything in the bucket, to look at and to meddle with. */
  readonly objects: Map<string, StoredObject>
  /** What goes wrong from now on. */
  disturb(onRequest: ((request: SeenS3Request) => Fault | undefined) | undefined): void
  stop(): Promise<void>
}

export interface S3Options extends Partial<Rules> {
  readonly sessionToken?: string
}

/** S3 with one bucket in this process, on loopback: addresses by path, every signature checked. */
export async function startS3({ list = true, conditional = true, sessionToken }: S3Options = {}): Promise<TestS3> {
  const bucket = 'charts'
  const keys: Keys = {
    accessKeyId: 'AKIATESTTESTTEST',
    secretAccessKey: 'secret/key+of/the-bucket',
    ...(sessionToken !== undefined && { sessionToken }),
  }
  const objects = new Map<string, StoredObject>()
  const requests: SeenS3Request[] = []
  let disturbing: ((request: SeenS3Request) => Fault | undefined) | undefined
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.destroy(error as Error))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const [method, headers] = [request.method ?? '', request.headers]
    const url = new URL(request.url ?? '/', `http://${headers.host}`)
    const [, found, ...rest] = url.pathname.split('/').map(decodeURIComponent)
    const seen = { method, key: rest.join('/'), headers }
    requests.push(seen)
    const signed = { method, url, headers, body: Buffer.concat(chunks) }
    const fault = disturbing?.(seen)
    const answer = () => {
      const refused = refusedSignature(signed, keys)
      if (refused) return refusal(403, refused)
      if (found !== bucket) return refusal(404, 'NoSuchBucket')
      return route(signed, seen.key, objects, { list, conditional })
    }
    deliver(response, isCarriedOut(fault) ? answer() : refusal(500, 'InternalError'), fault)
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    environment: {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
    },
    requests,
    objects,
    disturb: (next) => {
      disturbing = next
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
