import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { Http, HttpRequest } from '../../ports/http.ts'

/** What one command says of itself beside its request; the SDK hands it on to the handler. */
export interface Exchange {
  readonly maxBytes?: number
  readonly attempts?: number
  readonly effect?: boolean
  /** Of the SDK's own options, by which it knows this for one of them. */
  readonly abortSignal?: never
}

/** As much of the SDK's request as a handler looks at. */
interface SdkRequest {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What our own client threw, so that it is not taken for a failure of the SDK. */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure'
  readonly thrown: unknown

  constructor(thrown: unknown) {
    super('our own client threw')
    this.thrown = thrown
  }
}

// Set by the client itself; none of them is signed but the host, which is the same.
const OWN_HEADERS = new Set(['host', 'expect', 'content-length', 'connection'])

/** Lets the SDK speak through our own client: with its proxies, authorities, bounds, pauses, and the journal of effects. */
export function handlerOver(http: Http): NonNullable<S3ClientConfig['requestHandler']> {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: SdkRequest, options: Exchange = {}) {
      const { maxBytes, attempts, effect } = options
      const sending = http.send({
        method: request.method as HttpRequest['method'],
        url: urlOf(request),
        headers: Object.fromEntries(
          Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())),
        ),
        ...(isBody(request.body) && { body: request.body }),
        ...(maxBytes !== undefined && { maxBytes }),
        ...(attempts !== undefined && { attempts }),
        ...(effect !== undefined && { effect }),
      })
      const { status, headers, body } = await sending.catch((thrown: unknown) => {
        throw new ClientFailure(thrown)
      })
      return {
        response: { statusCode: status, headers: { ...headers }, body: new Blob([new Uint8Array(body)]).stream() },
      }
    },
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  }
}

function urlOf({ protocol, hostname, port, path, query = {} }: SdkRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each) => `${escaped(name)}=${escaped(each)}`),
  )
  const search = pairs.length > 0 ? `?${pairs.sort().join('&')}` : ''
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`
}

// As RFC 3986 and the signature have it.
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
}

function isBody(body: unknown): body is Uint8Array | string {
  return typeof body === 'string' || body instanceof Uint8Array
}
