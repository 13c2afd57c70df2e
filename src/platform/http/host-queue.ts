import type { HttpResponse } from '../../ports/http.ts'

/** The requests to one server: how many may be sent at once, and whether they wait. */
export interface HostQueue {
  /** Pauses that successes have not offset yet. */
  readonly refusals: number
  /** Milliseconds of pauses since the last success. */
  readonly waitedMs: number
  /** The refusal that a request gave up with. */
  readonly end: HttpResponse | undefined
  /** Waits for a place; returns the round, for `isCurrent`. */
  enter(): Promise<number>
  leave(): void
  /** Whether no pause has begun since that round. */
  isCurrent(round: number): boolean
  /** No request enters until `over`; afterwards one at a time. */
  pause(milliseconds: number, over: Promise<void>): void
  /** A request succeeded: allow more at once. */
  passed(): void
  giveUp(refusal: HttpResponse): void
}

/** More than any client sends at once. */
const OPEN = 64
/** Successes needed to offset one 429. */
const MAKE_UP = 16

/**
 * As in TCP (https://www.rfc-editor.org/rfc/rfc5681#section-3.1): fast up to half of what was too much, then slowly.
 */
export function createHostQueue(): HostQueue {
  let [width, known, running, round] = [OPEN, OPEN, 0, 0]
  let [refusals, passes, waitedMs] = [0, 0, 0]
  let end: HttpResponse | undefined
  let paused: Promise<void> | undefined
  let waiting: (() => void)[] = []

  function callWaiting(): void {
    const called = waiting
    waiting = []
    for (const go of called) go()
  }

  return {
    get refusals() {
      return refusals
    },
    get waitedMs() {
      return waitedMs
    },
    get end() {
      return end
    },
    async enter() {
      while (paused || running >= Math.floor(width)) await (paused ?? new Promise<void>((go) => waiting.push(go)))
      running += 1
      return round
    },
    leave() {
      running -= 1
      callWaiting()
    },
    isCurrent: (entered) => entered === round,
    pause(milliseconds, over) {
      round += 1
      refusals += 1
      passes = 0
      waitedMs += milliseconds
      known = Math.max(width / 2, 1)
      width = 1
      paused = over.finally(() => {
        paused = undefined
        callWaiting()
      })
    },
    passed() {
      waitedMs = 0
      passes += 1
      if (passes % MAKE_UP === 0) refusals = Math.max(0, refusals - 1)
      width = Math.min(width + (width < known ? 1 : 1 / width), OPEN)
    },
    giveUp(refusal) {
      end = refusal
    },
  }
}
