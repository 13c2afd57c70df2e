import type { Clock, HttpResponse } from '../platform.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_RETRY_AFTER_MS = 60_000

/** Doubling, with jitter over the upper half, so that charts that failed together do not come back together. */
export function backOff(attempt: number, clock: Pick<Clock, 'random'>, longestMs: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), longestMs)
  return pause * (0.5 + clock.random() / 2)
}

/**
 * What Retry-After asks for (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after), in seconds or as a date, never more
 * than a minute. A date is one of the server's clock, so it is compared with the answer's own; ours may be wrong.
 */
export function askedPause({ headers }: HttpResponse, clock: Pick<Clock, 'now'>): number | undefined {
  const asked = headers['retry-after']?.trim()
  if (!asked) return undefined
  const pause = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - timeOf(headers, clock)
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(pause, 0), LONGEST_RETRY_AFTER_MS)
}

function timeOf({ date }: HttpResponse['headers'], clock: Pick<Clock, 'now'>): number {
  const told = Date.parse(date ?? '')
  return Number.isNaN(told) ? clock.now().getTime() : told
}
