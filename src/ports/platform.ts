// All ports together. Built by src/action.ts.

import type { Files, Workspace } from './files.ts'
import type { Git } from './git.ts'
import type { Http, ServerTime } from './http.ts'
import type { Clock, Environment, Journal, Processes } from './process.ts'
import type { IdentityProvider, Log, Secrets } from './runner.ts'

/**
 * The outside world behind small interfaces: every port of this folder in one value. `action.ts` builds it from the
 * implementations in `src/platform`; the rest of the program sees only these types.
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
