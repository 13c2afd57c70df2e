import { basename } from 'node:path'
import { placeOf } from './http/failure.ts'
import type { Clock, Http, Processes } from './platform.ts'
import type { Stop } from './stop.ts'

/** Requests that fail when the run is stopped. */
export function guardHttp(http: Http, stop: Stop): Http {
  return {
    send(request) {
      const { method, url, effect: isEffect = false } = request
      return stop.whileRunning(`${method} ${placeOf(url)}`, () => http.send(request), { isEffect })
    },
  }
}

/** Programs that are not waited for any longer when the run is stopped. */
export function guardProcesses(processes: Processes, stop: Stop): Processes {
  return {
    run: (program, args, options) =>
      stop.whileRunning(`${basename(program)} ${args[0] ?? ''}`.trim(), () => processes.run(program, args, options)),
  }
}

/** Pauses that end when the run is stopped. */
export function guardClock(clock: Clock, stop: Stop): Clock {
  return { ...clock, sleep: (milliseconds) => stop.whileRunning('a pause', () => clock.sleep(milliseconds)) }
}
