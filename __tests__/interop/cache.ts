import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where clients are kept, outside the checkout. */
export function cacheFolder(kind: 'go' | 'python' | 'node'): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'release-charts', kind)
}
