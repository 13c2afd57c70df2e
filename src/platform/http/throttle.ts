import { durationText } from '../../model/text.ts'
import type { HttpResponse } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { createHostQueue, type HostQueue } from './host-queue.ts'
import { askedPause, backOff } from './pauses.ts'

/** Holds back from servers that limit requests. */
export interface Throttle {
  /**
   * Sends once the server's turn has come, and again while it responds with 429. That response is returned in the end
   * if no request succeeded for five minutes: hourly limits can't be waited out.
   */
  send(host: string, once: () => Promise<HttpResponse>): Promise<HttpResponse>
}

export interface ThrottleOptions {
  readonly clock: Clock
  readonly log?: Pick<Log, 'info'> | undefined
}

const TOO_MANY_REQUESTS = 429
const LONGEST_BACK_OFF_MS = 30_000
const LONGEST_WITHOUT_SUCCESS_MS = 5 * 60_000
// Limit for one address that is always refused while others succeed.
const MOST_TRIES = 50
const TELL_EVERY_MS = 20_000

/**
 * A limit belongs to the server, not to one request: a refused request makes all requests to that host wait, and after
 * the pause they go one by one, then more at once with each success. So hundreds of charts cost a full server a handful
 * of refusals, and not five each.
 */
export function createThrottle({ clock, log }: ThrottleOptions): Throttle {
  const lanes = new Map<string, HostQueue>()

  function laneOf(host: string): HostQueue {
    const lane = lanes.get(host) ?? createHostQueue()
    lanes.set(host, lane)
    return lane
  }

  const told = new Map<string, number>()
  function tell(host: string, pauseMs: number): void {
    const [last, now] = [told.get(host), clock.monotonic()]
    if (last !== undefined && now - last < TELL_EVERY_MS) return
    told.set(host, now)
    log?.info(
      `${host} limits requests (429): going on in ${durationText(pauseMs, { second: 0 }, Math.ceil)}, with fewer at once.`,
    )
  }

  function refused(host: string, lane: HostQueue, response: HttpResponse): void {
    const own = backOff(lane.refusals + 1, clock, LONGEST_BACK_OFF_MS)
    const pauseMs = Math.max(own, askedPause(response, clock) ?? 0)
    tell(host, pauseMs)
    lane.pause(pauseMs, clock.sleep(pauseMs))
  }

  /** The final response; `undefined` if the request is to be sent again. */
  function judge(host: string, turn: Turn, response: HttpResponse): HttpResponse | undefined {
    const { lane } = turn
    if (response.status !== TOO_MANY_REQUESTS) {
      lane.passed()
      return response
    }
    if (lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS) lane.giveUp(response)
    if (lane.waitedMs >= LONGEST_WITHOUT_SUCCESS_MS || turn.tries >= MOST_TRIES) return response
    // Requests in flight together are refused together, which is one refusal.
    if (lane.isCurrent(turn.round)) refused(host, lane, response)
    return undefined
  }

  return {
    async send(host, once) {
      const lane = laneOf(host)
      const { end } = lane
      for (let tries = 1; ; tries += 1) {
        const round = await lane.enter()
        try {
          // Another request gave up while this one waited: it would get the same response.
          if (lane.end !== end && lane.end) return lane.end
          const answer = judge(host, { lane, round, tries }, await once())
          if (answer) return answer
        } finally {
          lane.leave()
        }
      }
    },
  }
}

interface Turn {
  readonly lane: HostQueue
  readonly round: number
  readonly tries: number
}
