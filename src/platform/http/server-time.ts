import type { HttpResponse, ServerTime } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'

/** Collects the times in responses. */
export interface ServerTimeListener extends ServerTime {
  note(response: HttpResponse): void
}

/**
 * Reads the Date of responses (https://www.rfc-editor.org/rfc/rfc9110#field.date), and Age if they come from a cache.
 */
export function createServerTime(clock: Pick<Clock, 'now'>): ServerTimeListener {
  let nearest: { readonly milliseconds: number; readonly host: string } | undefined
  return {
    ahead: () => nearest,
    note({ headers, url }) {
      const told = Date.parse(headers.date ?? '') + ageOf(headers.age)
      if (Number.isNaN(told)) return
      const milliseconds = clock.now().getTime() - told
      if (nearest && Math.abs(nearest.milliseconds) <= Math.abs(milliseconds)) return
      nearest = { milliseconds, host: new URL(url).host }
    },
  }
}

function ageOf(seconds: string | undefined): number {
  return /^\d{1,9}$/.test(seconds ?? '') ? Number(seconds) * 1000 : 0
}
