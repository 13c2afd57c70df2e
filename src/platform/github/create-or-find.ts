import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { GitHubFailure } from './failure.ts'
import { outagePause } from './limits.ts'

const MOST_ATTEMPTS = 5

/**
 * Creates something that a blind retry would create twice. After a failure with unknown outcome, `look` checks what is
 * there; it is created again only if there is nothing.
 */
export async function createOrFind<T>(
  make: () => Promise<T>,
  look: () => Promise<T | undefined>,
  { clock, log }: { readonly clock: Clock; readonly log: Pick<Log, 'info'> },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await make()
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !error.mayBeDone) throw error
      log.info(`${error.message}: looking whether it was done.`)
      await clock.sleep(outagePause(attempt - 1))
      const found = await look()
      if (found !== undefined) return found
      if (attempt === MOST_ATTEMPTS) throw error.after(attempt)
    }
  }
}
