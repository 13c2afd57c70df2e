import type { Files, Workspace } from './files.ts'
import type { Git } from './git.ts'
import type { Http, ServerTime } from './http.ts'
import type { Clock, Environment, Journal, Processes } from './process.ts'
import type { IdentityProvider, Log, Secrets } from './runner.ts'

/**
 * The outside world behind small interfaces. Types only, so that the rest of the program need not know
 * the program may import. Implementations stand beside it; `main.ts` puts them together.
 */
export interface Platform {
  readonly environment: Environment
  readonly clock: Clock
  readonly serverTime: ServerTime
  readonly files: Files
  readonly workspace: Workspace
  readonly processes: Processes
  readonly http: Http
  readonly log: Log
  readonly git: Git
  readonly identity: IdentityProvider
  readonly secrets: Secrets
  readonly journal: Journal
}
