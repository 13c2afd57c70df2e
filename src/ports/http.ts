export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** The answer's body is read up to here; more is a `remote` error. Default 4 MiB. */
  readonly maxBytes?: number
  /** For headers and for each pause in the body; all attempts together get ten times that. Default 30 s. */
  readonly timeoutMs?: number
  /**
   * Attempts for 408, 5xx (with Retry-After), resets and time-outs. Default 5 for GET, HEAD and PUT, else 1. A 429 counts for
   * no attempt: it is waited for, unless this is 1.
   */
  readonly attempts?: number
  /** Redirects to follow, GET and HEAD only. Default 0. Credentials never cross an origin; https never becomes http. */
  readonly redirects?: number
  /**
   * URL of the server that told us to go to `url` (e.g. to a token server). From a public host that may not lead to a
   * loopback or private address; redirects are held to it by themselves.
   */
  readonly namedBy?: string
  /**
   * Where given, loopback and private addresses are refused but for these hosts (`host` or `host:port`), whether the URL
   * says so, its name resolves to one, or a redirect leads there.
   */
  readonly privateHosts?: readonly string[]
  /** True where the request changes state: it goes through the journal. */
  readonly effect?: boolean
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Where the answer came from, after redirects. */
  readonly url: string
}

/** What servers say of the time. */
export interface ServerTime {
  /**
   * How far this machine's clock is ahead of the time of the servers that were met (below zero: behind), by the one that is
   * nearest to ours: a single wrong server proves nothing. `undefined` where nobody told.
   */
  ahead(): { readonly milliseconds: number; readonly host: string } | undefined
}

export interface Http {
  /**
   * Sends a request. Any status is an answer; after the last attempt a 408 or 5xx is returned as it is, a 429 after minutes.
   * Fails with `remote` errors that name method, host, attempts and reason: `REMOTE_UNREACHABLE`, `REMOTE_TIMEOUT`,
   * `REMOTE_TOO_LARGE`, `REMOTE_TRUNCATED`, `REMOTE_ADDRESS_REFUSED`.
   */
  send(request: HttpRequest): Promise<HttpResponse>
}
