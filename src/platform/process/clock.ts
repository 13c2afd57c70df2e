import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../ports/process.ts'

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (milliseconds) => wait(milliseconds),
  random: () => Math.random(),
}
