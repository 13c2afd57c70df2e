/** One request as the server saw it, from its last byte to the answer; the times are of this process's monotonic clock. */
export interface Span {
  /** `registry`, or the Sigstore service. */
  readonly service: string
  readonly method: string
  readonly path: string
  readonly startedMs: number
  readonly endedMs: number
}

/** Told of each request when it is answered. */
export type OnSpan = (span: Span) => void
