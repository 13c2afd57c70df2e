import { ReleaseError } from '../../model/errors.ts'
import type { Ran } from '../../ports/process.ts'
import type { PlainGit, Setting } from './credentials/configuration.ts'

/**
 * A server that sends and accepts nothing at all for a minute is gone; git itself would wait forever. While it works
 * silently (counts objects, runs hooks) a git server sends a few bytes every five seconds. See
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httplowSpeedLimithttplowSpeedTime
 */
const PATIENCE: readonly Setting[] = [
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
]

/** How long git waits, unless the user's own configuration says it; a setting for an address wins by itself. */
export async function stallSettings(git: PlainGit): Promise<readonly Setting[]> {
  const { stdout } = await git(['config', '--name-only', '--get-regexp', '^http\\.lowspeed(limit|time)$'])
  const own = Buffer.from(stdout).toString().split('\n')
  return PATIENCE.filter(([key]) => !own.includes(key.toLowerCase()))
}

/** In the words of libcurl. */
export function isStalled({ exitCode, stderr }: Ran): boolean {
  return exitCode !== 0 && /Operation too slow/.test(stderr)
}

/** `what` is git's command, `address` the server's, `said` git's own words. */
export function stalled(what: string, address: string, said: string): ReleaseError {
  const host = URL.canParse(address) ? new URL(address).host : 'the server'
  return new ReleaseError('GIT_STALLED', `git ${what} gave up waiting for ${host}: ${said}`, {
    hint: 'Run the workflow again later. Where the server is only slow to begin, an earlier step may say how many seconds git waits: `git config --global http.lowSpeedTime 300`.',
  })
}
