// Requests to servers, and the time according to them. Implemented in src/platform/http.

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** Longest body that is read; a longer one is a `remote` error. Default 4 MiB. */
  readonly maxBytes?: number
  /** Limit for the headers and for each pause in the body; all attempts together get ten times that. Default 30 s. */
  readonly timeoutMs?: number
  /**
   * Attempts for 408, 5xx (with Retry-After), resets and time-outs. Default 5 for GET, HEAD and PUT, else 1. A 429 does
   * not count as an attempt: it is waited out, unless this is 1.
   */
  readonly attempts?: number
  /** Redirects to follow, GET and HEAD only. Default 0. Credentials never cross an origin; https never becomes http. */
  readonly redirects?: number
  /**
   * URL of the server that referred us to `url` (e.g. to a token server). A public host must not refer to a loopback or
   * private address; redirects are checked the same way.
   */
  readonly namedBy?: string
  /**
   * If given, loopback and private addresses are refused except for these hosts (`host` or `host:port`), whether the
   * URL is one, its name resolves to one, or a redirect leads there.
   */
  readonly privateHosts?: readonly string[]
  /** Whether the request changes state: then it goes through the journal. */
  readonly effect?: boolean
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The URL that answered, after redirects. */
  readonly url: string
}

/** The time according to servers. */
export interface ServerTime {
  /**
   * How far this machine's clock is ahead of the servers' (below zero: behind), by the server that is nearest to ours:
   * a single wrong server proves nothing. `undefined` if no server sent a time.
   */
  ahead(): { readonly milliseconds: number; readonly host: string } | undefined
}

export interface Http {
  /**
   * Sends a request and returns any status; after the last attempt a 408 or 5xx is returned as it is, a 429 after
   * minutes. Fails with `remote` errors that name method, host, attempts and reason: `REMOTE_UNREACHABLE`,
   * `REMOTE_TIMEOUT`, `REMOTE_TOO_LARGE`, `REMOTE_TRUNCATED`, `REMOTE_ADDRESS_REFUSED`.
   */
  send(request: HttpRequest): Promise<HttpResponse>
}
