/** The headers that say how long to wait; names in lower case. */
export interface WaitHeaders {
  readonly 'retry-after'?: string | undefined
  readonly date?: string | undefined
}

/**
 * The milliseconds that Retry-After demands (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after), in seconds or as a
 * date; `undefined` without one that can be read. A date is one of the server's clock, so it is compared with the answer's
 * own; ours may be wrong. The caller decides how much of it to wait.
 */
export function retryAfterMs(headers: WaitHeaders, now: Date): number | undefined {
  const asked = headers['retry-after']?.trim()
  if (!asked) return undefined
  const pause = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - serverTime(headers, now)
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0)
}

/** When the server wrote its answer, by its own clock if it says so. */
export function serverTime({ date }: WaitHeaders, now: Date): number {
  const told = Date.parse(date ?? '')
  return Number.isNaN(told) ? now.getTime() : told
}
