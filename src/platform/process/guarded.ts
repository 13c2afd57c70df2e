import { basename } from 'node:path'
import type { GitHub } from '../../ports/github.ts'
import type { Http } from '../../ports/http.ts'
import type { Clock, Processes } from '../../ports/process.ts'
import { placeOf } from '../http/failure.ts'
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

/** Programs that are no longer waited for when the run is stopped. */
export function guardProcesses(processes: Processes, stop: Stop): Processes {
  return {
    run: (program, args, options) =>
      stop.whileRunning(`${basename(program)} ${args[0] ?? ''}`.trim(), () => processes.run(program, args, options)),
  }
}

/** Reads from GitHub that fail when the run is stopped; its changes are effects, and go through the journal. */
export function guardGitHub(github: GitHub, stop: Stop, apiUrl: string): GitHub {
  const { host } = new URL(apiUrl)
  const asking =
    <A extends readonly unknown[], T>(what: string, ask: (...asked: A) => Promise<T>) =>
    (...asked: A) =>
      stop.whileRunning(`${what} from ${host}`, () => ask(...asked))
  const { branchRules, findPull, findClosedPull, releases } = github
  return {
    ...github,
    branchRules: asking('branch rules', branchRules),
    findPull: asking('a pull request', findPull),
    findClosedPull: asking('a pull request', findClosedPull),
    releases: {
      ...releases,
      list: asking('the list of releases', releases.list),
      get: asking('a release', releases.get),
      find: asking('a release', releases.find),
      latest: asking('the latest release', releases.latest),
      download: asking('a file of a release', releases.download),
    },
  }
}

/** Pauses that end when the run is stopped. */
export function guardClock(clock: Clock, stop: Stop): Clock {
  return { ...clock, sleep: (milliseconds) => stop.whileRunning('a pause', () => clock.sleep(milliseconds)) }
}
