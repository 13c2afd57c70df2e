import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where clients are kept, outside the checkout. */
export function cacheFolder(kind: 'go' | 'python' | 'node' | 'java'): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'release-charts', kind)
}

/**
 * Has `fill` make a folder of the cache that is not there. Several processes may do so at once: each works aside, and the first
 * rename wins. So a folder that is there is complete, however a process ended.
 */
export async function fillOnce(folder: string, fill: (aside: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return
  const aside = `${folder}.${process.pid}.tmp`
  mkdirSync(aside, { recursive: true })
  try {
    await fill(aside)
    rename(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function rename(aside: string, folder: string): void {
  try {
    renameSync(aside, folder)
  } catch (error) {
    // Another process was first; what it made is the same.
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOTEMPTY', 'EEXIST'].includes(code)) throw error
  }
}
