import { ReleaseError } from '../../model/errors.ts'
import type { ServerTime } from '../../ports/http.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365.25 * DAY_MS
const WORTH_TELLING_MS = 5 * MINUTE_MS

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
    `The clock of this machine is ${inWords(Math.abs(milliseconds))} ${milliseconds > 0 ? 'fast' : 'slow'}: ` +
    `it says ${shown(now)}, and ${host} says ${shown(there)}.`
  if (Math.abs(milliseconds) < DAY_MS) return { warning: message }
  return {
    problem: new ReleaseError('CLOCK_WRONG', message, {
      hint: 'Set the clock of the runner, e.g. with `timedatectl set-ntp true`, and run again.',
    }),
  }
}

function shown(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}

function inWords(milliseconds: number): string {
  const units = [
    ['year', YEAR_MS],
    ['day', DAY_MS],
    ['hour', HOUR_MS],
  ] as const
  const [unit, size] = units.find(([, each]) => milliseconds >= each) ?? (['minute', MINUTE_MS] as const)
  const count = Math.round(milliseconds / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
