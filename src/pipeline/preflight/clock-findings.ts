import { ReleaseError } from '../../model/errors.ts'
import { durationText } from '../../model/text.ts'
import type { ServerTime } from '../../ports/http.ts'

const DAY_MS = 86_400_000
const WORTH_TELLING_MS = 5 * 60_000
const UNITS = { minute: 0, hour: 3_600, day: 86_400, year: 31_557_600 }

/**
 * What a wrong clock of this machine means for a release. Minutes change nothing (the signature's times are those of the
 * services); over a day the bump, the packages and the trusted root would be dated wrong: `CLOCK_WRONG`.
 */
export function clockFindings(
  serverTime: ServerTime,
  now: Date,
): { readonly problem?: ReleaseError; readonly warning?: string } {
  const ahead = serverTime.ahead()
  if (ahead === undefined || Math.abs(ahead.milliseconds) < WORTH_TELLING_MS) return {}
  const { milliseconds, host } = ahead
  const there = new Date(now.getTime() - milliseconds)
  const message =
    `The clock of this machine is ${durationText(Math.abs(milliseconds), UNITS)} ${milliseconds > 0 ? 'fast' : 'slow'}: ` +
    `it says ${timeText(now)}, and ${host} says ${timeText(there)}.`
  if (Math.abs(milliseconds) < DAY_MS) return { warning: message }
  return {
    problem: new ReleaseError('CLOCK_WRONG', message, {
      hint: 'Set the clock of the runner, e.g. with `timedatectl set-ntp true`, and run again.',
    }),
  }
}

function timeText(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}
